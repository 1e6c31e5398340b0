"""The policy for what members wrote: which HTML may stand in a page, and why.

Texts are sanitised after they were rendered, so that it doesn't matter by which notation an
element came in. What isn't named here is taken off: an element's text stays, save that of
elements whose text is no prose. `nh3` reads the HTML as a browser does and writes it anew.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from html import escape, unescape
from typing import Final

import nh3

from mkdocs_forum.core.html.components import ATTRIBUTE, without_false
from mkdocs_forum.core.words.characters import is_mark, without_heaps
from mkdocs_forum.core.words.slugs import SLUG

_PROSE = """
    a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
    figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd label li mark ol p pre q rp rt ruby s samp
    small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
"""
"""What Python-Markdown, its extensions and PyMdown's write, and plain prose in HTML."""
_BOXES = "input"
"""The boxes of task lists and the buttons of tabs; `_BOX` takes every other kind off."""
_SHAPES = "g path circle ellipse line polygon polyline rect"
"""Parts of icons. No `use`, `image`, `animate`, `style` or `foreignObject`: these fetch or run."""

ELEMENTS: Final = frozenset(f"{_PROSE} {_BOXES} svg {_SHAPES}".split())
"""Elements that stay. No forms, frames, media, buttons or landmarks: those are the site's own."""

_CODE = """
    desc embed foreignobject iframe math metadata noembed noframes noscript object plaintext script
    select style template textarea title xmp
"""
DROPPED: Final = frozenset(_CODE.split())
"""Elements that go with all that is in them: it is code, or shown by old browsers alone."""

_MERE = """
    address article aside big body button center dir fieldset font footer form head header hgroup
    html legend main menu nav nobr search section strike tt
"""
UNMISSED: Final = ELEMENTS | frozenset(_MERE.split())
"""Elements of which all that a reader could read stays: those that stay, and mere wrappings."""

_ANY = r"(?s:.*)"
_NO_TAG = r"[^<]*(?:<(?![a-zA-Z/!?])[^<]*)*"
_NUMBER = r"-?\d{1,5}"
_SIZE = r"\d{1,4}(?:px|%)?"
_EXTENT = r"\d{1,3}(?:\.\d{1,6})?(?:px)?|\d(?:\.\d{1,6})?em|(?:\d{1,2}(?:\.\d{1,6})?|100)%"
_SVG_NUMBERS = r"[\s\d.,eE+%-]*"

# No white space, control or invisible format character: browsers drop some and read on.
_SIGN = r"[^\s\x00-\x20\"<>\\`\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]"
# Within the site: no scheme, and no `//` or `\`, after which browsers read another host.
_WITHIN = rf"(?![^/?#]*:)(?!//){_SIGN}*"
_PAINT = r"none|currentColor|transparent|[a-zA-Z]{1,30}|#[0-9a-fA-F]{3,8}"

ADDRESS: Final = rf"https?://(?=[^/?#\s]){_SIGN}+|mailto:{_SIGN}+|tel:[\d+(). -]+|{_WITHIN}"
"""Where links may lead, in capitals or not. Matched as a whole: an address is refused for what it
isn't."""
IMAGE: Final = rf"(?=.){_WITHIN}"
"""Where images may come from: this site, since a remote one tells its host who reads what."""
RESERVED_IDS: Final = r"__|md-|forum_|print_"
"""Beginnings of the identifiers by which the theme and the forum find their own elements."""
IDENTIFIER: Final = (
    rf"(?!{RESERVED_IDS})[^\s\"'<>&`%\\]{{1,500}}"
    # Lines of code and tabs: nothing in the theme is called so.
    r"|__(?:codelineno|span|code)-[\w-]{1,60}|__tabbed_\d+_\d+"
)
"""Identifiers. `__config` would take the place of the theme's settings: its script would die. It
also does over `%` and `\\` in a link of the contents, which it decodes and puts into a selector."""
RESERVED_CLASSES: Final = (
    r"(?:md|mdx|js|forum|print|pagefind)(?:[-_]|$)|no-js$|__|tabbed-(?:button|control)"
)
"""Beginnings of the classes by which theme, forum and search find or lay out their own parts."""
OPEN_CLASSES: Final = frozenset({"md-button", "md-button--primary", "md-tag", "forum-asked"})
"""Classes with such a beginning that are meant for texts, and that of a talk's questions."""
FETCHING_CLASSES: Final = frozenset({"mermaid"})
"""Classes for which the theme fetches a script from a third party, unless the site has its own."""

_DRAWN = {
    "viewBox": _SVG_NUMBERS,
    "xmlns": r"http://www\.w3\.org/2000/svg",
    "width": r"[\d.]{1,8}(?:em|px|%)?",
    "height": r"[\d.]{1,8}(?:em|px|%)?",
    # No `url()`, which fetches.
    "fill": _PAINT,
    "stroke": _PAINT,
    "fill-rule": "nonzero|evenodd",
    "clip-rule": "nonzero|evenodd",
    "stroke-width": r"[\d.]{1,8}",
    "stroke-linecap": "butt|round|square",
    "stroke-linejoin": "bevel|miter|round",
    "opacity": r"[\d.]{1,8}",
    "d": r"[a-zA-Z\s\d.,+-]*",
    "points": _SVG_NUMBERS,
    **dict.fromkeys(("cx", "cy", "r", "rx", "ry", "x", "y"), _SVG_NUMBERS),
    **dict.fromkeys(("x1", "x2", "y1", "y2"), _SVG_NUMBERS),
}
"""Attributes of drawings and their shapes."""
EVERYWHERE: Final[Mapping[str, str]] = {
    "id": IDENTIFIER,
    "title": _NO_TAG,  # The theme's tooltips (`content.tooltips`) read it as HTML.
    "lang": r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*",  # What a screen reader needs.
    "dir": "ltr|rtl|auto",
    "style": r"\s*text-align:\s*(?:left|right|center|justify)\s*;?\s*",  # Columns of tables.
    "role": r"doc-[a-z]+|img|note|presentation",  # No role that makes a control of a text.
    "aria-hidden": "true|false",
    "aria-label": _ANY,
    "aria-describedby": IDENTIFIER,
    "aria-labelledby": IDENTIFIER,
}
"""Attributes of every element, each with what its value must match as a whole.

No `on…`: it runs. No `style` but for columns: it can cover the page. No `data-…`: theme, search and
other scripts act on them. No `hidden`, `tabindex`, `accesskey`: they take from readers.
"""
BY_ELEMENT: Final[Mapping[str, Mapping[str, str]]] = {
    "a": {
        "href": ADDRESS,
        "hreflang": r"[A-Za-z0-9-]{1,35}",
        "target": "_blank",  # No name of a window, which another page could hold.
        "rel": r"(?:\s*(?:author|external|license|nofollow|noopener|noreferrer|ugc))+\s*",
        "name": r"__codelineno-[\w-]{1,60}",  # Lines of code; other names are found by scripts.
    },
    "blockquote": {"cite": ADDRESS},
    "del": {"cite": ADDRESS, "datetime": r"[\w:.+ -]{1,40}"},
    "details": {"open": "|open|true"},
    "img": {
        "src": IMAGE,
        "alt": _ANY,
        "width": _SIZE,
        "height": _SIZE,
        "align": "left|right",  # The theme lets text flow around such an image.
        "loading": "lazy|eager",
    },
    "input": {
        "type": "checkbox|radio",
        "checked": "|checked|true",
        "disabled": "|disabled|true",
        "name": r"__tabbed_\d+",  # Tabs; an image of this kind would hide a function of the page.
    },
    "ins": {"cite": ADDRESS, "datetime": r"[\w:.+ -]{1,40}"},
    "label": {"for": IDENTIFIER},
    "li": {"value": _NUMBER},
    "ol": {"start": _NUMBER, "type": "[1aAiI]", "reversed": "|reversed"},
    "q": {"cite": ADDRESS},
    "span": {
        "data-linenos": r"[\d ]{1,12}",  # Numbers of lines of code.
        "data-forum-state": f"{SLUG}/{SLUG}",  # Place of a question's state.
    },
    "div": {"data-tabs": r"\d+:\d+"},
    "table": {"align": "left|right|center"},
    "td": {"align": "left|right|center|justify", "colspan": r"\d{1,3}", "rowspan": r"\d{1,3}"},
    "th": {
        "align": "left|right|center|justify",
        "colspan": r"\d{1,3}",
        "rowspan": r"\d{1,3}",
        "scope": "col|row|colgroup|rowgroup",
    },
    "col": {"span": r"\d{1,3}", "align": "left|right|center"},
    "colgroup": {"span": r"\d{1,3}"},
    "time": {"datetime": r"[\w:.+ -]{1,40}"},
    **{shape: {**_DRAWN, "transform": r"[a-zA-Z\s\d.,()+-]{1,200}"} for shape in _SHAPES.split()},
    # Shapes end where their drawing does. It could cover the page if it were turned or enlarged.
    "svg": {**_DRAWN, "width": _EXTENT, "height": _EXTENT},
}
"""Further attributes by element."""

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
