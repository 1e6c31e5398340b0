"""Dashes between words or numbers, and the dots of an ellipsis."""

import re
from collections.abc import Iterator

from mkdocs_forum.core.words.languages import Typography
from mkdocs_forum.core.words.typography.edits import Edit

_ELLIPSIS = re.compile(r"(?<![./\\])\.{3}(?![./\\\d])")
# Not at the beginning of a line, where a hyphen is left of a list.
_APART = re.compile(r"-(?<=[^\s–—-][ \u00a0]-)-{0,2}(?=\s[^\s»:;!?–—-])")
_OPERATOR = re.compile(r"(?:\d|(?<!\w)\w)\s-+\s(?:\d|\w(?!\w))")
"""Between two numbers, or two single letters."""
_BETWEEN = re.compile(r"-(?<=\d-)-?(?=\d)")
_FIRST = re.compile(r"(?<![\w.,/:@#+%'‘’–-])[1-9]\d{0,3}\Z")
_LAST = re.compile(r"[1-9]\d{0,3}(?![\w/@#–-]|[.,:]\d|\.\w)")
_WORD_BEFORE = re.compile(r"([^\s'’(\[«“]{1,20})\s\Z")


def dashes(prose: str, typography: Typography) -> Iterator[Edit]:
    """Replace hyphens that stand for a longer dash."""
    for found in _APART.finditer(prose):
        if not _OPERATOR.match(prose, found.start() - 2):
            yield Edit(*found.span(), "—" if len(found[0]) > 2 else typography.dash)
    for found in _BETWEEN.finditer(prose):
        start, end = found.span()
        first, last = _FIRST.search(prose, max(0, start - 5), start), _LAST.match(prose, end)
        if first and last and _is_range(first, last, typography):
            yield Edit(start, end, "–")


def ellipses(prose: str) -> Iterator[Edit]:
    """Replace three dots; more or fewer of them say something else."""
    return (Edit(*found.span(), "…") for found in _ELLIPSIS.finditer(prose))


def _is_range(first: re.Match[str], last: re.Match[str], typography: Typography) -> bool:
    """Whether two numbers are the first and the last of some, and no name of something."""
    is_alike = len(first[0]) == len(last[0]) == 4 or max(len(first[0]), len(last[0])) < 4
    if not is_alike or int(first[0]) >= int(last[0]):
        return False
    start = first.start()
    word = _WORD_BEFORE.search(first.string, max(0, start - 21), start)
    before = word[1] if word else ""
    if before in typography.identifiers:
        return False
    return before in typography.references or not (before.endswith(".") or before.isupper())
