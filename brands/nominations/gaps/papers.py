"""Other papers: scans and lists that the county sends up."""

from collections.abc import Iterator

from brands.nominations.entry import Entry
from brands.nominations.gaps.gap import Gap, Where, by
from brands.nominations.gaps.measures import in_bytes
from brands.nominations.material.rules import FileRule


def check(rule: FileRule, entry: Entry) -> Iterator[Gap]:
    papers = entry.files(rule)
    if not papers:
        yield by(rule, f"{rule.name}还没有传", f"要交{rule.name}", "扫描或拍照传上来。", Where.ANSWERS, rule.key)
    for paper in papers:
        if rule.formats and paper.kind not in rule.formats:
            wanted = "、".join(name.upper() for name in rule.formats)
            said = f"“{paper.name}”是 {paper.kind.upper()}"
            yield by(rule, said, f"用 {wanted} 格式", "换成要求的格式再传。", Where.ANSWERS, rule.key)
        if rule.max_bytes and paper.size > rule.max_bytes:
            said = f"“{paper.name}”有 {in_bytes(paper.size)}"
            yield by(rule, said, f"不超过 {in_bytes(rule.max_bytes)}", "压缩一下再传。", Where.ANSWERS, rule.key)
