"""The templates of file and folder names: braces around a few known words, and nothing else."""

from string import Formatter

from django.core.exceptions import ValidationError

WORDS = {
    "unit": "推荐单位",
    "county": "县（市、区）",
    "place": "所在阵地",
    "title": "案例名称",
    "category": "类别",
    "tier": "阵地级别",
    "number": "序号",
    "name": "材料名称",
    "n": "第几张",
}
HELP = "可以写：" + "、".join(f"{{{word}}} {meaning}" for word, meaning in WORDS.items()) + "。例如：[{tier}]{place}"


def parts(template: str) -> list[tuple[str, str | None]]:
    """Return a template as text and the word that follows it; ValidationError unless each word is known, as it is."""
    try:
        parsed = list(Formatter().parse(template))
    except ValueError as error:
        raise ValidationError("花括号要成对，里面只写一个词。") from error
    for _, word, spec, conversion in parsed:
        if word is not None and (word not in WORDS or spec or conversion):
            raise ValidationError(f"不认识“{{{word}}}”。{HELP}")
    return [(text, word) for text, word, *_ in parsed]


def check_template(template: str) -> None:
    """Raise ValidationError unless the template can name a file."""
    if any(sign in text for text, _ in parts(template) for sign in "/\\"):
        raise ValidationError("名字里不能有斜杠；要分文件夹，请用“一个案例一个文件夹”。")
