"""A contributor at the screen of writing, as a thumb does it."""

from playwright.sync_api import Page

from tests.brands.writing import FIGURE, WORDS, jpeg

LABELS = {
    "题目": "title",
    "一句话简介": "summary",
    "从哪天": "period_start",
    "到哪天": "period_end",
    "背景起因": "background",
    "主要做法": "practice",
    "取得成效": "results",
    "经验启示": "lessons",
}
FIGURE_LABELS = {"数的是什么": "label", "数值": "value", "单位": "unit", "截至哪天": "as_of", "怎么数的": "method"}


def write_words(page: Page, **changes) -> None:
    for label, field in LABELS.items():
        page.get_by_label(label).fill((WORDS | changes)[field])
    page.locator("input[name=category][value=policy]").check()


def write_figure(page: Page) -> None:
    page.locator("summary", has_text="关键数字").click()
    row = page.locator("[data-row]").first
    for label, field in FIGURE_LABELS.items():
        row.get_by_label(label).fill(FIGURE[field])


def payload(file) -> dict:
    """Return a file as a browser is given one to choose."""
    return {"name": file.name, "mimeType": file.content_type, "buffer": file.read()}


def add_photos(page: Page, count: int = 2) -> None:
    """Choose photos from the phone, wait until each is on the server, and say what is on them."""
    colours = ("#2e6a4f", "#b3242b", "#8f6a1d")
    files = [jpeg(f"IMG_{number}.jpg", colours[number]) for number in range(count)]
    page.locator("#id_photos").set_input_files([payload(file) for file in files])
    for number in range(count):
        photo = page.locator("fieldset.photo").nth(number)
        photo.get_by_label("图说").fill(f"2026年6月，上埔村古厝，第{number + 1}张。")
        photo.get_by_label("谁拍的").fill("陈秋生")
        photo.get_by_label("没有可辨认的人").check()


def wait_until_saved(page: Page) -> None:
    page.locator("[data-state]").filter(has_text="已保存").wait_for()


def write_case(page: Page, **changes) -> None:
    """Write a whole case on its screen; it saves itself."""
    page.goto("/desk/submissions/new/")
    write_words(page, **changes)
    write_figure(page)
    add_photos(page)
    wait_until_saved(page)
