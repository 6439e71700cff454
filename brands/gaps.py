"""What a case still lacks before it may be submitted, field by field, in words for the person who writes it."""

NEEDED = {
    "title": "给案例起个题目。",
    "summary": "写一句话：在哪里，做了什么，成了什么样。",
    "category": "选一个最合适的类别。",
    "background": "写写当时遇到了什么难处。",
    "practice": "写写是怎么做的。",
    "results": "写写做成了什么样。",
}
FIGURE_LABELS = {"label": "数的是什么", "value": "数值", "unit": "单位", "as_of": "截至哪天", "method": "怎么数的"}


def gaps_of(page) -> dict[str, str]:
    """Return what is missing: {field: sentence}; a picture's key is `photo-<id of its block>`, figures share one."""
    missing = {field: sentence for field, sentence in NEEDED.items() if not getattr(page, field).strip()}
    if page.untitled:
        missing["title"] = NEEDED["title"]
    if figures := _figure_gaps(page):
        missing["figures"] = "；".join(figures) + "。"
    return missing | _picture_gaps(page)


def spot_of(field: str) -> str:
    """Return the id of the place on the writing screen where this gap is filled."""
    if field.startswith("photo-") or field == "figures":
        return field
    return "photos" if field == "cover" else f"id_{field}"


def _figure_gaps(page) -> list[str]:
    lines = []
    for number, figure in enumerate(page.figures(), start=1):
        lacking = [label for field, label in FIGURE_LABELS.items() if figure[field] in (None, "")]
        if lacking:
            lines.append(f"第 {number} 个数字{figure['label'] or ''}还缺：{'、'.join(lacking)}")
    return lines


def _picture_gaps(page) -> dict[str, str]:
    missing = {}
    for number, block in enumerate(page.pictures_body, start=1):
        image, caption = block.value["image"], (block.value["caption"] or "").strip()
        why = [] if caption else ["写一句图说：何时、何地、何事"]
        if image is None:
            why = ["图片已经不在了，请换一张或去掉它"]
        elif gap := image.consent_gap():
            why.append(gap)
        if why:
            missing[f"photo-{block.id}"] = f"第 {number} 张照片：{'；'.join(why)}。"
    cover = page.cover
    shown = {block.value["image"].pk for block in page.pictures_body if block.value["image"]}
    if cover and cover.pk not in shown and (gap := cover.consent_gap()):
        missing["cover"] = f"题图“{cover.title}”：{gap}。"
    return missing
