"""Where the licences can be read that people name."""

import pytest

from mkdocs_forum.core.words.licences import licence_url

BASE = "https://creativecommons.org/"


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("CC BY-SA 4.0", f"{BASE}licenses/by-sa/4.0/"),
        ("Licence CC BY 3.0 FR", f"{BASE}licenses/by/3.0/"),
        ("CC-BY-NC-ND-4.0", f"{BASE}licenses/by-nc-nd/4.0/"),
        ("cc by", f"{BASE}licenses/by/4.0/"),
        ("CC0", f"{BASE}publicdomain/zero/1.0/"),
        ("CC0-1.0", f"{BASE}publicdomain/zero/1.0/"),
        ("MIT", None),
        ("CC BY-XX", None),
        ("Tous droits réservés", None),
        ("", None),
    ],
)
def test_licence(name: str, url: str | None) -> None:
    """A licence of Creative Commons has an address, whatever its name is written like."""
    assert licence_url(name) == url
