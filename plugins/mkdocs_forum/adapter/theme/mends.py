"""What the theme's frame of a page gets wrong, mended where it stands.

Each mend is one fault of Material's own templates, which no block of them reaches. It changes what
stands before and behind the main column alone, never what members wrote. A test builds the frame
without mends, and tells which of them isn't needed any more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from mkdocs_forum.core.html.indentation import unindented

_COLUMN: Final = '<article class="md-content__inner'
_END: Final = "</article>"


@dataclass(frozen=True)
class Mend:
    """One fault of the theme, and what stands in its place."""

    fault: str
    """What is wrong, for whoever looks at the test that it makes fail."""
    pattern: re.Pattern[str]
    instead: str

    def on(self, html: str) -> str:
        """Give HTML without the fault."""
        return self.pattern.sub(self.instead, html)


MENDS: Final = (
    Mend(
        "a checkbox can't be completed by the browser, so that it has no `autocomplete`",
        re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"'),
        r"\1",
    ),
    Mend(
        "a label names a field that isn't there: the page isn't one of the navigation's own",
        re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL),
        r'<span class="md-nav__title">\1</span>',
    ),
    Mend(
        "the dialog of the search has no name",
        re.compile(
            r'(<div class="md-search" data-md-component="search" role="dialog")'
            r'(>.*?<input [^>]* aria-label="([^"]*)")',
            re.DOTALL,
        ),
        r'\1 aria-label="\3"\2',
    ),
    Mend(
        "a form that nobody sends: the switch of the palette acts at once",
        re.compile(
            r'<form (class="md-header__option" data-md-component="palette")>(.*?)</form>', re.DOTALL
        ),
        r"<div \1>\2</div>",
    ),
    Mend(
        "a landmark without a name, beside that of the page",
        re.compile(r'<aside (class="md-banner[^>]*)>(.*?)</aside>', re.DOTALL),
        r"<div \1>\2</div>",
    ),
    Mend("`tabindex` without a number", re.compile(r' tabindex=""'), ""),
    Mend(
        "whether something is expanded can't be said of a landmark",
        re.compile(r'(<nav class="md-nav"[^>]*?) aria-expanded="\w+"'),
        r"\1",
    ),
    Mend(
        "the contents of a page are a landmark a second time, in the navigation",
        re.compile(r'(</a>\s*<nav class="md-nav md-nav--secondary") aria-label="[^"]*"'),
        r'\1 role="none"',
    ),
    Mend(
        "each heading that has others below it is a landmark, twice by the same name",
        re.compile(r'<nav class="md-nav" aria-label="[^"]*">'),
        '<nav class="md-nav" role="none">',
    ),
    Mend(
        "which tab, and which line of the navigation, is the current one is told by colour alone",
        re.compile(r'(<li class="md-(?:tabs|nav)__item md-(?:tabs|nav)__item--active">\s*<a )'),
        r'\1aria-current="true" ',
    ),
    Mend(
        "the same of the line of the page that is shown",
        re.compile(r'(<a )(href="[^"]*" class="md-nav__link md-nav__link--active")'),
        r'\1aria-current="page" \2',
    ),
    Mend(
        "the theme's script holds up what is shown",
        # The last one alone: scripts behind it may need what it brings.
        re.compile(r'<script (src="[^"]*/bundle\.\w+\.min\.js"></script>\s*</body>)'),
        r"<script defer \1",
    ),
)
"""All mends, in the order in which they are made."""


def mended(frame: str) -> str:
    """Give a part of the theme's frame without its faults, and without its indentation."""
    for mend in MENDS:
        frame = mend.on(frame)
    return unindented(frame)


def with_mends(html: str) -> str:
    """Give a page whose frame is mended; its main column stays as it is."""
    return "".join(_mended(html))


def _mended(html: str) -> Iterator[str]:
    before, column, rest = html.partition(_COLUMN)
    content, end, behind = rest.rpartition(_END)
    yield mended(before)
    yield column
    yield content
    yield end
    yield mended(behind) if end else behind
