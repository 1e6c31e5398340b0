"""Codes that lead a camera from paper to a page."""

from functools import cache

import segno


@cache
def qr_code(address: str) -> str:
    """Give the QR code of an address as the address of a picture.

    Its level of correction, M, bears stains over 15 % of it. The mask is given: to choose the
    best of eight takes seven times as long, and readers of codes do well with any.
    """
    code = segno.make(address, error="m", micro=False, mask=4)
    picture: str = code.svg_data_uri(
        border=4, omitsize=True, encode_minimal=True, svgclass=None, lineclass=None
    )
    return picture
