"""What programs write into AVIF pictures beside the picture itself: Exif and XMP.

Boxes as ISO/IEC 14496-12 (8.11: `meta`, `iinf`, `iloc`) and ISO/IEC 23008-12 have them.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

_TOLD: Final = frozenset({b"Exif", b"mime"})
"""Kinds of items that say something about a picture; XMP is one of those with a MIME type."""
_NOTHING: Final = b"\0\0\0\0MM\0*\0\0\0\x08\0\0"
"""An Exif that says nothing: some programs show no picture whose Exif they can't read."""
_MOST_PARTS: Final = 64
"""Parts that are looked at: programs write one or two, and each may be as long as the file."""


def without_items(data: bytes) -> bytes:
    """Give an AVIF with nothing in place of what it tells beside the picture.

    All stays where it is, since boxes name places in the file.

    Raises:
        struct.error, IndexError: It isn't put together as an AVIF.
    """
    blank = bytearray(data)
    for kind, start, end in _boxes(data, 0, len(data)):
        if kind == b"meta":
            # Its own boxes stand below its version.
            for first, last in islice(_items(data, start + 4, end), _MOST_PARTS):
                size = len(blank[first:last])
                blank[first:last] = _NOTHING[:size].ljust(size, b"\0")
    return bytes(blank)


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Give the boxes between two places: kind, where its content begins and ends."""
    while start + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, start)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, start + 8)
            head = 16
        stop = start + size if size else end
        if size and size < head:
            raise IndexError("a box smaller than its head")
        yield kind, start + head, min(stop, end)
        start = stop


def _items(data: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give where the items stand that say something about the picture."""
    boxes = {kind: (first, last) for kind, first, last in _boxes(data, start, end)}
    if not {b"iinf", b"iloc"} <= boxes.keys():
        return
    told = set(_told(data, *boxes[b"iinf"]))
    own = boxes.get(b"idat", (0, 0))[0]
    for number, is_within, first, size in _places(_Reader(data, boxes[b"iloc"][0])):
        if number in told:
            base = own if is_within else 0
            yield base + first, base + first + size


def _told(data: bytes, start: int, end: int) -> Iterator[int]:
    """Give the numbers of the items that say something."""
    first = start + (6 if data[start] == 0 else 8)
    for kind, place, _ in _boxes(data, first, end):
        version = data[place]
        if kind != b"infe" or version not in {2, 3}:
            continue
        number, _, name = struct.unpack_from(">HH4s" if version == 2 else ">IH4s", data, place + 4)
        if name in _TOLD:
            yield number


@dataclass
class _Reader:
    """Reads numbers one after the other."""

    data: bytes
    place: int

    def number(self, size: int) -> int:
        """Read a number of some bytes; of none it is 0."""
        found = self.data[self.place : self.place + size]
        if len(found) < size:
            raise IndexError("it ends within a number")
        self.place += size
        return int.from_bytes(found, "big")


def _places(reader: _Reader) -> Iterator[tuple[int, bool, int, int]]:
    """Give for each part of an item its number, whether it is in `idat`, its place, its size."""
    version = reader.number(4) >> 24
    sizes = reader.number(2)
    place_size, length_size, base_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15
    index_size = sizes & 15 if version else 0
    if not place_size + length_size:
        raise IndexError("parts that are nowhere")
    wide = 4 if version == 2 else 2
    for _ in range(reader.number(wide)):
        number = reader.number(wide)
        is_within = bool(version) and reader.number(2) & 15 == 1
        reader.number(2)
        base = reader.number(base_size)
        for _ in range(reader.number(2)):
            reader.number(index_size)
            first, size = base + reader.number(place_size), reader.number(length_size)
            # No size: up to the end of the file.
            yield number, is_within, first, size or len(reader.data)
