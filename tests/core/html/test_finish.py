"""E-mail addresses that a program doesn't find in the file, and a browser does."""

import json
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.html.finish import conceal, conceal_json

HARVESTED = re.compile(r"[\w.+-]+(?:@|%40)[\w-]+\.\w+")
"""What a simple harvester looks for."""


@pytest.mark.parametrize(
    "html",
    [
        '<a href="mailto:ana@example.org">ana@example.org</a>',
        '<a href="mailto:a.b+c@example.co.uk?subject=Un%20mot&amp;body=x">écrire</a>',
        '<a href="mailto:ana%40example.org?subject=a">écrire</a>',
        "<p>Écrivez à l'adresse ana@example.org, ou à bob@example.org.</p>",
        '<img alt="ana@example.org">',
    ],
)
def test_addresses(html: str) -> None:
    """An address is nowhere in the file, and is what it was to a browser."""
    concealed = conceal(html)
    assert HARVESTED.findall(concealed) == []
    assert unescape(concealed) == unescape(html)
    assert "mailto:" not in concealed


@pytest.mark.parametrize(
    "html", ["<p>a @ b, @media, a@b, c%40d.org</p>", '<script>{"a": "b@example.org"}</script>', ""]
)
def test_other_texts(html: str) -> None:
    """What is no address stays, and so does a script, where references mean nothing."""
    assert conceal(html) == html


@given(st.text(alphabet="a@.<&;=\"' x-\n"))
def test_nothing_changes_for_a_browser(html: str) -> None:
    """Whatever the file holds, it says the same afterwards."""
    assert unescape(conceal(html)) == unescape(html)


def test_json() -> None:
    """The search index says the same to a script, without an address in it."""
    text = json.dumps({"text": "ana@example.org \\"})
    assert HARVESTED.findall(conceal_json(text)) == []
    assert json.loads(conceal_json(text)) == json.loads(text)
