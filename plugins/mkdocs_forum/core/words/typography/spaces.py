"""Spaces that don't break: before some signs, within quotation marks, around numbers and names."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from mkdocs_forum.core.words.languages import Typography
from mkdocs_forum.core.words.typography.edits import BREAK, FIXED, OBJECT, SPACES, Edit

Spacing = Callable[[str], Iterator[Edit]]
"""Gives the spaces to set in a text."""

_FULL = "\u00a0"
_THIN = "\u202f"
_SPACE = f"[{SPACES}]"
# Of a run the first is tried alone, or a long one would take its square in steps.
_RUN = rf"{_SPACE}(?<!{_SPACE}{_SPACE}){_SPACE}*+"
_IN_NUMBERS = "[ \u00a0\u2009\u202f]"
_AS_WRITTEN = frozenset(FIXED + BREAK)
_STRAIGHT = frozenset("\"'")
"""Quotes that a space beside them would make look like others."""
_COLON = r":(?=[\s»]|$)"
"""One that isn't within a time, an address or the like."""
_APART = re.compile(rf"{_COLON}|[^:](?![\w=])")
"""A sign that may have a space before it, and is no operator."""
_CLOSE = re.compile(rf"{_COLON}|[^:](?=[!?]*+(?:[\s)\]}}»”’\"',.…{OBJECT}]|$))")
"""A sign that was put at the end of a word."""
_ENDS = frozenset(f")]}}»”’%‰€$£°….{OBJECT}")
"""What such a sign may follow beside letters and digits."""
_DIGIT = re.compile(r"\d")
_BEGIN = re.compile(r"[^\w.]")
"""What a word stands behind."""
_DASH = re.compile(rf"(?<=[^\s«])({_SPACE}++)[–—]({_SPACE}++)(?=[^\s»])|[.!?…](?=\s)")


def spacing(typography: Typography) -> Iterator[Spacing]:
    """Give the rules of a language; where two want the same space, the first counts."""
    for opening, closing in typography.quotes:
        if opening[1:]:
            yield _within(opening[0], opening[1:], closing[:-1], closing[-1])
    if typography.before:
        yield _before(typography.before, frozenset(begin[0] for begin, _ in typography.quotes))
    if numbers := tuple(_around_numbers(typography)):
        yield (
            lambda prose: (
                chain.from_iterable(rule(prose) for rule in numbers)
                if _DIGIT.search(prose)
                else iter(())
            )
        )
    yield _behind(typography.references, r"\d|(?:[IVX]|[IVXLCDM]{2,})\b")
    yield _behind(typography.titles, "[A-ZÀ-ÖØ-ÞŒ]")
    if typography.abbreviations:
        yield _abbreviations(typography.abbreviations)
    if typography.within_dashes:
        yield _within_dashes(typography.within_dashes)


def _within(opening: str, behind: str, before: str, closing: str) -> Spacing:
    """Give the rule of two quotation marks that have a space within them, written or not."""
    sign = re.compile(rf"(?P<opens>{opening}){_SPACE}*+(?=\S)|{closing}")

    def rule(prose: str) -> Iterator[Edit]:
        for found in sign.finditer(prose):
            place, end = found.span()
            if found["opens"]:
                start, last = place + 1, prose[end]
                # The mark stays where it is, for what is behind it may be in another element.
                written, added = Edit(start, end, behind), Edit(place, end, opening + behind)
            else:
                start = _start_of_spaces(prose, place)
                end, last = place, prose[start - 1 : start] or BREAK
                written, added = Edit(start, end, before), Edit(place, place + 1, before + closing)
            if start < end and last not in _AS_WRITTEN | {opening}:
                yield written
            elif start == end and last not in _AS_WRITTEN | _STRAIGHT | {opening}:
                yield added

    return rule


def _before(spaces: dict[str, str], opening: frozenset[str]) -> Spacing:
    """Give the rule of signs that have a space before them, written or not."""
    sign = re.compile(f"[{re.escape(''.join(spaces))}]")

    def rule(prose: str) -> Iterator[Edit]:
        for found in sign.finditer(prose):
            place, space = found.start(), spaces[found[0]]
            start = _start_of_spaces(prose, place)
            before = prose[start - 1 : start]
            if not before or before in opening or before in _AS_WRITTEN:
                continue
            if start < place:
                if _APART.match(prose, place):
                    yield Edit(start, place, space)
            elif (before.isalnum() or before in _ENDS) and _CLOSE.match(prose, place):
                yield Edit(place, place + 1, space + found[0])

    return rule


def _start_of_spaces(prose: str, place: int) -> int:
    while place and prose[place - 1] in SPACES:
        place -= 1
    return place


def _around_numbers(typography: Typography) -> Iterator[Spacing]:
    if hour := typography.hour:
        number = r"(?<![\w.,/])(?:[01]?\d|2[0-4])"
        yield _joined(rf"{number}({_SPACE}++)(?={hour}(?![\w'’]))", _FULL)
        yield _joined(rf"{number}{_SPACE}*+{hour}({_SPACE}++)(?=[0-5]\d(?!\w))", _FULL)
        yield _put(rf"{number}({hour})(?=[0-5]\d(?!\w))", _FULL + "{}" + _FULL)
        yield _put(rf"{number}({hour})(?![\w'’])", _FULL + "{}")
    if typography.units:
        yield _joined(rf"\d({_SPACE}++)(?=(?:{_any(typography.units)})(?![\w'’]))", _FULL)
    if typography.close_units:
        yield _put(rf"\d({_any(typography.close_units)})(?!\w)", _FULL + "{}")
    if typography.close_references:
        yield _put(rf"(?<!\w)({_any(typography.close_references)})(?=\d)", "{}" + _FULL)
    if typography.thousands:
        yield _thousands(typography.thousands)


def _behind(words: tuple[str, ...], name: str) -> Spacing:
    """Give the rule of words that are joined to what is behind them."""
    spaces = re.compile(rf"{_RUN}(?={name})")

    def is_joined(prose: str, end: int) -> bool:
        starts = (end - len(word) for word in words if prose.endswith(word, 0, end))
        return any(not start or _BEGIN.match(prose, start - 1) for start in starts)

    return lambda prose: (
        Edit(*found.span(), _FULL)
        for found in spaces.finditer(prose)
        if prose.endswith(words, 0, found.start()) and is_joined(prose, found.start())
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def _joined(pattern: str, space: str) -> Spacing:
    """Give the rule that replaces the spaces that a pattern has as its group."""
    compiled = re.compile(pattern)
    return lambda prose: (Edit(*found.span(1), space) for found in compiled.finditer(prose))


def _put(pattern: str, form: str) -> Spacing:
    """Give the rule that puts spaces at the sign that a pattern has as its group."""
    compiled = re.compile(pattern)
    return lambda prose: (
        Edit(*found.span(1), form.format(found[1])) for found in compiled.finditer(prose)
    )


def _thousands(space: str) -> Spacing:
    number = re.compile(
        rf"(?<![\w.,+/'’{OBJECT}-])(?<!\d{_IN_NUMBERS})[1-9]\d{{0,2}}"
        rf"(?:{_IN_NUMBERS}\d{{3}})++(?![\w/-]|{_IN_NUMBERS}\d)"
    )
    between = re.compile(_IN_NUMBERS)
    return lambda prose: (
        Edit(*place.span(), space)
        for found in number.finditer(prose)
        for place in between.finditer(prose, *found.span())
    )


def _abbreviations(abbreviations: Iterable[str]) -> Spacing:
    """Give the rule of abbreviations of several words, whose spaces are written or not."""
    words = "|".join(abbreviated(each, rf"{_SPACE}?+") for each in abbreviations)
    found_in, space = (
        re.compile(rf"(?<![\w.])(?:{words})(?!\w)"),
        re.compile(rf"\.({_SPACE}?)(?=\w)"),
    )
    return lambda prose: (
        Edit(*place.span(), f".{_THIN}")
        for found in found_in.finditer(prose)
        for place in space.finditer(prose, *found.span())
    )


def abbreviated(abbreviation: str, space: str) -> str:
    """Give the pattern of an abbreviation of several words, with one for its spaces."""
    return space.join(map(re.escape, abbreviation.split(" ")))


def _within_dashes(space: str) -> Spacing:
    """Give the rule of what two dashes set apart in one sentence."""

    def rule(prose: str) -> Iterator[Edit]:
        opened: re.Match[str] | None = None
        for found in _DASH.finditer(prose) if "–" in prose or "—" in prose else ():
            if found[1] and opened:
                yield Edit(*opened.span(2), space)
                yield Edit(*found.span(1), space)
            # One that ends a sentence, too, begins nothing.
            opened = found if found[1] and not opened else None

    return rule
