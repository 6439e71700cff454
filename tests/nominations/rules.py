"""Rules as a call holds them, one function a kind; `key` is the block's id."""


def rule(block: str, key: str, **value) -> dict:
    defaults = {"name": "材料", "category": "", "blocking": True}
    return {"type": block, "id": key, "value": defaults | value}


def rows(*values: dict) -> list[dict]:
    """Return the rows of a list inside a rule; each says its `key`."""
    return [{"type": "item", "id": row.pop("key"), "value": row} for row in values]


def text(key: str = "t1", *, sections=(), **value) -> dict:
    return rule("text", key, **{"name": "案例正文", "source": "body", "sections": rows(*sections)} | value)


def image(key: str = "i1", **value) -> dict:
    return rule("image", key, **{"name": "照片", "which": "photos"} | value)


def video(key: str = "v1", **value) -> dict:
    return rule("video", key, **{"name": "微视频"} | value)


def file(key: str = "f1", **value) -> dict:
    return rule("file", key, **{"name": "承诺书"} | value)


def form(key: str = "m1", *, cells=(), **value) -> dict:
    return rule("form", key, **{"name": "推荐表", "cells": rows(*cells)} | value)


def eligibility(key: str = "e1", **value) -> dict:
    return rule("eligibility", key, **{"name": "申报条件"} | value)
