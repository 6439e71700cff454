"""What every notice asks without saying so: one number for one thing, and people who agreed to be shown."""

from collections.abc import Iterator

from brands.nominations import facts
from brands.nominations.entry import Entry
from brands.nominations.gaps.gap import Gap, Where
from brands.nominations.gaps.texts import place_of
from brands.nominations.material.choices import Source
from brands.nominations.material.rules import FormRule, ImageRule, TextRule
from cms.review import checks
from cms.review.models import Text

ONE_NUMBER = "同一件事，题目、正文、表格和关键数字要写一个数"


def figures(entry: Entry) -> Iterator[Gap]:
    """Compare the key figures with everything that goes up: texts of other lengths and what was typed for the form."""
    places = dict(_texts(entry))
    for finding in checks.figures.check([text for text, _ in places.values()], entry.case.figures()):
        where, spot = places[finding.field][1] if finding.field in places else (Where.CASE, "figures")
        how = "对照原始记录，改哪边都行。"
        yield Gap(finding.field, finding.label, finding.what, ONE_NUMBER, how, where, spot, blocking=False)


def _texts(entry: Entry) -> Iterator[tuple[str, tuple[Text, tuple[Where, str]]]]:
    for text in entry.case.texts():
        yield text.field, (text, (Where.CASE, f"id_{text.field}"))
    for rule in entry.of_kind(TextRule):
        if rule.source not in (Source.BODY, Source.SUMMARY):
            yield rule.key, (Text(rule.key, rule.name, facts.body(entry.text(rule))), place_of(rule, 0))
        for section in rule.sections:
            if section.part == Source.OWN:
                words = entry.answer(section.key)
                yield section.key, (Text(section.key, section.heading, words), (Where.ANSWERS, section.key))
    for rule in entry.of_kind(FormRule):
        for cell in rule.cells:
            if cell.source == Source.OWN:
                yield cell.key, (Text(cell.key, cell.label, entry.answer(cell.key)), (Where.ANSWERS, cell.key))


def consents(entry: Entry) -> Iterator[Gap]:
    """Name every photo that goes up whose people have not agreed; it blocks, whatever the notice says."""
    rules = entry.of_kind(ImageRule)
    shown = [one for rule in rules for one in entry.pictures(rule)] if rules else entry.photos
    for image in {one.image.pk: one.image for one in shown}.values():
        if lacking := image.consent_gap():
            why = "画面里的人要同意，未成年人要监护人同意"
            yield Gap("consent", f"照片“{image.title}”", lacking, why, "问过了，在照片资料里记一笔。", Where.PHOTOS)


def opinion(entry: Entry) -> Iterator[Gap]:
    if entry.nomination is not None and not entry.opinion:
        why = "推荐表上要印出来"
        yield Gap("opinion", "推荐意见", "推荐意见还没有写", why, "写几句为什么推荐它。", Where.OPINION, "opinion")
