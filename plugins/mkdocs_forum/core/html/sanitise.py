"""The policy for what members wrote: which HTML may stand in a page, and why.

Texts are sanitised after they were rendered, so that it doesn't matter by which notation an
element came in. What isn't named here is taken off: an element's text stays, save that of
elements whose text is no prose. `nh3` reads the HTML as a browser does and writes it anew.
"""

import re
from collections import Counter
from functools import lru_cache
from html import escape, unescape
from typing import Final

import nh3

from mkdocs_forum.core.html.allowed import (
    ADDRESS,
    BY_ELEMENT,
    DROPPED,
    ELEMENTS,
    EVERYWHERE,
    FETCHING_CLASSES,
    IDENTIFIER,
    OPEN_CLASSES,
    RESERVED_CLASSES,
)
from mkdocs_forum.core.html.components import ATTRIBUTE, without_false
from mkdocs_forum.core.html.embedded import with_links
from mkdocs_forum.core.words.characters import is_mark, without_heaps

ROUNDS: Final = 10
"""Times a text is read and written anew at the most, until that changes nothing more."""
MANY: Final = 3000
"""Tags from which a text is looked at before it is read: reading takes the square of its depth."""
DEEPEST: Final = 1000
"""Elements that may be open at once in such a text; a browser stops at half of it."""

_PICTURE = re.compile(rf'<img(?!(?:{ATTRIBUTE})* src=")((?:{ATTRIBUTE})*)>')
_BOX = re.compile(rf'<input(?!(?:{ATTRIBUTE})* type=")(?:{ATTRIBUTE})*>')
_ALT = re.compile(r' alt="([^"]*)"')

_REFERENCE = re.compile(r"&#?\w+;?")
_TAG = re.compile(r"</?[a-zA-Z][^\s/>]*+")
_LOST_BREAK = re.compile(r"<pre(?:\s[^>]*)?>\n")
_BEGUN = re.compile(r"<[a-zA-Z/!?]")
_VALUE = r"""(?>\s*=\s*(?>"[^"<>]*"|'[^'<>]*'|[^\s"'<>=`]+))"""
_PLAIN = re.compile(
    rf"<(?>(/?)([a-zA-Z][\w:-]*+)(?>\s++[\w:@.-]++{_VALUE}?)*+\s*+/?>|!--[^<>]*+-->)"
)
"""A tag or a comment that every parser reads in one way."""
_VOID = "area base br col embed hr img input link meta param source track wbr"
_EMPTY = frozenset(_VOID.split())

_PATTERNS = {
    (element, name): re.compile(pattern, re.IGNORECASE if pattern == ADDRESS else 0)
    for element in ELEMENTS
    for name, pattern in {**EVERYWHERE, **BY_ELEMENT.get(element, {})}.items()
}
_IDENTIFIER = re.compile(IDENTIFIER)
_RESERVED_CLASS = re.compile(RESERVED_CLASSES)


def sanitise(html: str, *, diagrams: bool = False) -> str:
    """Take off a rendered text what could hurt a reader or the site.

    Arguments:
        html: A fragment, as a Markdown renderer gives it.
        diagrams: Whether the site has a script of its own for `FETCHING_CLASSES`.

    Returns:
        A fragment that says the same; sanitised again, it stays as it is.
    """
    if _is_too_deep(html):
        return escape(html, quote=False)
    if any(map(is_mark, set(map(unescape, _REFERENCE.findall(html))))):
        # No check has seen the heaps of marks that these may become.
        html = without_heaps(_REFERENCE.sub(_mark, html))
    html = with_links(html)
    cleaner = _WITH_DIAGRAMS if diagrams else _CLEANER
    for _ in range(ROUNDS):
        before, read = html, cleaner.clean(html).replace("&nbsp;", "\u00a0")
        html = _finished(read)
        # What was taken off may have made other elements of what stood around it.
        if html == before or (html == read and _is_settled(before, html)):
            return html
    # Elements nested in a way that no two readings agree on; the text alone is safe.
    return _text(html)


def as_text(html: str) -> str:
    """Give the text of a fragment, escaped for a place that takes HTML, also for an attribute."""
    return _text(html).replace('"', "&quot;")


def is_identifier(text: str) -> bool:
    """Whether an element may have an identifier."""
    return _IDENTIFIER.fullmatch(text) is not None


def keeps(address: str, *, is_picture: bool = False) -> bool:
    """Whether an address stays in a link, or in a picture."""
    tag = "img src" if is_picture else "a href"
    return "=" in sanitise(f'<{tag}="{escape(address)}"></a>')


def _text(html: str) -> str:
    return without_heaps(_TEXT_ONLY.clean(html).replace("&nbsp;", "\u00a0"))


def _mark(reference: re.Match[str]) -> str:
    """Give a mark in place of a reference to it; every other one stays."""
    sign = unescape(reference[0])
    return sign if is_mark(sign) else reference[0]


def _finished(html: str) -> str:
    """Take off what is allowed only with something else."""
    html = _PICTURE.sub(_alternative, html)
    return without_false(_BOX.sub("", html))


def _alternative(image: re.Match[str]) -> str:
    """Give what an image is said to show, where it can't be shown."""
    found = _ALT.search(image[1])
    return escape(unescape(found[1]), quote=False) if found else ""


def _is_settled(before: str, after: str) -> bool:
    """Whether reading a text once more would change nothing: its tags are as they were.

    What tags make of a text depends on their order alone. What is left are the line breaks that
    reading drops. Most lines are written as they were, and no name of a tag goes over its line.
    """
    if "\r" in before or _LOST_BREAK.search(after):
        return False
    old, new = before.split("\n"), after.split("\n")
    if len(old) != len(new):
        old, new = [before], [after]
    changed = [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
    return all(_TAG.findall(one) == _TAG.findall(other) for one, other in changed)


def _is_too_deep(html: str) -> bool:
    """Whether a text has so many elements one in another that reading it would take minutes."""
    if html.count("<") <= MANY:
        return False
    begun = len(_BEGUN.findall(html))
    if begun <= MANY:
        return False
    tokens = _PLAIN.findall(html)
    names = {name.lower() for _, name in tokens}
    # What one parser takes for a tag and another for text can't be counted.
    if len(tokens) < begun or names & DROPPED:
        return True
    depth = deepest = 0
    opened: Counter[str] = Counter()
    for closing, name in tokens:
        if not name or name.lower() in _EMPTY or (closing and not opened[name]):
            continue
        step = -1 if closing else 1
        opened[name] += step
        depth += step
        deepest = max(deepest, depth)
    return deepest > DEEPEST


def _cleaner(refused: frozenset[str]) -> nh3.Cleaner:
    @lru_cache(8192)  # A page repeats a few values many times.
    def kept(element: str, name: str, value: str) -> str | None:
        if name == "class":
            out = refused if element == "a" else refused | {"footnote-ref"}
            classes = (word for word in value.split() if _is_open(word) and word not in out)
            return " ".join(classes) or None
        pattern = _PATTERNS.get((element, name))
        return value if pattern and pattern.fullmatch(value) else None

    return nh3.Cleaner(
        tags=set(ELEMENTS),
        clean_content_tags=set(DROPPED),
        attributes={
            "*": {*EVERYWHERE, "class"},
            **{element: set(names) for element, names in BY_ELEMENT.items()},
        },
        attribute_filter=kept,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )


def _is_open(word: str) -> bool:
    return word in OPEN_CLASSES or not _RESERVED_CLASS.match(word)


_CLEANER = _cleaner(FETCHING_CLASSES)
_WITH_DIAGRAMS = _cleaner(frozenset())
_TEXT_ONLY = nh3.Cleaner(tags=set(), clean_content_tags=set(DROPPED), attributes={}, link_rel=None)
