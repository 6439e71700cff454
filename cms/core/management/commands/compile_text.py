"""`manage.py compile_text`: Django's compilemessages without the gettext package."""

from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Turn every locale/*.po of the project into the .mo that Django reads."""

    help = "把 locale/ 里的译文编成程序读的格式"
    requires_system_checks = ()

    def handle(self, **options):
        for folder in settings.LOCALE_PATHS:
            for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
                compile_if_older(source, source.with_suffix(".mo"))


def compile_if_older(source: Path, target: Path) -> None:
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return
    polib.pofile(str(source)).save_as_mofile(str(target))
