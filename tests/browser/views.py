"""The windows in which pages are looked at."""

from itertools import product
from typing import Final

import pytest

VIEWS: Final = [
    pytest.param(
        width,
        dark,
        # Each width and each palette once: what depends on both is rare.
        marks=() if dark == (width < 600) else pytest.mark.thorough,
        id=f"{width}-{'dark' if dark else 'light'}",
    )
    for width, dark in product((390, 1280), (False, True))
]
"""Width of a telephone and of a screen, and whether the palette is dark."""

LONG_VIEWS: Final = [
    pytest.param(
        *view.values,
        marks=() if view.values == (390, True) else pytest.mark.thorough,
        id=view.id,
    )
    for view in VIEWS
]
"""The same for what takes long: an ordinary run looks at a telephone in the dark alone."""
