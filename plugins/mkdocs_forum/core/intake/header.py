"""What autocorrection does to the keys of a file: spaces that don't break, typographic quotes."""

import re

_LINE = re.compile(
    r"(?P<above>[ \xa0\u202f]*(?:-[ \xa0\u202f]+)?)"
    r"(?:(?P<open>[«“”„\"'‘])?[ \xa0\u202f]*(?P<key>[A-Za-z]\w*)[ \xa0\u202f]*(?(open)[»”“\"'’])"
    r"[ \xa0\u202f]*:(?=[ \xa0\u202f]|$)[ \xa0\u202f]*)?(?P<value>.*)"
)
_QUOTED = re.compile(
    r"(?:«[ \xa0\u202f]*(?P<french>[^«»]*[^«»\s])[ \xa0\u202f]*»|[“”„](?P<other>[^“”„]+)[”“])\s*"
)
_SPACES = re.compile("[\xa0\u202f]")
_FENCE = "---"


def straight(text: str) -> str:
    """Give a file with plain spaces around its keys, and straight quotes around them and values."""
    first, *lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if line.rstrip() == _FENCE), 0)
    return "\n".join([first, *map(_straight, lines[:end]), *lines[end:]])


def _straight(line: str) -> str:
    found = _LINE.fullmatch(line)
    if not found:
        return line
    above, key, value = (found[name] or "" for name in ("above", "key", "value"))
    if quoted := _QUOTED.fullmatch(value):
        words = quoted["french"] or quoted["other"]
        value = '"' + words.replace("\\", r"\\").replace('"', r"\"") + '"'
    colon = f"{key}: " if value else f"{key}:"
    # A single one was added; more of them set a key in.
    space = "" if _SPACES.fullmatch(above) else _SPACES.sub(" ", above)
    return f"{space}{colon if key else ''}{value}"
