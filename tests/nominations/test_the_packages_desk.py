"""材料包 on the desk: what it says before, while and after; single papers; who reaches which."""

import zipfile
from io import BytesIO
from urllib.parse import unquote

import pytest
from django.urls import reverse

from brands.nominations.models import Package
from cms.audit.models import Event
from cms.notices.models import Notice
from tests.markup import faults
from tests.nominations import making as made
from tests.nominations.second_reader import cells, paragraphs
from tests.nominations.test_packages import RULES, pictured

State = Package.State


@pytest.fixture
def sealed(city, call):
    return made.sealed(city, call, pictured(city))


def address(name: str, *args) -> str:
    return reverse(f"nominations:{name}", args=args)


def read(client, *where) -> str:
    answer = client.get(address(*where))
    assert answer.status_code == 200
    html = answer.content.decode()
    assert faults(html) == []
    return html


def downloaded(client, *where) -> tuple[str, bytes]:
    """Return the name and the bytes of what is handed out."""
    answer = client.get(address(*where))
    assert answer.status_code == 200, answer
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return unquote(answer["Content-Disposition"].partition("utf-8''")[2]), data


def test_a_county_makes_its_package_and_takes_it(city, call, sealed, as_user):
    client = as_user(city.nominator)
    assert "照片2.jpg" in read(client, "package", sealed.pk)

    answer = client.post(address("package", sealed.pk), follow=True)

    package = Package.objects.get()
    assert package.sha256 in answer.content.decode()
    name, data = downloaded(client, "package_file", package.pk)
    assert name == package.name
    assert zipfile.ZipFile(BytesIO(data)).testzip() is None


def test_the_bench_and_the_board_lead_there(city, call, sealed, as_user):
    assert address("package", sealed.pk) in read(as_user(city.nominator), "bench", sealed.pk)
    board = read(as_user(city.city_nominator), "board", call.pk)
    assert address("call_package", call.pk) in board
    for name in ("summary", "notice", "anthology"):
        assert address("call_paper", call.pk, name) in board


def test_a_page_looks_again_while_a_package_is_made_and_rests_when_it_is_done(city, call, sealed, as_user):
    client = as_user(city.nominator)
    package = Package.objects.create(call=call, nomination=sealed, state=State.WORKING, done=1, total=3)

    answer = client.get(address("package", sealed.pk))
    assert answer["Refresh"] == "3"
    assert "3 个案例装好了 1 个" in answer.content.decode()
    Package.objects.filter(pk=package.pk).update(state=State.FAILED, reason="照片不见了。")
    answer = client.get(address("package", sealed.pk))
    assert "Refresh" not in answer
    assert "照片不见了。" in answer.content.decode()


def test_what_is_missing_is_listed_instead_of_the_button_and_papers_are_still_to_be_had(city, as_user):
    call = made.call(materials=[RULES[1] | {"value": RULES[1]["value"] | {"min_words": 3000}}])
    nomination = made.prepared(city, call)
    client = as_user(city.nominator)

    page = read(client, "package", nomination.pk)
    assert "补齐了才能打包" in page
    assert ">打包</button>" not in page
    assert "材料还没有齐" in client.post(address("package", nomination.pk), follow=True).content.decode()
    name, data = downloaded(client, "paper", nomination.pk, "paper-1")
    assert name == "未定稿-一座古厝的三十六堂党课-推荐表.docx"
    assert "推荐单位意见" in paragraphs(data)
    assert downloaded(client, "paper", nomination.pk, "paper-2")[0] == "未定稿-一座古厝的三十六堂党课-案例正文.docx"
    assert client.get(address("paper", nomination.pk, "paper-3")).status_code == 404


def test_a_sealed_paper_bears_no_mark_and_taking_it_is_written_down(city, call, sealed, as_user):
    name, _ = downloaded(as_user(city.nominator), "paper", sealed.pk, "paper-2")

    assert name == "一座古厝的三十六堂党课-案例正文.docx"
    event = Event.objects.get(action="导出申报文书")
    assert (event.actor, event.detail) == (city.nominator, {"nomination": sealed.pk, "paper": "案例正文"})


def test_the_city_packs_the_whole_call_and_is_told_when_it_is_done(city, call, sealed, as_user):
    client = as_user(city.city_nominator)

    client.post(address("call_package", call.pk))

    package = Package.objects.get(nomination=None)
    assert downloaded(client, "package_file", package.pk)[0] == package.name
    told = Notice.objects.get(user=city.city_nominator, key=f"package-{package.pk}")
    assert told.url == address("call_package", call.pk)


def test_the_papers_of_a_call_say_why_there_is_none_yet(city, call, as_user):
    client = as_user(city.city_nominator)

    for name, why in (("summary", "没有县里推荐上来的"), ("notice", "还没有发公示"), ("anthology", "还没有登记入选")):
        assert why in client.get(address("call_paper", call.pk, name), follow=True).content.decode()
    assert client.get(address("call_paper", call.pk, "secret")).status_code == 404
    assert "还没有可以打包的" in read(client, "call_package", call.pk)


def test_summary_notice_and_anthology_are_to_be_had_in_their_time(city, call, as_user):
    nomination = made.reported(city, call, pictured(city))
    client = as_user(city.city_nominator)
    with made.after_notice(nomination):
        made.steps.record_outcome(
            nominations=[nomination], user=city.city_nominator, outcome="awarded",
            document_number="〔2026〕40号", decided_on=nomination.publicity.ends_on,
        )  # fmt: skip

    name, data = downloaded(client, "call_paper", call.pk, "summary")
    assert name == f"{call.title}-汇总表.xlsx" and cells(data)["D3"] == ("text", "一座古厝的三十六堂党课")
    assert "拟推荐案例公示" in paragraphs(downloaded(client, "call_paper", call.pk, "notice")[1])
    said = paragraphs(downloaded(client, "call_paper", call.pk, "anthology")[1])
    assert said[0] == f"{call.series}（{call.year}年）"
    assert "1　一座古厝的三十六堂党课（延溪区新时代文明实践中心）" in said and "图1　第 1 张" in said


def test_to_everybody_else_none_of_it_is_there(city, call, sealed, as_user):
    package = Package.objects.create(call=call, nomination=sealed, state=State.READY, name="x.zip")
    whole = Package.objects.create(call=call, state=State.READY, name="y.zip")

    places = [
        ("package", sealed.pk), ("paper", sealed.pk, "paper-1"), ("package_file", package.pk),
        ("call_package", call.pk), ("call_paper", call.pk, "summary"), ("package_file", whole.pk),
    ]  # fmt: skip
    for user in (city.outsider, city.outside_reviewer, city.contributor, city.editor):
        for where in places:
            assert as_user(user).get(address(*where)).status_code == 404, (user, where)
    assert as_user(city.nominator).get(address("package_file", whole.pk)).status_code == 404
    assert as_user(city.nominator).post(address("call_package", call.pk)).status_code == 404
    assert as_user(city.outsider).post(address("package", sealed.pk)).status_code == 404


def test_no_address_of_uploads_leads_to_a_package(city, call, sealed, as_user):
    as_user(city.nominator).post(address("package", sealed.pk))

    stored = Package.objects.get().file
    assert stored.storage.exists(stored.name)
    assert as_user(city.superuser).get(f"/uploads/{stored.name}").status_code == 404
