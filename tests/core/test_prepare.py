"""`make run` twice: the second time changes only what has changed."""

import gettext
import os

import pytest
from django.core.management import call_command

PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Save draft"
msgstr "%s"

#, fuzzy
msgid "Publish"
msgstr "猜的"
"""


@pytest.fixture
def po(tmp_path, settings):
    """A translation file in a locale folder of its own."""
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    path = tmp_path / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(PO % "存草稿")
    return path


def compiled(po) -> gettext.GNUTranslations:
    with po.with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def test_texts_are_compiled_without_gettext_and_guesses_are_left_out(po):
    call_command("compile_text")

    assert compiled(po).gettext("Save draft") == "存草稿"
    assert compiled(po).gettext("Publish") == "Publish"


def test_texts_are_compiled_again_only_when_they_have_changed(po):
    call_command("compile_text")
    os.utime(po.with_suffix(".mo"), (2e9, 2e9))
    po.write_text(PO % "先存着")

    call_command("compile_text")
    assert compiled(po).gettext("Save draft") == "存草稿"

    os.utime(po, (2e9 + 1, 2e9 + 1))
    call_command("compile_text")
    assert compiled(po).gettext("Save draft") == "先存着"


@pytest.fixture
def stylesheet(tmp_path, settings):
    """A project whose static files are one stylesheet."""
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [tmp_path / "static"]
    settings.STATIC_ROOT = tmp_path / "collected"
    path = tmp_path / "static" / "page.css"
    path.parent.mkdir()
    path.write_text("p {}")
    return path


@pytest.mark.django_db
def test_static_files_are_collected_once_and_again_after_a_change(stylesheet, tmp_path, capsys):
    call_command("prepare")
    assert (tmp_path / "collected" / "page.css").read_text() == "p {}"
    assert "收集样式" in capsys.readouterr().out

    call_command("prepare")
    assert "收集样式" not in capsys.readouterr().out

    stylesheet.write_text("p { color: red }")
    call_command("prepare")
    assert (tmp_path / "collected" / "page.css").read_text() == "p { color: red }"


@pytest.mark.django_db
def test_a_database_with_people_in_it_gets_no_demonstration(stylesheet, django_user_model, capsys):
    django_user_model.objects.create_user("上埔村供稿员", "kwhd-4827-mnpq", name="上埔村供稿员")

    call_command("prepare", demo=True)

    assert "演示城市" not in capsys.readouterr().out
    assert django_user_model.objects.count() == 1
