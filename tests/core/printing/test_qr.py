"""QR codes, drawn as the library that makes them draws them."""

import pytest
import segno

from mkdocs_forum.core.printing.qr import qr_code


@pytest.mark.parametrize("length", [0, 1, 10, 30, 60, 120, 400])
def test_as_the_library_draws_it(length: int) -> None:
    """The picture is that of segno, with its spaces escaped."""
    address = f"https://forum.example.org/{'questions/prix/' * 30}"[: 20 + length]
    code = segno.make(address, error="m", micro=False, mask=4)
    drawn = code.svg_data_uri(
        border=4, omitsize=True, encode_minimal=True, svgclass=None, lineclass=None
    )
    assert qr_code(address) == drawn.replace(" ", "%20")
