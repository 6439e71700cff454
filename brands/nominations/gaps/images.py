"""Photos: how many, and each one's format, size, shape, year and words."""

from collections.abc import Iterator

from brands.nominations.entry import Entry, Shown
from brands.nominations.gaps import seen
from brands.nominations.gaps.gap import Gap, Where, by
from brands.nominations.gaps.measures import LOST, in_bytes, in_pixels, is_ratio, kind_of, size_of
from brands.nominations.material.rules import ImageRule

PRINTED = 4  # inches: a photo in an anthology is printed about 10 cm wide, so 300 dpi take 1,200 pixels
ANCHOR = "photos"


def check(rule: ImageRule, entry: Entry) -> Iterator[Gap]:
    shown = entry.pictures(rule)
    yield from _count(rule, len(shown))
    for number, one in enumerate(shown, start=1):
        yield from _one(rule, one, f"第 {number} 张" if len(shown) > 1 else "这张", entry.call)
    if rule.must_show and shown:
        yield from seen.check(rule, entry)


def _count(rule: ImageRule, have: int) -> Iterator[Gap]:
    what = "封面图" if rule.which == "cover" else "照片"
    least = rule.min_count or 1
    if have < least:
        said = f"一张{what}也没有" if not have else f"{what}有 {have} 张，还差 {least - have} 张"
        yield by(rule, said, f"{what}至少 {least} 张", "在案例里加照片。", Where.CASE, ANCHOR)
    elif rule.max_count and have > rule.max_count:
        said, why = f"{what}有 {have} 张，多了 {have - rule.max_count} 张", f"{what}至多 {rule.max_count} 张"
        yield by(rule, said, why, "选出要报的几张。", Where.ANSWERS, rule.key)


def _one(rule: ImageRule, one: Shown, which: str, call: dict) -> Iterator[Gap]:
    for said, why, how in (*_file(rule, one), *_shape(rule, one), *_told(rule, one, call)):
        yield by(rule, f"{which}“{one.image.title}”{said}", why, how, Where.CASE, ANCHOR)


def _file(rule: ImageRule, one: Shown) -> Iterator[tuple[str, str, str]]:
    kind, size = kind_of(one.image.file.name), size_of(one.image.file, one.image.file_size)
    if size is None:
        yield LOST
        return
    if rule.formats and kind not in rule.formats:
        wanted = "、".join(name.upper() for name in rule.formats)
        yield f"是 {kind.upper()}", f"照片用 {wanted} 格式", "换一张，或另存成要求的格式再传。"
    if rule.min_bytes and size < rule.min_bytes:
        least = in_bytes(rule.min_bytes)
        yield f"只有 {in_bytes(size)}", f"每张至少 {least}", "传手机或相机里的原图，不要用微信转发过的。"
    if rule.max_bytes and size > rule.max_bytes:
        yield f"有 {in_bytes(size)}", f"每张不超过 {in_bytes(rule.max_bytes)}", "压缩一下再传。"


def _shape(rule: ImageRule, one: Shown) -> Iterator[tuple[str, str, str]]:
    width, height = one.image.width, one.image.height
    now = f"是 {width}×{height} 像素"
    if (rule.width or width, rule.height or height) != (width, height):
        yield now, f"照片正好{in_pixels(rule.width, rule.height)}", "裁成要求的大小再传。"
    if width < (rule.min_width or 0) or height < (rule.min_height or 0):
        yield now, f"照片至少{in_pixels(rule.min_width, rule.min_height)}", "换一张大的原图。"
    if rule.min_dpi and width < rule.min_dpi * PRINTED:
        least = rule.min_dpi * PRINTED
        why = f"分辨率不低于 {rule.min_dpi} dpi，印成 10 厘米宽要 {least} 像素"
        yield f"宽 {width} 像素", why, "换一张大的原图。打包时会写上 dpi。"
    if rule.ratio and not is_ratio(width, height, rule.ratio):
        yield now, f"画幅 {rule.ratio}", f"裁成 {rule.ratio} 再传。"


def _told(rule: ImageRule, one: Shown, call: dict) -> Iterator[tuple[str, str, str]]:
    if rule.caption and not one.caption and rule.which != "cover":
        yield "没有图说", "照片要有说明", "写一句：何时、何地、何事。"
    taken = one.image.taken_on
    if rule.this_year and taken is None:
        yield "没有写拍摄日期", f"照片是 {call['year']} 年拍的", "传手机里的原图，或请编辑在照片资料里补上。"
    elif rule.this_year and taken.year != call["year"]:
        yield f"是 {taken.year} 年拍的", f"照片是 {call['year']} 年拍的", "换一张当年的。"
