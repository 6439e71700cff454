from django.core.management.base import BaseCommand

from brands.nominations.chart import mermaid


class Command(BaseCommand):
    """Prints the chart of a nomination's steps, for docs/nominations.md."""

    help = "按代码里声明的步骤，打印申报流程图（Mermaid）。"

    def handle(self, *args, **options):
        self.stdout.write(mermaid())
