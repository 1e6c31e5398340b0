"""What cameras and programs write into a picture: where it was taken, by whom, with what.

Only what says how the picture is shown stays: its colours, and which side is up.
"""

import re
import struct
from collections.abc import Callable, Iterator
from typing import Final

from mkdocs_forum.core.intake.pictures.avif import without_items

_SCAN = 0xDA
"""Marker of a JPEG below which stand the pixels, up to the next marker."""
_END = 0xD9
_EXIF = b"Exif\0\0"
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_PROFILE: Final = (0xE2, b"ICC_PROFILE\0")
_KEPT_MARKERS: Final = frozenset({0xE0, 0xEE})
"""Markers of programs that say how the pixels are meant: JFIF and Adobe."""
_ORIENTATION = 0x0112
_UPRIGHT = 1
_SIDES: Final = range(_UPRIGHT, 9)
_KEPT_CHUNKS: Final = frozenset(
    {
        *(b"acTL", b"bKGD", b"cHRM", b"cICP", b"fcTL", b"fdAT", b"gAMA", b"hIST", b"iCCP"),
        *(b"pHYs", b"sBIT", b"sPLT", b"sRGB", b"tRNS"),
    }
)
"""Chunks of a PNG that may lack, and that say how it is shown."""
_LOST_CHUNKS: Final = frozenset({b"EXIF", b"XMP "})
_FLAGS: Final = 0x0C
"""By which a WebP announces them."""
_GIF_PICTURE, _GIF_END, _GIF_COMMENT, _GIF_PROGRAM = 0x2C, 0x3B, 0xFE, 0xFF
_GIF_TIMES: Final = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
"""By which a program says how often pictures that move are shown."""


def without_metadata(data: bytes) -> bytes:
    """Give a picture without what it tells beside itself: AVIF, GIF, JPEG, PNG or WebP.

    What isn't put together as these are stays as it is.
    """
    readers: dict[bytes, Callable[[bytes], Iterator[bytes]]] = {
        b"\xff\xd8": _jpeg,
        b"\x89PNG\r\n\x1a\n": _png,
        b"RIFF": _webp,
        b"GIF8": _gif,
    }
    read = next((read for head, read in readers.items() if data.startswith(head)), None)
    try:
        if data[4:8] == b"ftyp":
            return without_items(data)
        return b"".join(read(data)) if read else data
    except (struct.error, IndexError, ValueError):
        return data


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    place = 2
    while True:
        (sign, marker) = data[place : place + 2]
        if sign != 0xFF:
            raise ValueError("no marker")
        if marker == _END:
            # A telephone may put further pictures below, with all that they tell.
            yield data[place : place + 2]
            return
        (size,) = struct.unpack_from(">H", data, place + 2)
        segment = data[place : place + 2 + size]
        yield _segment(marker, segment)
        place += 2 + size
        if marker == _SCAN:
            below = _MARKER.search(data, place)
            yield data[place : below.start() if below else len(data)]
            if below is None:
                return
            place = below.start()


def _segment(marker: int, segment: bytes) -> bytes:
    """Give what stays of a part of a JPEG."""
    if marker == _PROFILE[0] and segment[4:].startswith(_PROFILE[1]):
        return segment
    if marker == 0xE1 and segment[4:].startswith(_EXIF):
        return _turned(_orientation(segment[4 + len(_EXIF) :]))
    is_programs = 0xE0 <= marker <= 0xEF or marker == 0xFE
    return b"" if is_programs and marker not in _KEPT_MARKERS else segment


def _orientation(exif: bytes) -> int:
    """Tell which side of a photograph is up."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return _UPRIGHT
    (start,) = struct.unpack_from(f"{order}I", exif, 4)
    (count,) = struct.unpack_from(f"{order}H", exif, start)
    for number in range(count):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, start + 2 + 12 * number)
        if tag == _ORIENTATION:
            return int(value)
    return _UPRIGHT


def _turned(side: int) -> bytes:
    """Write which side is up, and nothing else."""
    if side not in _SIDES or side == _UPRIGHT:
        return b""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, side, 0)
    exif = _EXIF + b"MM\0*" + struct.pack(">IH", 8, 1) + entry + b"\0\0\0\0"
    return b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif


def _png(data: bytes) -> Iterator[bytes]:
    yield data[:8]
    place = 8
    kind = b""
    while kind != b"IEND":
        size, kind = struct.unpack_from(">I4s", data, place)
        end = place + 12 + size
        # The first letter of what can't lack is a capital.
        if kind[:1].isupper() or kind in _KEPT_CHUNKS:
            yield data[place:end]
        place = end


def _webp(data: bytes) -> Iterator[bytes]:
    place, kept = 12, []
    while place + 8 <= len(data):
        kind, size = struct.unpack_from("<4sI", data, place)
        end = place + 8 + size + size % 2
        chunk = data[place:end]
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_FLAGS & 0xFF]) + chunk[9:]
        if kind not in _LOST_CHUNKS:
            kept.append(chunk)
        place = end
    body = b"WEBP" + b"".join(kept)
    yield b"RIFF" + struct.pack("<I", len(body)) + body


def _gif(data: bytes) -> Iterator[bytes]:
    """Give what is drawn, and how often: comments and what programs add are left out."""
    place = 13 + _colours(data[10])
    yield data[:place]
    while data[place] != _GIF_END:
        is_picture = data[place] == _GIF_PICTURE
        # A picture has its measures, its colours and the width of its codes before its blocks.
        first = place + 11 + _colours(data[place + 9]) if is_picture else place + 2
        end = first
        while data[end]:
            end += data[end] + 1
        is_told = not is_picture and (
            data[place + 1] == _GIF_COMMENT
            or (data[place + 1] == _GIF_PROGRAM and not data.startswith(_GIF_TIMES, first + 1))
        )
        if not is_told:
            yield data[place : end + 1]
        place = end + 1
    yield data[place : place + 1]


def _colours(flags: int) -> int:
    """Give how many bytes a table of colours takes."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0
