"""What a reader may choose to print: parts of a document, numbers of notes, lines to write on."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from markupsafe import Markup

PARTS: Final = {
    "print-discussion": "answers",
    "print-question--listed": "listed",
    "print-state": "listed",
    "print-question": "asked",
}
"""Parts of a document that may be left out, by the classes of their elements, the inner ones first.

What stands in none of them is `text`.
"""
SCOPES: Final[Mapping[str, frozenset[str]]] = {
    "all": frozenset({"text", "asked", "answers", "listed"}),
    "alone": frozenset({"text", "asked"}),
    "sheet": frozenset({"asked", "listed"}),
}
"""The choices, each with the parts whose links are printed."""
MARK: Final = '<sup class="print-mark">{} {}</sup>'
"""Stands behind a link that leads elsewhere: the number of its note, from 0, and its part."""

Numbers = Mapping[str, int]
"""Numbers of a note by the choice of the reader, where it is printed."""


_ASKED = re.compile(r'(<div class="print-asked">\s*<)h[3-6]\b(.*?</)h[3-6]>', re.DOTALL)
"""The heading of a question."""


def chosen(html: str, choice: str) -> str:
    """Give a page to print as it is once a reader has chosen a scope, or large print."""
    if choice == "sheet":
        # The headings between the title and the questions aren't there.
        html = _ASKED.sub(r"\1h2\2h2>", html)
    before = "normal" if choice == "large" else "all"
    html = html.replace(f' value="{before}" checked>', f' value="{before}">', 1)
    return html.replace(f' value="{choice}">', f' value="{choice}" checked>', 1)


def printed_in(part: str) -> frozenset[str]:
    """Give the choices that print the links of a part."""
    return frozenset(scope for scope, parts in SCOPES.items() if part in parts)


def numbered(listed: Mapping[str, Iterable[str]]) -> dict[str, Numbers]:
    """Number notes, without a gap in any choice.

    Arguments:
        listed: The choices in which each note is printed, in the order of the notes.
    """
    counts = dict.fromkeys(SCOPES, 0)
    found: dict[str, Numbers] = {}
    for note, scopes in listed.items():
        for scope in scopes:
            counts[scope] += 1
        if scopes:
            found[note] = {scope: counts[scope] for scope in SCOPES if scope in scopes}
    return found


def absent(*notes: Numbers) -> list[str]:
    """Give the choices in which none of some notes is printed."""
    return [scope for scope in SCOPES if not any(scope in numbers for numbers in notes)]


def mark(numbers: Numbers) -> str:
    """Give what stands behind a link: the number of its note, as each choice needs it."""
    usual = numbers.get("all")
    others = "".join(
        f' data-{scope}="[{number}]"' for scope, number in numbers.items() if number != usual
    )
    words = f"[{usual}]" if usual else ""
    shown = f"<span>{words}</span>" if others and words else words
    return f'<sup class="print-mark"{others}>{shown}</sup>' if numbers else ""


LINES: Final = {"some": 7, "few": 4, "many": 20}
"""Lines to write on below a question, by the choice of the reader; the first is the usual one."""
Ruled = Sequence[tuple[int, Sequence[str]]]
"""Numbers of lines to write on, each with the choices that leave them out."""
LISTED: Final[Ruled] = ((max(LINES.values()), ()),)
"""Lines below each question of a list: a style sheet leaves out what a choice does without."""
LISTED_RULES: Final = Markup(
    "".join(
        f'.print-tools:has([value="{choice}"]:checked)~.print-document '
        ":is(.print-row,.print-question--listed>.print-asked)>.print-space"
        f">hr:nth-child(n+{count + 1}){{display:none}}"
        for choice, count in LINES.items()
    )
)
"""That style sheet."""
_RULE: Final = 9
"""Millimetres between two lines."""
_FOOT: Final = 22
"""Millimetres of the last page that are left to addresses."""


def ruled(counts: Mapping[str, int]) -> Ruled:
    """Give each line once that some choices show.

    Arguments:
        counts: Lines to write on, by the choice of the reader.
    """
    ends = sorted(set(counts.values()))
    return [
        (end - begin, [choice for choice in counts if counts[choice] < end])
        for begin, end in zip([0, *ends], ends, strict=False)
    ]


def lines_below(questions: Sequence[float], wanted: int, *, page: float, head: float) -> list[int]:
    """Give how many lines below each question of a work sheet fill its pages.

    Arguments:
        questions: Millimetres that each takes without lines.
        wanted: Lines below each, at least where a page has room for them.
        page: Millimetres of a page.
        head: Millimetres that stand above the first question.
    """
    found: list[int] = []
    begin, room = 0, page - head
    for place, height in enumerate(questions):
        fitting = int((page if place > begin else room) - height) // _RULE
        lines = max(1, min(wanted, fitting))
        if height + lines * _RULE > room:
            found[begin:] = _stretched(found[begin:], room)
            begin, room = place, page
        found.append(lines)
        room -= height + lines * _RULE
    found[begin:] = _stretched(found[begin:], room - _FOOT)
    return found


def _stretched(lines: Sequence[int], room: float) -> list[int]:
    """Share what is left of a page among the questions that stand on it."""
    more = max(0, int(room) // _RULE)
    return [count + (more + place) // len(lines) for place, count in enumerate(reversed(lines))][
        ::-1
    ]
