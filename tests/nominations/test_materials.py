"""What one nomination alone needs: written, ticked, chosen and sent up on one screen by its county."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from brands.nominations import entry, filling, steps
from brands.nominations.material.rules import FileRule
from brands.nominations.material_forms import AnswersForm
from brands.nominations.models import Attachment, Nomination, Step
from cms.core.refusals import Refused
from media.models import Video
from tests import factories
from tests.nominations import making, rules

CELLS = [
    {"key": "c1", "label": "负责人", "source": "own", "required": True, "max_words": 20},
    {"key": "c2", "label": "项目名称", "source": "title", "required": True},
]
ASKED = [
    rules.text("t1", name="展播情况说明", source="own", max_words=300),
    rules.form(cells=[dict(cell) for cell in CELLS]),
    rules.image(max_count=1, must_show="牌匾"),
    rules.video(),
    rules.file(),
]


@pytest.fixture
def nomination(city):
    case = making.pictured(city, factories.image("甲"), factories.image("乙"))
    return making.prepared(city, making.call(materials=ASKED), case)


def page_of(nomination, act: str = "") -> str:
    if act:
        return reverse("nominations:take_material", args=[nomination.pk, act])
    return reverse("nominations:materials", args=[nomination.pk])


def kept(nomination) -> Nomination:
    return Nomination.objects.get(pk=nomination.pk)


def test_words_and_ticks_are_kept_and_close_their_gaps(city, nomination, as_user):
    browser = as_user(city.nominator)
    before = browser.get(page_of(nomination)).text
    assert "“负责人”还空着" in before and "项目名称" not in before  # what the system knows is not asked again
    said = {"t1": "三家媒体播出。", "c1": "魏承棠", "i1.seen": "on"}
    after = browser.post(page_of(nomination), said, follow=True).text
    answers = kept(nomination).answers
    assert (answers["t1"], answers["c1"], answers["i1.seen"][:4]) == ("三家媒体播出。", "魏承棠", "yes:")
    assert "“负责人”还空着" not in after and "还没有人看过：牌匾" not in after and "魏承棠" in after
    assert "填了材料" in browser.get(reverse("nominations:bench", args=[nomination.pk])).text


def test_photos_are_chosen_among_the_cases_own_and_stay_in_its_order(city, nomination, as_user):
    browser = as_user(city.nominator)
    first, second = (block.value["image"].pk for block in nomination.case.pictures_body)
    assert "照片有 2 张，多了 1 张" in browser.get(page_of(nomination)).text
    after = browser.post(page_of(nomination, "photos"), {"rule": "i1", "images": [second]}, follow=True).text
    assert "多了 1 张" not in after
    browser.post(page_of(nomination, "photos"), {"rule": "i1", "images": [second, first]})
    assert list(nomination.attachments.values_list("image", flat=True)) == [first, second]
    foreign = factories.image("别处的")
    assert "不在案例里了" in browser.post(page_of(nomination, "photos"), {"rule": "i1", "images": [foreign.pk]}).text


def test_a_film_comes_from_the_countys_own_library(city, nomination, as_user):
    own = making.film(city)
    theirs = Video.objects.create(
        title="别县的", duration=9, file=ContentFile(b"0", name="x.mp4"), collection=city.zhuling.access.collection
    )
    browser = as_user(city.nominator)
    page = browser.get(page_of(nomination)).text
    assert "古厝党课" in page and "别县的" not in page
    browser.post(page_of(nomination, "film"), {"rule": "v1", "video": own.pk})
    assert nomination.attachments.get().video == own
    assert "不在了" in browser.post(page_of(nomination, "film"), {"rule": "v1", "video": theirs.pk}).text
    with pytest.raises(Refused):
        filling.choose_film(nomination=nomination, user=city.nominator, rule="v1", video=theirs)
    browser.post(page_of(nomination, "film"), {"rule": "v1", "video": ""})
    assert not nomination.attachments.exists()


def office(*names: str) -> SimpleUploadedFile:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as parts:
        for name in names:
            parts.writestr(name, "<x/>")
    return SimpleUploadedFile("名单.docx", data.getvalue())


@pytest.mark.parametrize(
    ("upload", "kind"),
    [
        (making.pdf, "pdf"),
        (making.photo, "jpg"),
        (lambda: office("word/document.xml"), "docx"),
        (lambda: office("xl/workbook.xml"), "xlsx"),
    ],
)
def test_a_paper_is_known_by_what_is_in_it(city, nomination, as_user, upload, kind):
    browser = as_user(city.nominator)
    browser.post(page_of(nomination, "paper"), {"rule": "f1", "paper": upload()})
    paper = nomination.attachments.get()
    assert (paper.kind, paper.rule, paper.added_by) == (kind, "f1", city.nominator)
    assert browser.get(reverse("nominations:attachment", args=[nomination.pk, paper.pk])).status_code == 200
    browser.post(reverse("nominations:drop_attachment", args=[nomination.pk, paper.pk]))
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (lambda: SimpleUploadedFile("x.pdf", b"<script>"), "这个文件打不开"),
        (lambda: office("word/document.xml", "word/vbaProject.bin"), "这个文件里有宏"),
        (lambda: office("readme.txt"), "这个文件打不开"),
    ],
)
def test_what_is_no_paper_is_refused_in_words(city, nomination, as_user, upload, words):
    answer = as_user(city.nominator).post(page_of(nomination, "paper"), {"rule": "f1", "paper": upload()})
    assert words in answer.text and not Attachment.objects.exists()


def test_a_sealed_nomination_is_read_and_not_changed(city, as_user):
    call = making.call(materials=[rules.form(cells=[{**CELLS[0], "required": False}])])
    nomination = making.sealed(city, call)
    browser = as_user(city.nominator)
    assert "不能再改" in browser.get(page_of(nomination)).text
    browser.post(page_of(nomination), {"c1": "改了"})
    assert kept(nomination).answers is None


def test_the_city_reads_it_and_another_county_does_not(city, nomination, as_user):
    assert as_user(city.city_nominator).get(page_of(nomination)).status_code == 200
    with pytest.raises(Refused):
        filling.fill(nomination=nomination, user=city.city_nominator, answers={"c1": "市里写的"})
    outsider = factories.person("竹岭市申报专员", city.zhuling, "nominator")
    assert as_user(outsider).get(page_of(nomination)).status_code == 404
    with pytest.raises(Refused):
        filling.fill(nomination=nomination, user=outsider, answers={"c1": "别县写的"})


def test_what_the_call_does_not_ask_is_refused(city, nomination):
    with pytest.raises(Refused, match="没有这一项"):
        filling.fill(nomination=nomination, user=city.nominator, answers={"c9": "x"})


def test_next_years_form_shows_what_was_written_this_year(city, nomination, as_user):
    filling.fill(nomination=nomination, user=city.nominator, answers={"c1": "魏承棠"})
    call = nomination.call.next_one()
    call.opens_at, call.closes_at = nomination.call.opens_at, nomination.call.closes_at
    call.save()
    again = making.prepared(city, call, nomination.case)
    page = as_user(city.nominator).get(page_of(again)).text
    assert 'value="魏承棠"' in page and "上次申报写的，看看还对不对" in page


def test_a_tick_is_about_the_photos_that_were_seen(city, nomination, as_user):
    browser = as_user(city.nominator)
    browser.post(page_of(nomination), {"i1.seen": "on"})
    assert "还没有人看过：牌匾" not in browser.get(page_of(nomination)).text
    first = nomination.case.pictures_body[0].value["image"].pk
    browser.post(page_of(nomination, "photos"), {"rule": "i1", "images": [first]})
    assert "还没有人看过：牌匾" in browser.get(page_of(nomination)).text


def test_what_one_person_left_alone_another_may_have_changed(city, nomination, as_user):
    filling.fill(nomination=nomination, user=city.nominator, answers={"t1": "旧的", "c1": "魏承棠", "i1.seen": ""})
    asked = entry.of(kept(nomination))
    form = AnswersForm({"t1": "旧的", "c1": "叶桂英"}, asked=asked, carried={})
    assert form.is_valid() and form.given() == {"answers": {"c1": "叶桂英"}}


def test_a_word_that_was_taken_out_does_not_come_back(city, nomination):
    filling.fill(nomination=nomination, user=city.nominator, answers={"c1": ""})
    form = AnswersForm(asked=entry.of(kept(nomination)), carried={"c1": "去年的人"})
    assert form["c1"].value() == ""


def test_what_was_sealed_stays_while_a_supplement_is_mended(city):
    call = making.call(materials=[rules.form(cells=[dict(CELLS[0])]), rules.file()])
    nomination = making.prepared(city, call)
    nomination = filling.fill(nomination=nomination, user=city.nominator, answers={"c1": "魏承棠"})
    paper = filling.add_paper(nomination=nomination, user=city.nominator, rule="f1", paper=making.pdf())
    steps.seal(nomination=nomination, user=city.nominator, scan=making.pdf())
    Nomination.objects.filter(pk=nomination.pk).update(step=Step.RETURNED)
    filling.fill(nomination=nomination, user=city.nominator, answers={"c1": "叶桂英"})
    filling.drop_paper(nomination=nomination, user=city.nominator, paper=paper)
    now = entry.of(kept(nomination))
    assert (now.answer("c1"), now.files(now.of_kind(FileRule)[0])) == ("叶桂英", [])
    then = entry.of(kept(nomination), live=False)
    assert (then.answer("c1"), then.files(then.of_kind(FileRule)[0])) == ("魏承棠", [paper])
    assert paper.file.storage.exists(paper.file.name)
