"""Codes that lead a camera from paper to a page."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import segno

BORDER = 4
"""Light modules around a code, which its standard asks for."""
_DARK = re.compile(b"\x01+")


@cache
def qr_code(address: str) -> str:
    """Give the QR code of an address as the address of a picture.

    Its level of correction, M, bears stains over 15 % of it. The mask is given: to choose the
    best of eight takes seven times as long, and readers of codes do well with any.
    """
    matrix = segno.make(address, error="m", micro=False, mask=4).matrix
    size = len(matrix) + 2 * BORDER
    # As segno's own writer has it, which takes as long as to make the code.
    drawing = (
        "data:image/svg+xml;charset=utf-8,%3Csvg xmlns='http://www.w3.org/2000/svg' "
        f"viewBox='0 0 {size} {size}'%3E%3Cpath stroke='%23000' d='{''.join(_path(matrix))}'"
        "/%3E%3C/svg%3E"
    )
    return drawing.replace(" ", "%20")


def _path(matrix: Sequence[bytes | bytearray]) -> Iterator[str]:
    """Draw each run of dark modules as a line; modules are as high as a line is thick."""
    command, left, above = "M", -BORDER, -BORDER - 0.5
    for number, row in enumerate(matrix):
        for run in _DARK.finditer(row):
            yield f"{command}{run.start() - left} {number - above:g}h{run.end() - run.start()}"
            command, left, above = "m", run.end(), number
