"""Codes that lead a camera from paper to a page."""

import struct
import zlib
from base64 import b64encode
from collections.abc import Iterable
from functools import cache

import segno

BORDER = 4
"""Light modules around a code, which its standard asks for."""
SCALE = 4
"""Dots along each module: the edges stay sharp where a printer's driver smoothes pictures."""
_DOTS = ("1" * SCALE, "0" * SCALE)
"""Dots of a light module, and of a dark one."""
_SIDE = _DOTS[0] * BORDER


@cache
def qr_code(address: str) -> str:
    """Give the QR code of an address as the address of a picture.

    Its level of correction, M, bears stains over 15 % of it. The mask is given: to choose the
    best of eight takes seven times as long, and readers of codes do well with any. A drawing of
    lines would be six times as long as the dots.
    """
    matrix = segno.make(address, error="m", micro=False, mask=4).matrix
    size = SCALE * (len(matrix) + 2 * BORDER)
    blank = [bytes(len(matrix))] * BORDER
    # Segno's own writer takes four times as long, more than to make the code.
    dots = b"".join(_line(row) * SCALE for row in (*blank, *matrix, *blank))
    header = struct.pack(">IIBBBBB", size, size, 1, 0, 0, 0, 0)
    pieces = ((b"IHDR", header), (b"IDAT", zlib.compress(dots, 9)), (b"IEND", b""))
    picture = b"\x89PNG\r\n\x1a\n" + b"".join(_piece(name, data) for name, data in pieces)
    return f"data:image/png;base64,{b64encode(picture).decode()}"


def _line(row: Iterable[int]) -> bytes:
    """Give a line of a picture, filled up to whole bytes."""
    dots = f"{_SIDE}{''.join(map(_DOTS.__getitem__, row))}{_SIDE}"
    filled = dots + "0" * (-len(dots) % 8)
    return b"\0" + int(filled, 2).to_bytes(len(filled) // 8, "big")


def _piece(name: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checksum)
