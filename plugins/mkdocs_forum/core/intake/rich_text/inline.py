"""What sets words off within a line: bold, italics, struck out, code, links."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import Final

MARKS: Final = {"bold": "**", "italic": "*", "struck": "~~", "code": "`"}
"""How Markdown sets words off, from the outermost to the innermost."""
_TAGS: Final = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em", "cite", "dfn"), "italic"),
    **dict.fromkeys(("s", "strike", "del"), "struck"),
    **dict.fromkeys(("code", "tt", "kbd", "samp"), "code"),
}
_STYLES: Final = {
    "bold": re.compile(r"(?<![\w-])font-weight\s*:\s*(?:bold|[6-9]00)"),
    "italic": re.compile(r"(?<![\w-])font-style\s*:\s*(?:italic|oblique)"),
    "struck": re.compile(r"text-decoration(?:-line)?\s*:\s*line-through"),
}
_PLAIN: Final = {
    "bold": re.compile(r"(?<![\w-])font-weight\s*:\s*(?:normal|[1-5]00)"),
    "italic": re.compile(r"(?<![\w-])font-style\s*:\s*normal"),
}
STYLED: Final = frozenset({*_TAGS, "span", "font", "a"})
"""Elements that may set words off."""
_SPACES = " \t\n\r\f\xa0\u202f"
_POINTS = ",;.:!?…"
"""What may close words that are set off; no sign of Markdown may stand between it and a letter."""


@dataclass(frozen=True)
class Run:
    """A stretch of a line whose words are set off alike."""

    text: str
    styles: frozenset[str] = frozenset()


def styles_of(
    tag: str, attributes: Mapping[str, str | None], around: frozenset[str]
) -> frozenset[str]:
    """Give how the words of an element are set off, within words that are set off already."""
    style = (attributes.get("style") or "").lower()
    own = {_TAGS[tag]} if tag in _TAGS else set()
    own |= {name for name, pattern in _STYLES.items() if pattern.search(style)}
    plain = {name for name, pattern in _PLAIN.items() if pattern.search(style)}
    return (around | own) - plain


def linked(runs: Iterable[Run], address: str, styles: frozenset[str]) -> list[Run]:
    """Give the words of a link with its address; what sets off the link stands around both."""
    runs = list(runs)
    text = "".join(run.text for run in runs)
    start, end = len(text) - len(text.lstrip(_SPACES)), len(text.rstrip(_SPACES))
    within = [Run(text[:start], styles), Run("[", styles)]
    place = 0
    for run in runs:
        words = text[max(place, start) : min(place + len(run.text), end)]
        place += len(run.text)
        within.append(Run(words, run.styles))
    return [*within, Run(f"]({address})", styles), Run(text[end:], styles)]


def marked(runs: Iterable[Run]) -> str:
    """Give a line with the signs of Markdown."""
    pieces: list[str] = []
    opened: list[str] = []
    for run in _joined(_tight(_joined(runs))):
        kept = list(takewhile(run.styles.__contains__, opened))
        begun = [name for name in MARKS if name in run.styles and name not in kept]
        pieces += [MARKS[name] for name in reversed(opened[len(kept) :])]
        pieces += [*(MARKS[name] for name in begun), run.text]
        opened = [*kept, *begun]
    return "".join([*pieces, *(MARKS[name] for name in reversed(opened))])


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Put neighbours together whose words are set off alike."""
    groups = groupby((run for run in runs if run.text), lambda run: run.styles)
    return [Run("".join(run.text for run in group), styles) for styles, group in groups]


def _tight(runs: Sequence[Run]) -> Iterator[Run]:
    """Take the spaces at the ends of words out of their signs, where Markdown knows none."""
    plain = Run("")
    for above, run, below in zip([plain, *runs], runs, [*runs[1:], plain], strict=False):
        styles = run.styles - {"code"} if "`" in run.text else run.styles
        core = run.text.strip(_SPACES)
        if below.text[:1].isalnum():
            core = core.rstrip(_SPACES + _POINTS)
        start = run.text.find(core) if core else len(run.text)
        yield Run(run.text[:start], styles & above.styles)
        yield Run(core, styles)
        yield Run(run.text[start + len(core) :], styles & below.styles)
