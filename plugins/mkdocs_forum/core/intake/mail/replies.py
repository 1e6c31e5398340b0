"""What people write in letters, without quotes, signatures and what their programs add."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from mkdocs_forum.core.intake.mail.omissions import Kind, Omitted, joined
from mkdocs_forum.core.intake.mail.quotes import QUOTED, Quotes, head_passes_on, opens, quotes
from mkdocs_forum.core.intake.mail.signatures import SIGNATURE, added, closing, unmarked
from mkdocs_forum.core.reading.markdown.list_signs import plain_lists

DEEPEST: Final = 4
"""How often a letter may be passed on."""
_EMPTY_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Reply:
    """What somebody wrote in a letter."""

    text: str
    omitted: Omitted = field(default_factory=dict)
    """Lines beside it, by what they were taken for."""


def read_reply(
    lines: Sequence[str],
    names: Iterable[str] = (),
    *,
    is_forward: bool = False,
    depth: int = DEEPEST,
) -> Reply:
    """Give what somebody wrote in a letter.

    Arguments:
        lines: The lines; those of other letters may begin with `>`.
        names: Names of who may have written it.
        is_forward: Whether the letter is known to pass another on.
        depth: How often it may.

    Returns:
        The words, those of the letter that is passed on if there is one; and what else it says.
    """
    names = list(names)
    found = quotes(lines)
    own = _own(["" if place in found.numbers else line for place, line in enumerate(lines)], names)
    passed = _passed_on(lines, found, own, is_forward) if depth else None
    inner = _inner(passed, names, depth - 1) if passed else Reply("")
    numbers = passed.numbers if passed and inner.text else frozenset[int]()
    quoted = {Kind.QUOTE: [lines[number] for number in sorted(found.numbers - numbers)]}
    if not passed or not inner.text:
        return Reply(own.text, joined([quoted, own.omitted]))
    above = [covering(own), own.omitted, {Kind.HEAD: passed.head}]
    return Reply(inner.text, joined([*above, quoted, inner.omitted]))


def covering(reply: Reply) -> Omitted:
    """Give the words of a letter as what came with another text."""
    return {Kind.COVERING: reply.text.split("\n")} if reply.text else {}


@dataclass(frozen=True)
class _Passed:
    """A letter that is passed on in another."""

    numbers: frozenset[int]
    """Numbers of its lines there."""
    head: Sequence[str]
    lines: Sequence[str]
    """Its words."""


def _inner(passed: _Passed, names: Sequence[str], depth: int) -> Reply:
    """Read a letter that is passed on, which may pass on another, as its subject says."""
    return read_reply(passed.lines, names, is_forward=head_passes_on(passed.head), depth=depth)


def _passed_on(lines: Sequence[str], found: Quotes, own: Reply, is_forward: bool) -> _Passed | None:
    """Find the letter that another passes on, perhaps as a quote."""
    numbers = sorted(found.numbers)
    plain = list(lines)
    if found.begin is None and (is_forward or not own.text):
        # Some programs quote what they pass on, with the line that says so.
        unquoted = _unquoted([lines[number] for number in numbers])
        within = quotes(unquoted)
        if within.begin is None or not (within.is_forward or is_forward):
            return None
        numbers, rest = numbers[within.begin :], unquoted[within.begin :]
    elif found.begin is None or not (found.is_forward or is_forward):
        return None
    else:
        numbers, rest = list(range(found.begin, len(lines))), plain[found.begin :]
    size = _size(rest)
    if _is_quoted(rest[size:]):
        rest = [QUOTED.sub("", line, count=1) for line in rest]
        size = _size(rest)
    return _Passed(frozenset(numbers), rest[:size], rest[size:])


def _unquoted(lines: Sequence[str]) -> Sequence[str]:
    """Take the signs of quotes off that stand before all lines, however many."""
    for _ in range(DEEPEST):
        if not _is_quoted(lines):
            break
        lines = [QUOTED.sub("", line, count=1) for line in lines]
    return lines


def _is_quoted(lines: Sequence[str]) -> bool:
    return all(QUOTED.match(line) for line in lines if line.strip())


def _size(lines: Sequence[str]) -> int:
    opening = opens(lines, 0)
    return opening.size if opening else 0


def _own(lines: Sequence[str], names: Sequence[str]) -> Reply:
    """Read a letter without another in it."""
    notices = added(lines, names)
    kept = ["" if number in notices else line for number, line in enumerate(lines)]
    end = closing(kept, names)
    text = _EMPTY_LINES.sub("\n\n", plain_lists("\n".join(kept[:end]))).strip("\n")
    left = {
        Kind.SIGNATURE: [unmarked(line) for line in kept[end:] if not SIGNATURE.fullmatch(line)],
        Kind.NOTICE: [lines[number] for number in sorted(notices)],
    }
    return Reply(text, joined([left]))
