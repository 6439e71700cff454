"""Films: chosen, long enough, in the shape and format that the notice names."""

from collections.abc import Iterator

from brands.nominations.entry import Entry
from brands.nominations.gaps import seen
from brands.nominations.gaps.gap import Gap, Where, by
from brands.nominations.gaps.measures import LOST, in_bytes, in_pixels, in_time, is_ratio, kind_of, size_of
from brands.nominations.material.rules import VideoRule


def check(rule: VideoRule, entry: Entry) -> Iterator[Gap]:
    films = entry.videos(rule)
    if not films:
        yield by(rule, "还没有选视频", f"要有{rule.name}", "从本县的视频里选一部。", Where.ANSWERS, rule.key)
    for film in films:
        for said, why, how in (*_length(rule, film), *_shape(rule, film), *_file(rule, film)):
            yield by(rule, f"“{film.title}”{said}", why, how, Where.ANSWERS, rule.key)
    if films and rule.must_show:
        yield from seen.check(rule, entry)


def _length(rule: VideoRule, film) -> Iterator[tuple[str, str, str]]:
    seconds = film.duration
    if (rule.max_seconds or rule.min_seconds) and not seconds:
        yield "不知道有多长", "视频有时长要求", "请编辑在视频资料里写上时长。"
        return
    if rule.max_seconds and seconds > rule.max_seconds:
        over = in_time(seconds - rule.max_seconds)
        yield f"长 {in_time(seconds)}，超了 {over}", f"不超过 {in_time(rule.max_seconds)}", "剪短了再传。"
    if rule.min_seconds and seconds < rule.min_seconds:
        yield f"长 {in_time(seconds)}", f"不短于 {in_time(rule.min_seconds)}", "换一部长一点的。"


def _shape(rule: VideoRule, film) -> Iterator[tuple[str, str, str]]:
    if not (rule.width or rule.height or rule.ratio):
        return
    width, height = film.width or 0, film.height or 0
    if not width or not height:
        yield "不知道画面有多大", "视频有画面要求", "请编辑在视频资料里写上宽和高。"
        return
    if width < (rule.width or 0) or height < (rule.height or 0):
        yield f"是 {width}×{height}", f"画面至少{in_pixels(rule.width, rule.height)}", "用原片导出一份大的。"
    if rule.ratio and not is_ratio(width, height, rule.ratio):
        yield f"是 {width}×{height}", f"画幅 {rule.ratio}", "按要求的画幅重新导出。"


def _file(rule: VideoRule, film) -> Iterator[tuple[str, str, str]]:
    kind, size = kind_of(film.file.name), size_of(film.file)
    if size is None:
        yield LOST
        return
    if rule.formats and kind not in rule.formats:
        wanted = "、".join(name.upper() for name in rule.formats)
        yield f"是 {kind.upper()}", f"视频用 {wanted} 格式", "转成要求的格式再传。"
    if rule.max_bytes and size > rule.max_bytes:
        yield f"有 {in_bytes(size)}", f"不超过 {in_bytes(rule.max_bytes)}", "压缩一下再传。"
    if rule.subtitles and not film.captions:
        yield "没有字幕", "视频要有字幕", "请编辑给视频加上字幕文件。"
