"""材料包: what it holds, what its files are called, who gets it, and what is never in it."""

import datetime as dt
import hashlib
import zipfile
from io import BytesIO

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from PIL import Image

from brands.nominations import steps
from brands.nominations.dossier import content, doctor, dpi, laying, making, whole
from brands.nominations.models import Attachment, Package
from cms.audit.models import Event
from cms.core.chores import CHORES
from cms.core.refusals import Refused
from media.models import CustomImage, Video
from media.models.files import Consent
from tests import factories
from tests.nominations import making as made
from tests.nominations.second_reader import cells, paragraphs

State = Package.State
RULES = [
    {"id": "form", "type": "form", "value": {"name": "推荐表", "cells": [
        {"id": "c1", "type": "item", "value": {"label": "推荐单位", "source": "unit"}},
        {"id": "c2", "type": "item", "value": {"label": "案例名称", "source": "title"}},
    ]}},
    {"id": "text", "type": "text", "value": {"name": "案例正文", "source": "body"}},
    {"id": "photos", "type": "image", "value": {
        "name": "照片", "which": "photos", "blocking": False, "min_dpi": 300, "file_name": "{number}{title}-{n}"}},
    {"id": "table", "type": "table", "value": {"name": "汇总表", "columns": [
        {"id": "t1", "type": "item", "value": {"label": "序号", "source": "number", "kind": "number"}},
        {"id": "t2", "type": "item", "value": {"label": "案例名称", "source": "title"}},
    ]}},
    {"id": "packing", "type": "packaging", "value": {"one_folder": True, "folder_name": "[{tier}]{unit}"}},
]  # fmt: skip


def pictured(city, title: str = "一座古厝的三十六堂党课", photos: int = 2):
    """Make a case with photos in it, all its own."""
    chosen = [
        {"type": "picture", "value": {"image": factories.image(f"{title}{n}").pk, "caption": f"第 {n} 张"}}
        for n in range(1, photos + 1)
    ]
    return made.published(city, title, pictures_body=chosen)


def opened(package: Package) -> zipfile.ZipFile:
    with default_storage.open(package.file.name, "rb") as file:
        return zipfile.ZipFile(BytesIO(file.read()))


def asked(**given) -> Package:
    package = making.ask(**given)
    package.refresh_from_db()
    return package


@pytest.fixture
def sealed(city, call):
    return made.sealed(city, call, pictured(city))


def test_a_package_holds_form_text_photos_and_the_sealed_scan(city, call, sealed):
    package = asked(call=call, nomination=sealed, user=city.nominator)

    assert package.state == State.READY
    assert package.name == f"延溪区-一座古厝的三十六堂党课-材料包-{timezone.localdate():%Y%m%d}.zip"
    with opened(package) as archive:
        folder = "01-延溪区-一座古厝的三十六堂党课/"
        assert archive.namelist() == [
            folder + "推荐表.docx", folder + "案例正文.docx", folder + "照片1.jpg", folder + "照片2.jpg",
            folder + "推荐表（盖章件）.pdf", "说明.txt", "清单.txt",
        ]  # fmt: skip
        assert archive.read(folder + "推荐表（盖章件）.pdf") == made.PDF
        said = paragraphs(archive.read(folder + "推荐表.docx"))
        assert "一座古厝的三十六堂党课" in said and said.count("（盖章）") == 2
        assert "图1　第 1 张" in paragraphs(archive.read(folder + "案例正文.docx"))


def test_files_and_folders_are_named_as_the_notice_says(city):
    call = made.call(materials=RULES)
    sealed = made.sealed(city, call, pictured(city))

    with opened(asked(call=call, nomination=sealed, user=city.nominator)) as archive:
        folder = f"[实践站]{sealed.place.plaque}/"
        assert archive.namelist()[:4] == [
            folder + "推荐表.docx", folder + "案例正文.docx",
            folder + "01一座古厝的三十六堂党课-1.jpg", folder + "01一座古厝的三十六堂党课-2.jpg",
        ]  # fmt: skip


def test_a_photo_says_its_resolution_and_not_a_pixel_changes(city):
    call = made.call(materials=RULES)
    sealed = made.sealed(city, call, pictured(city, photos=1))
    with sealed.case.pictures()[-1].file.open() as file:
        original = file.read()

    package = asked(call=call, nomination=sealed, user=city.nominator)
    with opened(package) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".jpg")]
        data = archive.read(name)
    assert Image.open(BytesIO(data)).info["dpi"] == (300, 300)
    assert Image.open(BytesIO(data)).tobytes() == Image.open(BytesIO(original)).tobytes()
    assert data[20:] == original[20:]
    assert package.notes == [laying.DPI.format(300)]


def test_a_resolution_is_written_where_there_was_none_and_left_where_it_is_enough():
    fine, bare = BytesIO(), BytesIO()
    Image.new("RGB", (8, 8)).save(fine, "JPEG", dpi=(600, 600))
    Image.new("RGB", (8, 8)).save(bare, "JPEG")
    without = bare.getvalue()[:2] + bare.getvalue()[20:]  # no JFIF segment at all

    assert b"".join(dpi.with_dpi(iter([fine.getvalue()]), 300)) == fine.getvalue()
    written = b"".join(dpi.with_dpi(iter([without]), 300))
    assert Image.open(BytesIO(written)).info["dpi"] == (300, 300)
    assert b"".join(dpi.with_dpi(iter([b"\x89PNG", b"..."]), 300)) == b"\x89PNG..."
    assert b"".join(dpi.with_dpi(iter([]), 300)) == b""


def test_chinese_names_are_flagged_as_utf8_and_pictures_are_stored_as_they_are(city, call, sealed):
    with opened(asked(call=call, nomination=sealed, user=city.nominator)) as archive:
        for info in archive.infolist():
            assert info.flag_bits & 0x800, info.filename
            assert info.compress_type == (
                zipfile.ZIP_DEFLATED if info.filename.endswith(".txt") else zipfile.ZIP_STORED
            )


def test_the_list_bears_the_digest_of_every_file_and_the_row_that_of_the_whole(city, call, sealed):
    package = asked(call=call, nomination=sealed, user=city.nominator)

    with opened(package) as archive:
        listed = dict(reversed(line.split("  ", 1)) for line in archive.read("清单.txt").decode().splitlines())
        assert listed == {name: hashlib.sha256(archive.read(name)).hexdigest()
                          for name in archive.namelist() if name != "清单.txt"}  # fmt: skip
    with default_storage.open(package.file.name, "rb") as file:
        data = file.read()
    assert (package.sha256, package.size) == (hashlib.sha256(data).hexdigest(), len(data))


def test_a_whole_call_lies_in_one_package_case_by_case_with_its_summary(city):
    call = made.call(materials=[rule for rule in RULES if rule["type"] != "packaging"])
    for title in ("甲案例", "乙案例", "乙案例"):
        made.sealed(city, call, pictured(city, title, photos=1))
    made.prepared(city, call, made.published(city, "还在准备的"))

    package = asked(call=call, user=city.city_nominator)

    assert (package.done, package.total) == (3, 3)
    with opened(package) as archive:
        folders = {name.partition("/")[0] for name in archive.namelist() if "/" in name}
        assert folders == {"01-延溪区-甲案例", "02-延溪区-乙案例", "03-延溪区-乙案例"}
        said = cells(archive.read("汇总表.xlsx"))
        assert [said[at] for at in ("A3", "B3", "A5", "B5")] == [
            ("n", "1"), ("text", "甲案例"), ("n", "3"), ("text", "乙案例"),
        ]  # fmt: skip


def test_each_category_that_has_a_summary_of_its_own_gets_it(city):
    of_class = [RULES[3] | {"id": kind, "value": RULES[3]["value"] | {"name": f"{kind}汇总表", "category": kind}}
                for kind in ("甲类", "乙类")]  # fmt: skip
    call = made.call(categories="甲类\n乙类", materials=of_class)
    for title, kind in (("一", "乙类"), ("二", "甲类"), ("三", "乙类")):
        made.sealed(city, call, made.published(city, title), category=kind)

    with opened(asked(call=call, user=city.city_nominator)) as archive:
        first, second = cells(archive.read("甲类汇总表.xlsx")), cells(archive.read("乙类汇总表.xlsx"))
    assert [said[1] for at, said in first.items() if at[1:] in ("3", "4")] == ["1", "二"]
    assert [said[1] for at, said in second.items() if at[1:] in ("3", "4")] == ["1", "一", "2", "三"]
    both = whole.summary_sheet(call, list(whole.standing(call)))
    assert [cells(both, f"xl/worksheets/sheet{n}.xml")["B3"][1] for n in (1, 2)] == ["二", "一"]


def test_films_and_papers_go_under_their_names_and_a_lost_one_stops_the_package(city):
    rules = [
        {"id": "film", "type": "video", "value": {"name": "微视频", "file_name": "{unit}-{title}", "blocking": False}},
        {"id": "paper", "type": "file", "value": {"name": "授权书", "blocking": False}},
    ]
    call = made.call(materials=rules)
    nomination = made.prepared(city, call)
    film = Video.objects.create(title="党课", file=ContentFile(b"film", name="a.MP4"), duration=60)
    Attachment.objects.create(nomination=nomination, rule="film", video=film)
    for n in (1, 2):
        paper = ContentFile(b"%PDF-" + bytes([n]), name="x.pdf")
        Attachment.objects.create(nomination=nomination, rule="paper", file=paper, kind="pdf", size=6)

    with opened(asked(call=call, nomination=nomination, user=city.nominator)) as archive:
        said = {name.rpartition("/")[2]: archive.read(name) for name in archive.namelist()}
    assert said[f"{nomination.place.plaque}-一座古厝的三十六堂党课.mp4"] == b"film"
    assert (said["授权书1.pdf"], said["授权书2.pdf"]) == (b"%PDF-\x01", b"%PDF-\x02")
    film.file.storage.delete(film.file.name)
    assert "“党课”文件不见了" in asked(call=call, nomination=nomination, user=city.nominator).reason


def test_once_the_city_has_chosen_only_what_is_chosen_goes_up(city, call):
    made.sealed(city, call, made.published(city, "没选上的"))
    made.chosen(city, call, made.published(city, "选上的"))

    with opened(asked(call=call, user=city.city_nominator)) as archive:
        assert {name.partition("/")[0] for name in archive.namelist() if "/" in name} == {"01-延溪区-选上的"}


def test_without_folders_the_files_lie_side_by_side_under_the_cases_name(city):
    call = made.call(materials=[{"id": "p", "type": "packaging", "value": {"one_folder": False}}, RULES[1]])
    sealed = made.sealed(city, call, pictured(city))

    with opened(asked(call=call, nomination=sealed, user=city.nominator)) as archive:
        assert archive.namelist()[:2] == [
            "01一座古厝的三十六堂党课-推荐表.docx", "01一座古厝的三十六堂党课-案例正文.docx",
        ]  # fmt: skip


def test_a_picture_that_was_taken_back_is_nowhere_in_it_and_the_package_says_so(city, call, sealed):
    first = sealed.case.pictures()[0]
    CustomImage.objects.filter(pk=first.pk).update(consent=Consent.WITHDRAWN)

    package = asked(call=call, nomination=sealed, user=city.nominator)

    assert first.pk not in package.pictures
    assert package.notes == [f"《一座古厝的三十六堂党课》的照片“{first.title}”：出镜的人撤回了同意，没有装进来。"]
    with opened(package) as archive:
        assert len([name for name in archive.namelist() if name.endswith(".jpg")]) == 1
        assert package.notes[0] in archive.read("说明.txt").decode("utf-8-sig")
        assert "第 1 张" not in "".join(paragraphs(archive.read("01-延溪区-一座古厝的三十六堂党课/案例正文.docx")))


def test_a_package_whose_picture_is_taken_back_later_is_handed_out_no_more(city, call, sealed):
    package = asked(call=call, nomination=sealed, user=city.nominator)
    CustomImage.objects.filter(pk=package.pictures[0]).update(consent=Consent.WITHDRAWN)

    with pytest.raises(Refused, match="撤回了同意"):
        making.fetch(package=package, user=city.nominator)
    assert not default_storage.exists(package.path)
    package.refresh_from_db()
    assert package.state == State.FAILED


def test_a_picture_taken_back_while_the_package_is_made_stops_it(city, call, sealed, monkeypatch):
    def told(self):
        CustomImage.objects.filter(pk__in=self.pictures).update(consent=Consent.WITHDRAWN)
        return b""

    monkeypatch.setattr(content.Content, "_told", told)

    package = asked(call=call, nomination=sealed, user=city.nominator)

    assert (package.state, package.reason) == (State.FAILED, making.TAKEN_BACK)
    assert not default_storage.exists(package.path)


def test_a_file_that_is_lost_stops_the_package_and_is_named(city, call, sealed):
    picture = sealed.case.pictures()[0]
    picture.file.storage.delete(picture.file.name)

    package = asked(call=call, nomination=sealed, user=city.nominator)

    assert package.state == State.FAILED
    assert package.reason == "《一座古厝的三十六堂党课》的“第 1 张”文件不见了，请先把它补上。"


def test_photos_chosen_for_the_call_are_the_ones_that_go(city):
    call = made.call(materials=RULES)
    nomination = made.prepared(city, call, pictured(city))
    chosen = nomination.case.pictures()[1]
    Attachment.objects.create(nomination=nomination, rule="photos", image=chosen)

    package = asked(call=call, nomination=nomination, user=city.nominator)

    assert package.pictures == [chosen.pk]
    assert package.name.startswith("未定稿-")


def test_a_sealed_package_says_what_was_sealed_whatever_the_case_says_now(city, call, sealed):
    made.changed(sealed.case, results="三年讲了 99 堂。")
    sealed.refresh_from_db()

    with opened(asked(call=call, nomination=sealed, user=city.nominator)) as archive:
        said = paragraphs(archive.read("01-延溪区-一座古厝的三十六堂党课/案例正文.docx"))
    assert "三年讲了 36 堂，课后办结 21 件实事。" in said
    assert not any("99" in line for line in said)


def test_what_is_being_made_is_not_begun_twice(city, call, sealed):
    begun = Package.objects.create(call=call, nomination=sealed, asked_by=city.nominator)

    assert making.ask(call=call, nomination=sealed, user=city.manager) == begun
    assert Package.objects.count() == 1


def test_a_killed_attempt_is_made_again_from_the_beginning_at_the_same_place(city, call, sealed):
    package = Package.objects.create(call=call, nomination=sealed, state=State.WORKING, done=1)
    default_storage.save(package.path, BytesIO(b"half of it"))

    making.make.func(package.pk)

    package.refresh_from_db()
    assert (package.state, package.file.name) == (State.READY, package.path)
    assert opened(package).testzip() is None
    making.make.func(package.pk)  # done is done
    assert Package.objects.get().finished_at == package.finished_at


def test_old_packages_are_thrown_away_and_stuck_ones_ended(city, call, sealed):
    package = asked(call=call, nomination=sealed, user=city.nominator)
    stuck = Package.objects.create(call=call, nomination=sealed, state=State.WORKING)

    with time_machine.travel(timezone.now() + dt.timedelta(days=29), tick=False):
        making.tidy.func()
        assert default_storage.exists(package.path)
    with time_machine.travel(timezone.now() + dt.timedelta(days=31), tick=False):
        making.tidy.func()
    package.refresh_from_db()
    stuck.refresh_from_db()
    assert (package.state, stuck.state, stuck.reason) == (State.GONE, State.FAILED, making.INTERRUPTED)
    assert not default_storage.exists(package.path)


def test_who_asked_and_who_took_it_is_written_down(city, call, sealed):
    package = asked(call=call, nomination=sealed, user=city.nominator)
    making.fetch(package=package, user=city.city_nominator).close()

    events = Event.objects.filter(detail__package=package.pk).order_by("pk")
    assert [(event.action, event.actor) for event in events] == [
        ("打包申报材料", city.nominator), ("下载申报材料包", city.city_nominator),
    ]  # fmt: skip


def test_who_may_not_see_a_nomination_cannot_have_it_packed(city, call, sealed):
    for user in (city.outsider, city.contributor, city.editor):
        with pytest.raises(Refused, match="不归您管"):
            making.ask(call=call, nomination=sealed, user=user)
    for user in (city.nominator, city.outsider):
        with pytest.raises(Refused, match="由市里来做"):
            making.ask(call=call, user=user)
    with pytest.raises(Refused, match="没有什么可以打包"):
        making.ask(call=made.call(title="另一个"), user=city.city_nominator)
    steps.withdraw(nomination=sealed, user=city.nominator, reason="换一个")
    with pytest.raises(Refused, match="已经撤回"):
        making.ask(call=call, nomination=sealed, user=city.nominator)


def test_what_lacks_something_that_blocks_is_not_packed(city):
    call = made.call(materials=[RULES[1] | {"value": RULES[1]["value"] | {"min_words": 3000}}])
    nomination = made.prepared(city, call)

    with pytest.raises(Refused, match="材料还没有齐：案例正文"):
        making.ask(call=call, nomination=nomination, user=city.nominator)
    assert not Package.objects.exists()


def test_asking_leaves_the_job_in_the_queue_together_with_the_row(city, call, sealed, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

    package = making.ask(call=call, nomination=sealed, user=city.nominator)

    job = DBTaskResult.objects.get(task_path=making.make.module_path)
    assert (package.state, job.args_kwargs["args"]) == (State.WAITING, [package.pk])
    assert making.tidy.module_path in CHORES


def test_the_doctor_finds_a_lost_file_and_a_picture_that_was_taken_back(city, call, sealed):
    package = asked(call=call, nomination=sealed, user=city.nominator)
    assert list(doctor.packages_are_sound()) == []

    CustomImage.objects.filter(pk=package.pictures[0]).update(consent=Consent.WITHDRAWN)
    assert "撤回了同意" in "".join(doctor.packages_are_sound())
    default_storage.delete(package.file.name)
    assert "文件不见了" in "".join(doctor.packages_are_sound())
