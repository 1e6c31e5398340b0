"""Pictures that are too large to be published, made as small as a page shows them."""

import warnings
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image as Drawn

LONGEST: Final = 1600
"""Pixels of the longer side: twice the width of a page's text, as in the forms."""
QUALITY: Final = 85
"""Of a photograph, in hundredths."""
HEAVY: Final = 500_000
"""Bytes above which a picture without loss becomes a photograph."""
_MOST: Final = 120_000_000
"""Pixels above which reading a picture takes more memory than a small machine has."""


def scaled(data: bytes) -> bytes | None:
    """Give a picture no larger than pages show it, turned upright, without what a camera tells.

    As in the forms, what isn't a photograph stays exact (PNG) as long as that isn't heavy.

    Returns:
        Nothing if Pillow isn't installed, or can't read the picture, or it moves.
    """
    if find_spec("PIL") is None:
        return None
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(data)) as image:
            if image.width * image.height > _MOST or getattr(image, "is_animated", False):
                return None
            # That of printers' colours is of no use to a screen's.
            profile = image.info.get("icc_profile") if image.mode in {"RGB", "RGBA"} else None
            is_photo = image.format in {"JPEG", "MPO"}
            image.draft("RGB", (LONGEST, LONGEST))
            small = ImageOps.exif_transpose(image).convert("RGB" if is_photo else "RGBA")
            small.thumbnail((LONGEST, LONGEST))
            exact = b"" if is_photo else _written(small, "PNG", profile)
            if exact and len(exact) <= HEAVY:
                return exact
            # What can be seen through would become black.
            paper = Image.new("RGB", small.size, "white")
            paper.paste(small, mask=None if is_photo else small)
            return _written(paper, "JPEG", profile)
    # Whatever a picture holds that somebody made up: it is refused by its size.
    except Exception:
        return None


def _written(image: "Drawn", kind: str, profile: bytes | None) -> bytes:
    data = BytesIO()
    image.save(data, kind, icc_profile=profile, quality=QUALITY, optimize=True)
    return data.getvalue()
