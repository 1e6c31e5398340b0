"""Writing an entry's file: its keys as frontmatter that reads back equal, then its text.

What is written is what is given: accents that stand apart from their letters are told by the check
as in any file.
"""

import datetime
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import yaml

from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.words.characters import TURNING, UNSEEN

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

NUMBER = re.compile(r"[-+]?\.?\d[\w.+-]*")
"""What one reader or another of YAML takes for a number."""
ESCAPED = re.compile(f"{UNSEEN.pattern}|{TURNING.pattern}")
"""Signs that can't stand in a file as they are."""


def write_entry(meta: Meta, body: str = "", *, told: Collection[str] = ()) -> str:
    """Write the file of an entry.

    Arguments:
        meta: Its frontmatter; what is as by default is left out.
        body: Its text.
        told: Keys that aren't written because the path says them.
    """
    given = meta.model_dump(exclude_defaults=True, exclude=set(told))
    return write_file(given, body)


def write_file(values: Mapping[str, Any], body: str = "") -> str:
    """Write keys, in their order, and below them a text."""
    header = "".join(f"{line}\n" for line in _lines(values))
    text = body.strip("\n")
    return f"---\n{header}---\n" + (f"\n{text}\n" if text else "")


def _lines(values: Mapping[str, Any]) -> Iterator[str]:
    for key, value in values.items():
        name = _scalar(key)
        if isinstance(value, Mapping) and value:
            yield f"{name}:"
            yield from (f"  {line}" for line in _lines(value))
        elif isinstance(value, Sequence) and not isinstance(value, str) and value:
            yield f"{name}:"
            yield from (f"  {line}" for item in value for line in _item(item))
        else:
            yield f"{name}: {_scalar(value)}".rstrip()


def _item(value: Any) -> Iterator[str]:
    """Write an item of a list; the keys of one that has some stand below each other."""
    first, *others = _lines(value) if isinstance(value, Mapping) else [_scalar(value)]
    yield f"- {first}"
    yield from (f"  {line}" for line in others)


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | datetime.date):
        return str(value)
    if value is None:
        return ""
    if isinstance(value, str):
        return value if _is_plain(value) else _quoted(value)
    return "{}" if isinstance(value, Mapping) else "[]"


def _is_plain(text: str) -> bool:
    """Whether every reader of YAML takes a text without quotes for this very text."""
    if ESCAPED.search(text) or NUMBER.fullmatch(text):
        return False
    try:
        return bool(yaml.load(f"- {text}", Loader=LOADER) == [text])
    except (yaml.YAMLError, ValueError):
        return False


def _quoted(text: str) -> str:
    """Put a text between quotes; of what is escaped, JSON and YAML have the same notation."""
    quoted = json.dumps(text, ensure_ascii=False)
    return ESCAPED.sub(lambda sign: _escape(ord(sign[0])), quoted)


def _escape(code: int) -> str:
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
