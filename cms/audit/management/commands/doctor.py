from django.core.management.base import BaseCommand

from cms.audit.doctor import examine


class Command(BaseCommand):
    """Checks that what must always hold does hold; exit status 1 if anything is broken."""

    help = "体检：逐项核对不变式，有问题时退出码为 1。"

    def handle(self, *args, **options):
        findings = examine()
        for title, broken in findings.items():
            self.stdout.write(f"{'✗' if broken else '✓'} {title}" + (f"：{len(broken)} 处" if broken else ""))
            for sentence in broken[:20]:
                self.stdout.write(f"    {sentence}")
        if any(findings.values()):
            raise SystemExit(1)
