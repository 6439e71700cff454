"""One case, from a phone in 上埔村 to the register of honours, and off the site again; every tap is a real one."""

import datetime as dt

from django.utils import timezone
from playwright.sync_api import expect

from brands.models import CasePage
from brands.nominations.models import Publicity
from tests import factories
from tests.brands.writing import WORDS
from tests.browser.deeds import approve, nominate, send_back
from tests.browser.writing import write_case
from tests.nominations import making

TITLE = WORDS["title"]
WRONG, RIGHT = "三年讲了 63 堂，课后办结 21 件实事。", WORDS["results"]
CONTACT = "云麓市委宣传部文明实践科，书面材料寄市行政中心 3 号楼，单位盖章或本人签名"


def test_a_case_goes_from_the_village_to_the_province(city, people):
    call = making.call()
    writer = people.open()
    sign_in(writer, city.contributor)
    write_and_submit(writer)
    reads_for = {user: people.open(user) for user in (city.checker, city.editor, city.reviewer, city.signer)}
    approve(reads_for[city.checker], TITLE)
    send_back(reads_for[city.editor], TITLE, "堂数和关键数字对不上，请核对。", "这里写 63，下面写 36。")
    mend_and_resubmit(writer)
    for page in reads_for.values():
        approve(page, TITLE)
    public = people.open()
    find_and_read(public)
    county, bench = people.open(city.nominator), people.open(city.city_nominator)
    nominate(county, TITLE)
    choose_and_announce(bench, call)
    notice_is_public(public)
    let_the_notice_run_out()
    report_and_record(bench, call)
    honour_stands(public)
    take_down(reads_for[city.reviewer])
    is_gone(people, public)


def sign_in(page, user) -> None:
    page.goto("/desk/")
    page.get_by_label("登录名").fill(user.username)
    page.get_by_label("密码", exact=True).fill(factories.PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(user.name)


def write_and_submit(page) -> None:
    write_case(page, results=WRONG)
    page.get_by_role("button", name="交上去").click()
    expect(page.locator("main")).to_contain_text("交上去了")
    expect(page.locator("main")).to_contain_text("看稿")


def mend_and_resubmit(page) -> None:
    page.goto("/desk/")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.locator("main")).to_contain_text("堂数和关键数字对不上")
    if not page.url.endswith("/edit/"):
        page.get_by_role("link", name="去修改").first.click()
    expect(page.locator("main")).to_contain_text("这里写 63，下面写 36。")
    page.get_by_label("取得成效").fill(RIGHT)
    page.get_by_role("button", name="交上去").click()
    expect(page.locator("main")).to_contain_text("交上去了")


def find_and_read(page) -> None:
    page.goto("/search/")
    page.get_by_label("想找什么").fill("古厝 党课")
    page.get_by_role("button", name="搜索", exact=True).last.click()
    page.get_by_role("link", name=TITLE).first.click()
    article = page.locator("main")
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE)
    for words in ("三年讲了 36 堂", "小院党课", "签到簿", "第1张", "陈秋生", "终审"):
        expect(article).to_contain_text(words)
    expect(article).not_to_contain_text("63")


def choose_and_announce(page, call) -> None:
    page.goto(f"/desk/nominations/calls/{call.pk}/")
    page.locator("#recommend").get_by_role("checkbox").check()
    page.get_by_role("button", name="选定勾上的").click()
    announce = page.locator("#publicise")
    announce.get_by_role("checkbox").check()
    announce.locator("input[name=starts_on]").fill(timezone.localdate().isoformat())
    announce.locator("[name=contact]").fill(CONTACT)
    page.get_by_role("button", name="发公示").click()
    expect(page.get_by_text("公示发出去了")).to_be_visible()


def notice_is_public(page) -> None:
    page.goto("/gongshi/")
    page.get_by_role("link", name="拟推荐案例公示").click()
    expect(page.locator("main")).to_contain_text(TITLE)
    expect(page.locator("main")).to_contain_text(CONTACT)


def let_the_notice_run_out() -> None:
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    Publicity.objects.update(starts_on=yesterday - dt.timedelta(days=8), ends_on=yesterday)


def report_and_record(page, call) -> None:
    page.goto(f"/desk/nominations/calls/{call.pk}/")
    page.locator("#report").get_by_role("checkbox").check()
    page.get_by_role("button", name="勾上的已经上报").click()
    outcome = page.locator("#outcome")
    outcome.get_by_role("checkbox").check()
    outcome.locator("[name=outcome][value=awarded], select[name=outcome]").first.evaluate(CHOOSE_AWARDED)
    outcome.locator("[name=document_number]").fill("省文明办〔2026〕36号")
    outcome.locator("[name=decided_on]").fill(timezone.localdate().isoformat())
    page.get_by_role("button", name="登记结果").click()
    expect(page.get_by_text("荣誉也登记好了")).to_be_visible()


CHOOSE_AWARDED = "field => { if (field.tagName === 'SELECT') field.value = 'awarded'; else field.checked = true }"


def honour_stands(page) -> None:
    page.goto(CasePage.objects.get().url)
    main = page.locator("main")
    for words in ("从村里到省里", "省新时代文明实践创新案例集", "公示 5 个工作日", "入选"):
        expect(main).to_contain_text(words)
    page.goto("/honours/")
    for words in (TITLE, "省文明办〔2026〕36号"):
        expect(page.locator("main")).to_contain_text(words)


def take_down(page) -> None:
    """Take the page off the site: 撤下, a reason, 确定撤下."""
    page.goto(f"/desk/review/record/{CasePage.objects.get().pk}/")
    page.get_by_role("link", name="撤下").click()
    page.get_by_label("为什么撤下").fill("出镜人要求撤下")
    page.get_by_role("button", name="确定撤下").click()
    expect(page.get_by_text("网上看不到了")).to_be_visible()


def is_gone(people, page) -> None:
    people.expect(r"status of 404")
    answer = page.goto(CasePage.objects.get().get_url())
    assert answer.status == 404
    page.goto("/search/?q=古厝")
    expect(page.get_by_role("link", name=TITLE)).to_have_count(0)
