"""Quotation marks and apostrophes in place of the straight ones of a keyboard.

A text is looked at as a whole: a mark opens or closes a quote by what stands beside it, and marks
that leave one of them unpaired stay all as they are, since `5"` may be inches.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from mkdocs_forum.core.words.languages import Typography
from mkdocs_forum.core.words.typography.edits import OBJECT, SPACES, Edit

_APOSTROPHE = "’"

_INNER = frozenset(",;:!?)]}»”%")
"""What doesn't stand behind an opening mark."""
_SINGLE = re.compile("'")
_WORD = re.compile(r"\w+")
_DECADE = re.compile(r"\d\ds?(?!\w)")
_SINGLES = "‘’‚"
_SET, _NONE = -1, -2
"""In place of where a straight quote stands: one that its author set, such as `«`; no quote."""


class Marks(NamedTuple):
    """The quotation marks that a language has, and what stands beside straight ones in it."""

    opening: str
    closing: str
    before: str
    """What may stand before an opening mark, beside spaces."""
    behind: str
    """What may stand behind a closing mark, beside spaces."""
    beginning: str
    """What doesn't stand before a closing mark."""
    double: re.Pattern[str]
    """A straight mark, or one that its author set."""


@cache
def marks(quotes: tuple[tuple[str, str], ...]) -> Marks:
    """Give the marks of a language by its quotes: what closes one opens it in another language.

    Guillemets stand either way round where quotes begin at the foot of a line: they tell nothing.
    """
    begun, ended = ("".join(signs) for signs in zip(*_bare(quotes), strict=True))
    opening, closing = begun + _without("“‘", ended), ended + _without("”’", begun)
    if "„" not in begun:
        opening, closing = f"{opening}«", f"{closing}»"
    return Marks(
        *(opening, closing),
        before=f"([{{«{opening}'’—–-/\"",
        behind=f".,;:!?…)]}}»{closing}'\"—–-/{OBJECT}",
        beginning=f"([{{{opening}",
        double=re.compile(f'["{_without(opening + closing, _SINGLES)}]'),
    )


def _bare(quotes: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    """Give pairs of marks without the spaces within them."""
    return ((opening[0], closing[-1]) for opening, closing in quotes)


def _without(signs: str, others: str) -> str:
    return "".join(sign for sign in signs if sign not in others)


def quotes(prose: str, typography: Typography) -> Iterator[Edit]:
    """Replace straight double quotes, if each has its other one; spaces within them go."""
    for start, end, depth in _pairs(prose, marks(typography.quotes)):
        opening, closing = typography.quotes[min(depth, len(typography.quotes) - 1)]
        after, before = start + 1, end
        while prose[after] in SPACES:
            after += 1
        while prose[before - 1] in SPACES:
            before -= 1
        yield Edit(start, after, opening)
        yield Edit(before, end + 1, closing)


def apostrophes(prose: str, typography: Typography) -> Iterator[Edit]:
    """Replace straight apostrophes, and those that stand for quotation marks in pairs."""
    opened: list[int] = []
    known = marks(typography.quotes)
    for found in _SINGLE.finditer(prose):
        place = found.start()
        before, after = _beside(prose, place)
        if before.isalpha() and after.isalnum():
            yield Edit(place, place + 1, _APOSTROPHE)
        elif "'" in (before, after):
            continue
        elif _opens(prose, place, known) and not _is_clipped(prose, place + 1, typography):
            opened.append(place)
        elif opened and _closes(prose, place, known):
            for mark, sign in zip((opened.pop(), place), typography.single, strict=True):
                yield Edit(mark, mark + 1, sign)
        elif _is_apostrophe(prose, place):
            yield Edit(place, place + 1, _APOSTROPHE)
    for place in opened:
        if prose[place + 1].isalnum():
            yield Edit(place, place + 1, _APOSTROPHE)


def _pairs(prose: str, marks: Marks) -> list[tuple[int, int, int]]:
    """Give the places of the straight quotes that belong together, and how deep they stand."""
    opened: list[int] = []
    pairs = []
    for found in marks.double.finditer(prose):
        place, sign = found.start(), found[0]
        innermost = opened[-1] if opened else _NONE
        if sign in marks.opening:
            opened.append(_SET)
        elif sign in marks.closing:
            if innermost == _SET:
                opened.pop()
        elif (role := _role(prose, place, marks, is_quoted=innermost >= 0)) == "opens":
            opened.append(place)
        elif role == "closes" and prose[innermost + 1 : place].strip():
            pairs.append((opened.pop(), place, len(opened)))
        elif role != "inches":
            return []
    return pairs if all(place == _SET for place in opened) else []


def _role(
    prose: str, place: int, marks: Marks, *, is_quoted: bool
) -> Literal["opens", "closes", "inches", "unknown"]:
    """Tell what a straight quote is for, where another one is open or not."""
    before, after = _beside(prose, place)
    opens, closes = _opens(prose, place, marks), _closes(prose, place, marks)
    if before.isspace() and not opens:  # As guillemets are written, with spaces within.
        opens, closes = after.isspace(), after.isspace() or after in marks.behind
    if is_quoted and closes:
        return "closes"
    if opens:
        return "opens"
    return "inches" if before.isdigit() else "unknown"


def _beside(prose: str, place: int) -> tuple[str, str]:
    return prose[place - 1 : place] or " ", prose[place + 1 : place + 2] or " "


def _opens(prose: str, place: int, marks: Marks) -> bool:
    """Whether a quote may begin: behind a space and before a word, or as if it were so."""
    before, after = _beside(prose, place)
    is_end = after in _INNER or (after == "." and not prose.startswith("...", place + 1))
    return (before.isspace() or before in marks.before) and not (after.isspace() or is_end)


def _closes(prose: str, place: int, marks: Marks) -> bool:
    """Whether a quote may end: behind a word and before what isn't one."""
    before, after = _beside(prose, place)
    is_begun = before.isspace() or before in marks.beginning
    return (after.isspace() or after in marks.behind) and not is_begun


def _is_apostrophe(prose: str, place: int) -> bool:
    before, after = _beside(prose, place)
    if before.isdigit():  # Minutes or feet, but in "the 1990's".
        return after == "s" and not _beside(prose, place + 1)[1].isalnum()
    return before.isalpha() or after.isalnum()


def _is_clipped(prose: str, place: int, typography: Typography) -> bool:
    """Whether a word or a decade begins there that has lost its own beginning."""
    word = _WORD.match(prose, place)
    is_word = word is not None and word[0].lower() in typography.clipped
    return is_word or _DECADE.match(prose, place) is not None
