"""Editors meet no English: every string of the Wagtail apps we run has a Chinese one, theirs or ours."""

from pathlib import Path

import polib
import pytest
import wagtail
from django.utils import translation

# Apps of Wagtail that this site does not run.
NOT_RUN = (
    "simple_translation",
    "styleguide",
    "contrib/forms",
    "search_promotions",
    "table_block",
    "locales",
    "frontend_cache",
)
SAME_IN_CHINESE = {
    "Wagtail API v2",
    "Wagtail API v3",
    "URL",
    "ID",
    "%(time)s",
    "%(range_start)s - %(range_end)s",
    "%(related_model_name)s %(field_label)s",
}


def catalogues():
    root = Path(wagtail.__file__).parent
    found = sorted(root.glob("**/locale/en/LC_MESSAGES/django.po"))
    return [path for path in found if not any(name in path.as_posix() for name in NOT_RUN)]


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parts[-5])
def test_every_string_has_a_chinese_one(path):
    with translation.override("zh-hans"):
        english = [
            entry.msgid for entry in polib.pofile(str(path)) if _translated(entry) in (entry.msgid, entry.msgid_plural)
        ]

    assert [text for text in english if text not in SAME_IN_CHINESE] == []


def _translated(entry) -> str:
    if entry.msgid_plural:
        return translation.ngettext(entry.msgid, entry.msgid_plural, 2)
    if entry.msgctxt:
        return translation.pgettext(entry.msgctxt, entry.msgid)
    return translation.gettext(entry.msgid)
