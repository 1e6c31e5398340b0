"""The text of a page: which of its lines are headings, which are questions, as Markdown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.intake.archive.lines import Line

_LONGEST_HEADING = 120
_LONGEST_PLAIN = 80
"""Characters of a heading that only its shape tells from text."""
_LONG = 100
"""Characters of a line that is text for sure."""
_ENDS = (".", ",", ";", ":", "!")


@dataclass(frozen=True)
class Body:
    """A text."""

    text: str
    headings: tuple[str, ...]
    questions: int
    remarks: tuple[Message, ...] = ()


class _Text:
    """The lines of a text, each with what stands around it."""

    def __init__(self, lines: Sequence[Line], is_question: Callable[[str], bool]) -> None:
        self.lines = lines
        self.is_question = is_question
        filled = [place for place, line in enumerate(lines) if line.text]
        self._above = dict(zip(filled[1:], filled, strict=False))
        self._below = dict(pairwise(filled))
        self._has_blanks = len(filled) < len(lines)
        self._has_looks = any(
            lines[place].stands_out
            and not is_question(lines[place].plain)
            and self._may_be_heading(lines[place])
            and self.below(place)
            for place in filled
        )

    def above(self, place: int) -> Line | None:
        """Give the line of text above a line."""
        found = self._above.get(place)
        return None if found is None else self.lines[found]

    def below(self, place: int) -> Line | None:
        """Give the line of text below a line."""
        found = self._below.get(place)
        return None if found is None else self.lines[found]

    def is_alone(self, place: int) -> bool:
        """Whether a line is a paragraph of its own."""
        lines = self.lines
        opens = place == 0 or lines[place - 1].is_blank
        return opens and (place + 1 == len(lines) or lines[place + 1].is_blank)

    def is_heading(self, place: int) -> bool:
        """Whether a line is a heading."""
        line, below = self.lines[place], self.below(place)
        if below is None or not self._may_be_heading(line):
            return False
        if self.heads_questions(place):
            return True
        if line.sign and not line.level:
            return self._is_numbered(place)
        return line.stands_out or (not self._has_looks and self._has_shape(place))

    def heads_questions(self, place: int) -> bool:
        """Whether a line stands above the questions."""
        line, below = self.lines[place], self.below(place)
        if below is None or line.sign or not self.is_question(line.plain):
            return False
        if line.level:
            return True
        asks = bool(below.sign) or below.plain.endswith("?")
        is_asked = line.plain.endswith("?") and not line.is_strong
        return len(line.plain) <= _LONGEST_PLAIN and not is_asked and asks

    def _may_be_heading(self, line: Line) -> bool:
        plain = line.plain
        if not plain or len(plain) > _LONGEST_HEADING or plain.startswith("|"):
            return False
        is_sentence = plain.endswith(".") and not plain.endswith("...") and len(plain.split()) > 8
        return bool(line.level) or not (plain.endswith((",", ";")) or is_sentence)

    def _is_numbered(self, place: int) -> bool:
        """Whether a number opens a heading, and no item of a list."""
        line, above, below = self.lines[place], self.above(place), self.below(place)
        if not line.sign[:1].isdigit() or (above and above.sign) or below is None or below.sign:
            return False
        is_text = len(below.plain) >= _LONG or below.plain.endswith(_ENDS)
        return is_text and self.is_alone(place) and self._has_words(line.plain)

    def _has_words(self, plain: str) -> bool:
        if len(plain) > _LONGEST_PLAIN or len(plain.split()) > 14:
            return False
        return plain.endswith(("...", "…")) or not plain.endswith(_ENDS)

    def _has_shape(self, place: int) -> bool:
        """Whether a line that looks as text does is as short as a heading, and stands as one."""
        line, above, below = self.lines[place], self.above(place), self.below(place)
        plain = line.plain
        if (
            below is None
            or not self._has_words(plain)
            or not (plain[0].isupper() or not plain[0].isalpha())
        ):
            return False
        if plain.endswith("?") and (len(plain) > 60 or len(below.plain) < _LONG):
            return False
        if self._has_blanks:
            if place and not self.lines[place - 1].is_blank:
                return False
            is_long = len(below.plain) >= _LONG
            return is_long or (
                self.is_alone(place) and bool(below.sign or len(below.plain) > len(plain))
            )
        return len(below.plain) >= _LONG and (above is None or len(above.plain) >= _LONG)


def write_body(lines: Sequence[Line], is_question: Callable[[str], bool], questions: str) -> Body:
    """Write a text as Markdown.

    Arguments:
        lines: Its lines.
        is_question: Whether a heading stands above questions.
        questions: A heading above questions, for a list of them that has none.
    """
    lines, remarks = _with_heading(list(lines), is_question, questions)
    text = _Text(lines, is_question)
    headings = [
        place for place in range(len(lines)) if lines[place].text and text.is_heading(place)
    ]
    asking = {place for place in headings if text.heads_questions(place)}
    levels = _levels([lines[place] for place in headings if place not in asking])
    written: list[str] = []
    count, shown = 0, []
    for start, end in zip([-1, *headings], [*headings, len(lines)], strict=True):
        if start >= 0:
            line = lines[start]
            sign = f"{line.sign} " if line.sign else ""
            level = 2 if start in asking else levels[line.level, line.is_strong]
            written += ["", f"{'#' * level} {sign}{line.text}", ""]
            shown.append(f"{sign}{line.plain}")
        section = lines[start + 1 : end]
        if start in asking:
            section = _as_questions(section)
            count += sum(bool(line.sign) for line in section)
        written += _paragraphs(section)
    return Body(_joined(written), tuple(shown), count, tuple(remarks))


def _levels(headings: Sequence[Line]) -> dict[tuple[int, bool], int]:
    """Give the level of headings by their look: those that a program marked stand above others."""
    looks = {(line.level, line.is_strong) for line in headings}
    order = sorted(looks, key=lambda look: (look[0] or 9, not look[1]))
    return {look: min(place, 6) for place, look in enumerate(order, 2)}


def _with_heading(
    lines: list[Line], is_question: Callable[[str], bool], heading: str
) -> tuple[list[Line], list[Message]]:
    """Set a heading above a last list of questions that has none."""
    text = _Text(lines, is_question)
    if any(text.heads_questions(place) for place in range(len(lines)) if lines[place].text):
        return lines, []
    items = [place for place, line in enumerate(lines) if line.sign and line.text]
    run: list[int] = []
    for place in reversed(items):
        if run and any(line.text and not line.sign for line in lines[place + 1 : run[-1]]):
            break
        run.append(place)
    asking = [place for place in run if lines[place].plain.endswith("?")]
    if len(asking) < 2 or len(asking) * 3 < len(run) * 2:
        return lines, []
    start = run[-1]
    above = next((place for place in range(start - 1, -1, -1) if lines[place].text), None)
    remark = say(
        "the questions stood below no heading that says so: '{heading}' does now", heading=heading
    )
    if above is not None and text.is_heading(above):
        kept = replace(lines[above], text=f"{heading} – {lines[above].text}")
        return [*lines[:above], kept, *lines[above + 1 :]], [remark]
    added = [Line(""), Line(heading, level=2), Line("")]
    return [*lines[:start], *added, *lines[start:]], [remark]


def _as_questions(lines: Sequence[Line]) -> list[Line]:
    """Give the lines below such a heading, each question as an item on one line."""
    has_signs = any(line.sign for line in lines)
    found: list[list[Line]] = []
    is_open = False
    for line in lines:
        if line.is_blank:
            is_open = is_open and not _is_ended(found[-1][-1])
            if not is_open:
                found.append([line])
        elif line.sign or (not has_signs and line.plain.endswith("?") and not is_open):
            found.append([Line(line.text, sign="-")])
            is_open = True
        elif is_open and not _is_ended(found[-1][-1]):
            found[-1].append(line)
        else:
            found.append([line])
            is_open = False
    return [replace(parts[0], text=" ".join(part.text for part in parts)) for parts in found]


def _is_ended(line: Line) -> bool:
    return line.plain.rstrip('"»”) ').endswith(("?", ".", "!", "…"))


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """Give lines as Markdown: lists apart from what stands above and below them."""
    base = min((line.indent for line in lines if line.sign and line.text), default=0)
    depth, in_list = 0, False
    for above, line in zip([Line(""), *lines], lines, strict=False):
        if line.is_blank:
            yield ""
            continue
        if line.sign:
            depth = min((line.indent - base + 2) // 4, depth + 1 if in_list else 0)
            if not in_list:
                yield ""
            in_list = True
            yield f"{'    ' * depth}{_sign(line)} {line.text}"
            continue
        if in_list and not above.is_blank:
            yield f"{'    ' * (depth + 1)}{replace(line, indent=0).source}"
            continue
        if in_list:
            in_list = False
            yield ""
        yield replace(line, indent=0).source


def _sign(line: Line) -> str:
    if line.sign[:1].isdigit():
        return line.sign.replace(")", ".")
    return f"- {line.sign}" if line.sign.endswith(")") else "-"


def _joined(lines: Sequence[str]) -> str:
    kept: list[str] = []
    for line in lines:
        if line.strip() or (kept and kept[-1]):
            kept.append(line if line.strip() else "")
    return "\n".join(kept).strip("\n")
