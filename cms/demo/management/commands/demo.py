import time

from django.core.management.base import BaseCommand, CommandError

from cms.demo import city, full


class Command(BaseCommand):
    """Builds 云麓市, the demonstration city, in an empty database; later runs bring its port in step."""

    help = "建立演示城市云麓市（只在空数据库里建；--full 另加 5,000 篇资讯和 1,000 个案例，供压测）。"

    def add_arguments(self, parser):
        parser.add_argument("--full", action="store_true", help="加上压测用的大量内容")
        parser.add_argument("--port", type=int, default=8000, help="站点的端口")
        parser.add_argument("--if-empty", action="store_true", help="数据库里已经有别的内容，就什么也不说、什么也不做")

    def handle(self, *, port, **options):
        if city.holds_anything_else():
            if options["if_empty"]:
                return
            raise CommandError("这个数据库里已经有别的内容了，演示城市不会动它。请换一个空的数据库。")
        begun = time.monotonic()
        if city.stands():
            moved = city.answer_at(port)
            self.stdout.write(f"演示城市已经在了，{f'网址改到端口 {port}' if moved else '什么都没有改'}。")
        else:
            city.build(port, lambda text: self.stdout.write(f"· {text}"))
            self.stdout.write(f"演示城市建好了，用了 {time.monotonic() - begun:.0f} 秒。账号在 var/demo-accounts.tsv。")
        if options["full"] and not full.stands():
            begun = time.monotonic()
            full.build(lambda text: self.stdout.write(f"· {text}"))
            self.stdout.write(
                f"又加了 {full.ARTICLES:,} 篇资讯、{full.CASES:,} 个案例，用了 {time.monotonic() - begun:.0f} 秒。"
            )
