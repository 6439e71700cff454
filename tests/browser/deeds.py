"""What people do with a case that is written: approve it, send it back, nominate it; with scripts or without."""

import re

from playwright.sync_api import Page, expect

from tests.browser.writing import payload
from tests.nominations import making


def approve(page: Page, title: str) -> None:
    """Approve from the to-do list, in three taps."""
    open_todo(page, title)
    page.get_by_text("可以，通过").click()
    page.locator("button[value=approve]").click()
    expect(page.get_by_text(re.compile(f"《{title}》(通过了|已经发布)"))).to_be_visible()


def send_back(page: Page, title: str, comment: str, note: str) -> None:
    """Send a case back with a comment on the whole and a note beside 取得成效."""
    open_todo(page, title)
    part = page.locator("#f-results")
    part.get_by_text("对这一段说一句").click()
    part.locator("textarea").fill(note)
    page.get_by_text("退回修改").click()
    page.get_by_label("要改什么").fill(comment)
    page.get_by_role("button", name="退回给作者").click()
    expect(page.get_by_text("退回给作者了")).to_be_visible()


def open_todo(page: Page, title: str) -> None:
    page.goto("/desk/")
    page.get_by_role("link", name=f"：《{title}》").first.click()


def nominate(page: Page, title: str) -> None:
    """Choose a published case for the open call, print its form and send the sealed one in."""
    page.goto("/desk/nominations/")
    page.get_by_role("link", name="选案例申报").click()
    page.get_by_role("link", name=title).click()
    page.get_by_label("推荐意见").fill("做法实在，群众叫好，同意推荐。")
    page.get_by_role("button", name="建立申报").click()
    page.get_by_role("link", name="打开推荐表").click()
    expect(page.locator(".form-sheet")).to_contain_text("同意推荐")
    page.go_back()
    page.locator("input[name=scan]").set_input_files([payload(making.pdf())])
    page.get_by_role("button", name="盖章推荐").click()
    expect(page.get_by_text("已经推荐到市里").first).to_be_visible()
