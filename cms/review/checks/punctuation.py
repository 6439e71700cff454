"""Marks as GB/T 15834—2011 has them: full width in Chinese text, in pairs, and once."""

import re
from collections.abc import Iterator

from cms.review.checks.finding import Finding, Level, excerpt

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
HALF = re.compile(rf"(?<=[{HAN}”》）])[,;:?!()]|[,;?!()](?=[{HAN}“《（])|(?<=[{HAN}])\.(?![\dA-Za-z.])")
STRAIGHT = re.compile(rf"(?<=[{HAN}])[\"']|[\"'](?=[{HAN}])")
PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "〔": "〕", "【": "】", "〈": "〉", "「": "」"}
CLOSING = {right: left for left, right in PAIRS.items()}
ITEM = re.compile(
    r"(?:^|(?<=[。；，、：\s]))[\d一二三四五六七八九十]+）"
)  # 1）2）: a bracket that stands alone rightly
DOUBLED = re.compile(r"([，。、；：！？])\1+|[，、；：][，。、；：！？]|[。！？][，、；：]")
DOTS = re.compile(r"\.{3,}|。{2,}|·{3,}")
DOCUMENT = re.compile(r"[\[(（【［]((?:19|20)\d{2})[\])）】］](\s*第?\d+\s*号)")
NUMBERED = re.compile(r"〔(?:19|20)\d{2}〕\s*(?:第\s*\d+|0\d*)\s*号")
BETWEEN = re.compile(r"》、《")
GAP = re.compile(rf"(?<=[{HAN}])[ \u3000]+(?=[{HAN}])")
ENDINGS = "。！？”』」）…：；》—\"'"
LONG = 40  # a part this long, with full stops in it, ends with a mark


def check(texts) -> Iterator[Finding]:
    """Find marks that a careful editor would set otherwise; one finding per kind and field, with how many times."""
    for text in texts:
        for rule in (_half, _straight, _doubled, _dots, _pairs, _documents, _between, _gaps, _ending):
            if found := list(rule(text.words)):
                start, end, what, why, level = found[0]
                times = f"（共 {len(found)} 处）" if len(found) > 1 else ""
                yield Finding(level, text.field, text.label, what + times, why, excerpt(text.words, start, end))


def _half(words: str) -> Iterator[tuple]:
    for match in HALF.finditer(words):
        mark = match[0]
        why = f"中文里用全角的“{FULL.get(mark, '。')}”。"
        yield *match.span(), f"标点“{mark}”是半角的", why, Level.SHOULD


def _straight(words: str) -> Iterator[tuple]:
    for match in STRAIGHT.finditer(words):
        yield *match.span(), "引号是直的", "中文里用弯引号“ ”‘ ’，左右分开。", Level.SHOULD


def _doubled(words: str) -> Iterator[tuple]:
    for match in DOUBLED.finditer(words):
        if not DOTS.match(words, match.start()) and match[0] not in ("！！！", "！！", "？！", "！？"):
            yield *match.span(), f"标点“{match[0]}”叠在一起", "同一处只用一个点号。", Level.SHOULD


def _dots(words: str) -> Iterator[tuple]:
    for match in DOTS.finditer(words):
        yield *match.span(), f"省略号写成了“{match[0]}”", "省略号是六个点“……”，居中占两格。", Level.HINT


def _pairs(words: str) -> Iterator[tuple]:
    """Walk paragraph by paragraph: every opening mark has its closing one."""
    offset = 0
    for line in words.split("\n"):
        alone = {match.end() - 1 for match in ITEM.finditer(line)}
        yield from (
            (offset + place, offset + place + 1, what, "引号、括号、书名号成对出现，少了的一半补上。", Level.SHOULD)
            for place, what in _unpaired(line, alone)
        )
        offset += len(line) + 1


def _unpaired(line: str, alone: set[int]) -> Iterator[tuple[int, str]]:
    opened: list[tuple[int, str]] = []
    for place, mark in enumerate(line):
        if mark in PAIRS:
            opened.append((place, mark))
        elif mark in CLOSING and place not in alone:
            if opened and opened[-1][1] == CLOSING[mark]:
                opened.pop()
            else:
                yield place, f"“{mark}”没有左边的一半"
    for place, mark in opened:
        yield place, f"“{mark}”没有右边的一半"


def _documents(words: str) -> Iterator[tuple]:
    for match in DOCUMENT.finditer(words):
        what = f"发文字号里的年份应当写作〔{match[1]}〕"
        yield *match.span(), what, "《党政机关公文格式》：年份用六角括号“〔〕”括入。", Level.SHOULD
    for match in NUMBERED.finditer(words):
        yield (
            *match.span(),
            "发文字号的序号写法",
            "《党政机关公文格式》：发文顺序号不加“第”字，不编虚位（1 不编为 01）。",
            Level.SHOULD,
        )


def _between(words: str) -> Iterator[tuple]:
    for match in BETWEEN.finditer(words):
        yield *match.span(), "书名号之间有顿号", "GB/T 15834：并列的书名号之间通常不用顿号。", Level.HINT


def _gaps(words: str) -> Iterator[tuple]:
    for match in GAP.finditer(words):
        yield *match.span(), "汉字之间有空格", "汉字之间不空格，多半是粘贴带来的。", Level.HINT


def _ending(words: str) -> Iterator[tuple]:
    plain = words.rstrip()
    if len(plain) >= LONG and "。" in plain and plain[-1] not in ENDINGS:
        yield len(plain) - 1, len(plain), "结尾没有句号", "这一段是整句，末尾要有句号。", Level.HINT
