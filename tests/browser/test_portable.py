"""Patterns of Python mean the same in a browser."""

import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from mkdocs_forum.core.forms.compose import lines
from mkdocs_forum.core.forms.write import ESCAPED
from mkdocs_forum.core.model import types
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.model.topics import PLURAL
from mkdocs_forum.core.reading.notations import NOTATIONS
from mkdocs_forum.core.reading.values import BARE
from mkdocs_forum.core.words.characters import BREAKS
from mkdocs_forum.core.words.patterns import portable
from tests.browser.chromium import Chromium
from tests.browser.modules import Modules, modules
from tests.core.pieces import MARKDOWN, ODD
from tests.examples import times

pytestmark = pytest.mark.browser

VALUES = ("Account", "Email", "LanguageTag", "Phone", "QuestionId", "Slug", "Website")
OWN: Mapping[str, re.Pattern[str]] = {
    **{
        name: re.compile(TypeAdapter(getattr(types, name)).json_schema()["pattern"])
        for name in VALUES
    },
    "heading": Settings().question_heading,
    "plural": PLURAL,
    "bare site": BARE,
    "breaks": re.compile(f"[{BREAKS}]"),
    "escaped": ESCAPED,
    **NOTATIONS,
}
"""The patterns of the rules that forms apply."""

KINDS: Mapping[str, re.Pattern[str]] = {
    "letters, digits, spaces": re.compile(r"(\w+)(\s+)(\d*)"),
    "all but these": re.compile(r"[^\s\w-]+|\D\S|[^\d]"),
    "ends of the text": re.compile(r"\A.|.\Z"),
    "ends of lines": re.compile(r"^.|.$|\w\Z", re.MULTILINE),
    "any sign": re.compile(r"a.b", re.DOTALL),
    "what stands around": re.compile(r"(?<=é)\w|(?<!\s)-(?!-)|x(?=y)"),
    "referred to": re.compile(r"(?P<sign>[*_])(\w)\2(?P=sign)"),
    "any letter case": re.compile(r"(?i)[é-ü]t[^Z]|QUESTION|ß"),
    "case within": re.compile(r"(?i:q)uestion|É"),
    "numbers of signs": re.compile(r"a{2}b{1,}c{0,2}|\x41\u00e9|😀"),
    "signs of JavaScript": re.compile(r"[]/^$\-]|[a\]\{}&~]|/|\}|\{,2\||-|{%|]|a}"),
    "signs that need no backslash": re.compile(r"\"\ \'|\&\#|[\"\ \']|\-"),
    "lazy": re.compile(r"<.*?>|a+?b??|(?:xy){2,}?"),
}
"""Patterns of the kinds that rules may have for both."""

TEXTS = (
    "",
    "\n",
    "a\n",
    "été\nÀ vous\u2028z\r\nb\x85c\x1cd\ufeffe\xa0f",
    "٣ ²³ Ⅷ 五 ½ 9 _x - ªº ˚ ͅa ́b ⃣",
    "aaab --> xxy !! ab!",
    "*aa* _éé_ *ab_",
    "QUESTION question Été ÉTA ſ K ss ß",
    "a  b c Aé😀 aabbbcc",
    "]/^$-a{}&~{,2}\\",
    "<a><b> xyxyxy",
    "x😀y😀\U0010ffff-😀",
    "# Questions\n\n- Combien ? {#a}\n\n```\n![](b.png)\n```\n*[A]: b\n[^1]\n<!-- a -->\n|--|",
    "{! a !} --8<-- {{ a }} {% include a %}\n::: a",
    "ana@example.org a.b-c 2004-01-01 1_000.0 0x1f",
)
_SPANS = """([patterns, texts]) => patterns.map(({ source, flags }) => texts.map(text =>
  [...text.matchAll(new RegExp(source, `${flags}g`))].map(found =>
    [[...text.slice(0, found.index)].length, [...found[0]].length])))"""
PATTERNS = {**OWN, **KINDS}


@pytest.fixture(scope="module")
def page(browser: Chromium) -> Iterator[Modules]:
    """Give a page in which the modules are loaded."""
    with modules(browser) as page:
        yield page


def differing(page: Modules, texts: tuple[str, ...]) -> list[Any]:
    """Give the patterns and texts of which the browser finds other matches than Python."""
    ported = [portable(pattern) for pattern in PATTERNS.values()]
    return [
        (name, text, found)
        for (name, pattern), every in zip(
            PATTERNS.items(), page.page.evaluate(_SPANS, [ported, texts]), strict=True
        )
        for text, found in zip(texts, every, strict=True)
        if found != [[match.start(), len(match[0])] for match in pattern.finditer(text)]
    ]


def test_known_texts(page: Modules) -> None:
    """Each pattern finds the same stretches of hand-picked texts."""
    assert differing(page, tuple(map(lines, TEXTS))) == []


SIGNS = st.characters(exclude_categories=["Cs", "Cn"])
ANY = st.lists(
    st.one_of(
        MARKDOWN.map(lambda line: f"{line}\n"),
        ODD,
        st.text(SIGNS),
        st.sampled_from("aé 0-_*[]{}<>`\n\t:|#'\"\\"),
    )
).map("".join)


@times(0.25)
@given(texts=st.lists(ANY, min_size=4).map(tuple))
def test_any_text(page: Modules, texts: tuple[str, ...]) -> None:
    """Each pattern finds the same stretches of any text."""
    assert differing(page, tuple(map(lines, texts))) == []


def test_every_character(page: Modules) -> None:
    """Each class of characters has the same ones, save those that only newer tables know."""
    classes = [re.compile(pattern) for pattern in (r"\d", r"\w", ESCAPED.pattern)]
    codes = [
        code
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) not in {"Cs", "Cn"}
    ]
    members = page.page.evaluate(
        """([patterns, codes]) => patterns.map(({ source, flags }) => {
          const one = new RegExp(source, flags)
          return codes.filter(code => one.test(String.fromCodePoint(code)))
        })""",
        [[portable(pattern) for pattern in classes], codes],
    )
    for pattern, found in zip(classes, members, strict=True):
        assert set(found) == {code for code in codes if pattern.match(chr(code))}


def test_what_no_browser_knows(page: Modules) -> None:
    """A pattern of an organiser's that JavaScript can't have finds nothing, and stops no form."""
    unknown = [portable(re.compile(pattern)) for pattern in (r"(a)?(?(1)b|c)", r"(?>a)")]
    found = page.page.evaluate(
        """patterns => forum.readRulebook(JSON.stringify(patterns)).map(one => one.test("{aac"))""",
        unknown,
    )
    assert found == [False] * len(unknown)
