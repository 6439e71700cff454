"""The plain words and the pictures inside a StreamField."""

from django.utils.html import strip_tags


def plain_words(stream) -> str:
    """Return the text that people read in a stream, one block a paragraph."""
    return "\n\n".join(words for block in stream if (words := _words(block)))


def _words(block) -> str:
    if block.block_type == "paragraph":
        return strip_tags(block.value.source.replace("</p>", "\n")).strip()
    if block.block_type == "heading":
        return block.value
    return block.value.get("text") or block.value.get("caption") or ""


def stream_images(stream) -> list:
    """Return the images of a stream's picture blocks."""
    return [block.value["image"] for block in stream if block.block_type == "picture" and block.value["image"]]
