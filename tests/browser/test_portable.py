"""Patterns of Python mean the same in a browser."""

import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from mkdocs_forum.core.checks import links as references
from mkdocs_forum.core.checks import site as site_checks
from mkdocs_forum.core.forms import write as writing
from mkdocs_forum.core.model import topics
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.model.types import EMAIL
from mkdocs_forum.core.reading import notations
from mkdocs_forum.core.reading.limits import file_size as sizes
from mkdocs_forum.core.reading.limits import rendering_cost as reach
from mkdocs_forum.core.reading.limits.counts import COUNTED
from mkdocs_forum.core.reading.markdown import links, outline
from mkdocs_forum.core.reading.questions import bullets, misplaced_lists
from mkdocs_forum.core.reading.questions import scan as questions
from mkdocs_forum.core.words import characters
from mkdocs_forum.core.words.patterns import one_of, portable
from mkdocs_forum.core.words.slugs import SLUG
from tests.browser.modules import Modules, modules
from tests.core.pieces import MARKDOWN, ODD
from tests.examples import times

pytestmark = pytest.mark.browser

OWN: Mapping[str, re.Pattern[str]] = {
    "heading": Settings().question_heading,
    "slug": re.compile(f"^{SLUG}$"),
    "email": re.compile(EMAIL),
    **{f"cap {number}": cap[2] for number, cap in enumerate(COUNTED)},
    **{
        f"{module.__name__.rpartition('.')[2]}.{name}": pattern
        for module in (
            *(bullets, characters, links, outline, misplaced_lists),
            *(questions, reach, references, sizes, site_checks, topics, writing),
        )
        for name, pattern in vars(module).items()
        if isinstance(pattern, re.Pattern)
    },
    **notations.NOTATIONS,
}
"""The patterns of the rules."""

KINDS: Mapping[str, re.Pattern[str]] = {
    "letters, digits, spaces": re.compile(r"(\w+)(\s+)(\d*)"),
    "all but these": re.compile(r"\W|[^\s\w-]+|\D\S"),
    "classes of what isn't of a class": re.compile(r"[\Wa]|[^\D9]|[^\S\n]"),
    "for ASCII alone": re.compile(r"(?a)\w+|\s"),
    "ends of the text": re.compile(r"\A.|.$|.\Z|^$"),
    "ends of lines": re.compile(r"^.|.$|\w\Z", re.MULTILINE),
    "any sign": re.compile(r"a.b|.$", re.DOTALL),
    "words": re.compile(r"\b\w|\w\B."),
    "what stands around": re.compile(r"(?<=é)\w|(?<!\s)-(?!-)|x(?=y)"),
    "never taken back": re.compile(r"a*+b|(?>-+)>|x?+y|[^\n]{2,3}+!"),
    "referred to": re.compile(r"(?P<sign>[*_])(\w)\2(?P=sign)"),
    "any letter case": re.compile(r"(?i)[é-ü]t[^Z]|QUESTION|ß"),
    "case within": re.compile(r"(?i:q)uestion|É"),
    "written with remarks": re.compile(r"a \s b # no more\n |  [ ] c", re.VERBOSE),
    "numbers of signs": re.compile(r"a{2}b{1,}c{,2}|\x41\u00e9\U0001F600"),
    "signs of JavaScript": re.compile(r"[]/^$-]|[a\]{}&~]|/|}|\{,2|-"),
    "lazy": re.compile(r"<.*?>|a+?b??|(?:xy){2,}?"),
    "of many": one_of("abcé😀-]"),
}
"""Patterns of every kind that Python has and rules may use one day."""

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
_SPANS = """([patterns, texts]) => patterns.map(pattern => texts.map(text =>
  [...window.forum.patterns.matches(pattern, text)].map(found =>
    [[...text.slice(0, found.index)].length, [...found[0]].length])))"""
_FULL = """([patterns, texts]) => patterns.map(pattern => texts.map(text =>
  [window.forum.patterns.fullMatch(pattern, text) !== null,
   window.forum.patterns.match(pattern, text) !== null]))"""
PATTERNS = {**OWN, **KINDS}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Modules]:
    """Give a page in which the modules are loaded."""
    with modules(browser) as page:
        yield page


def differing(page: Modules, texts: tuple[str, ...]) -> list[Any]:
    """Give the patterns and texts of which the browser finds other matches than Python."""
    ported = [portable(pattern) for pattern in PATTERNS.values()]
    spans, full = (page.page.evaluate(way, [ported, texts]) for way in (_SPANS, _FULL))
    return [
        (name, text, found, whole)
        for (name, pattern), foundss, wholes in zip(PATTERNS.items(), spans, full, strict=True)
        for text, found, whole in zip(texts, foundss, wholes, strict=True)
        if (found, whole)
        != (
            [[match.start(), len(match[0])] for match in pattern.finditer(text)],
            [pattern.fullmatch(text) is not None, pattern.match(text) is not None],
        )
    ]


def test_known_texts(page: Modules) -> None:
    """Each pattern finds the same stretches of hand-picked texts."""
    assert differing(page, TEXTS) == []


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
    assert differing(page, texts) == []


def test_every_character(page: Modules) -> None:
    """Each class of characters has the same ones, save those that only newer tables know."""
    classes = [re.compile(pattern) for pattern in (r"\s", r"\d", r"\w", r"\W")]
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


def test_what_no_browser_knows() -> None:
    """A pattern that JavaScript can't have is refused, not changed."""
    for pattern in (r"(a)?(?(1)b|c)", r"(?-i:a)(?m:^b)"):
        with pytest.raises(ValueError, match="JavaScript has no"):
            portable(re.compile(pattern, re.IGNORECASE))
