"""QR codes, dot for dot those of the library that makes them."""

import io
from base64 import b64decode, b64encode

import pytest
import segno
from PIL import Image

from mkdocs_forum.core.printing.qr import BORDER, SCALE, qr_code


@pytest.mark.parametrize("length", [0, 1, 10, 30, 60, 120, 400])
def test_as_the_library_draws_it(length: int) -> None:
    """The picture shows the same as segno's own."""
    address = f"https://forum.example.org/{'questions/prix/' * 30}"[: 20 + length]
    code = segno.make(address, error="m", micro=False, mask=4)
    own = code.png_data_uri(scale=SCALE, border=BORDER)
    assert _dots(qr_code(address)) == _dots(own)


def test_short() -> None:
    """The code of a usual address takes few bytes: there are thousands of them in a forum."""
    assert len(qr_code("https://forum.example.org/questions/le-juste-prix/marge/")) < 700


def _dots(source: str) -> str:
    data = b64decode(source.removeprefix("data:image/png;base64,"), validate=True)
    picture = Image.open(io.BytesIO(data)).convert("1")
    return f"{picture.size}{b64encode(picture.tobytes()).decode()}"
