"""Lists as Word writes them in HTML: paragraphs with a style, and a sign before their words."""

import re
from collections.abc import Mapping

_LIST = re.compile(r"MsoListParagraph|mso-list:(?!none)")
_LEVEL = re.compile(r"mso-list:[^;]{,40}\blevel([1-9])")
_SIGN = re.compile(r"[ \xa0]*(?:(\d{1,3}[.)])|([^\W\d_]{1,4}[.)])|\S)(?: ?\xa0[ \xa0]+)")
"""What Word writes before an item: a number, a letter or a bullet, and several spaces."""


def word_level(attributes: Mapping[str, str | None]) -> int:
    """Give the level of the list that a paragraph of Word's may be an item of, 0 if of none."""
    style = attributes.get("style") or ""
    if not _LIST.search(f"{attributes.get('class') or ''} {style}"):
        return 0
    level = _LEVEL.search(style)
    return int(level[1]) if level else 1


def word_sign(line: str) -> tuple[str, int] | None:
    """Give the sign of Markdown for what Word wrote before an item, and how long that is."""
    sign = _SIGN.match(line)
    if not sign:
        return None
    number, letter = sign.groups()
    return f"{number[:-1]}. " if number else f"- {letter} " if letter else "- ", sign.end()
