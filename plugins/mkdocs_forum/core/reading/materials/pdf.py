"""What a PDF document would do beside being read: run something, or bring files along.

The document is taken apart by a library, object by object, as readers do. What only a reader finds
that mends what is broken is sought in its bytes as well.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, Final

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from mkdocs_forum.core.reading.materials.danger import CERTAIN, END, HEAD, NAMES, Danger

MOST_OBJECTS: Final = 50_000
"""Objects of a document at the most: slides with a picture on each page have some thousands."""
MOST_PACKED: Final = 100_000_000
"""Bytes that its streams of objects hold at the most."""
MOST_VERSIONS: Final = 200
"""Times at the most that a document was saved by adding to it."""

# Only hosts without any handler show what the library says to programmers.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


def danger_of(data: bytes) -> Danger | None:
    """Tell why a document may not be published, or nothing."""
    if not HEAD.match(data):
        return Danger.UNREADABLE
    if found := _WRITTEN.search(data):
        return NAMES[_plain(found[1])]
    if data.count(b" obj") > MOST_OBJECTS or data.count(b"startxref") > MOST_VERSIONS:
        return Danger.UNREADABLE
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            return Danger.LOCKED
        count = len(reader.xref_objStm) + sum(map(len, reader.xref.values()))
        if count > MOST_OBJECTS or not reader.pages:
            return Danger.UNREADABLE
        if found := next(filter(None, map(_WRITTEN.search, _packed(reader))), None):
            return NAMES[_plain(found[1])]
        names = _names(_objects(reader))
        return next((NAMES[name] for name in names if name in NAMES), None)
    except Exception:  # The library raises anything at a document that no program wrote.
        return Danger.UNREADABLE


def _plain(name: bytes) -> str:
    """Give a name without the numbers that may stand in place of its letters."""
    return re.sub(rb"#(..)", lambda code: bytes.fromhex(code[1].decode()), name).decode()


def _spelt(name: str) -> bytes:
    letters = (f"(?:{letter}|#(?i:{ord(letter):02x}))" for letter in name)
    return "".join(letters).encode()


_WRITTEN: Final = re.compile(
    rb"/(" + b"|".join(_spelt(name) for name in sorted(CERTAIN)) + rb")" + END.encode()
)


def _packed(reader: PdfReader) -> Iterator[bytes]:
    """Give what stands in each stream of objects, which tables need not name.

    Raises:
        ValueError: It is too much.
    """
    left = MOST_PACKED
    for generation, places in reader.xref.items():
        for number in places:
            each = reader.get_object(IndirectObject(number, generation, reader))
            if isinstance(each, StreamObject) and each.get("/Type") == "/ObjStm":
                held = each.get_data()
                left -= len(held)
                if left < 0:
                    raise ValueError("too much")
                yield held


def _objects(reader: PdfReader) -> Iterator[Any]:
    """Give every object that the tables of a document name, whether a page leads to it or not."""
    yield reader.trailer
    for generation, places in reader.xref.items():
        for number in places:
            yield reader.get_object(IndirectObject(number, generation, reader))
    for number in reader.xref_objStm:
        yield reader.get_object(IndirectObject(number, 0, reader))


def _names(objects: Iterable[Any]) -> Iterator[str]:
    """Give the names in some objects, keys and values, without those that they lead to."""
    left = list(objects)
    while left:
        each = left.pop()
        if isinstance(each, NameObject):
            yield each[1:]
        elif isinstance(each, ArrayObject):
            left.extend(list.__iter__(each))
        elif isinstance(each, DictionaryObject):
            yield from (key[1:] for key in dict.keys(each))
            left.extend(dict.values(each))
