"""Lists that look like questions, but stand where questions aren't read."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import chain
from typing import Final

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Edit, Message, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.reading.markdown.outline import Heading, is_fence, verbatim
from mkdocs_forum.core.reading.questions.bullets import BULLET, IDENTIFIER, Bullet, bullets
from mkdocs_forum.core.reading.source import Source

TITLE = re.compile(r"[\s*_#]*(?P<words>[^\s*_:]+(?:\s[^\s*_:]+){0,5})[\s*_:]*")
"""A line of a few words, in bold or with a colon perhaps: what stands for a heading in Word."""

LONGEST: Final = 2
"""Words of a heading that stands above questions of the forum without doubt: "Open questions"."""

_NEAR: Final = 5
"""Lines, empty ones among them, within which a list follows its title."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ENCLOSING = re.compile(r"(?:[ \t]*(?:>|[-*+][ \t]+(?=[*_#<])))+[ \t]*|[ \t]*(?=</?[a-zA-Z])")
"""What encloses the rest of a line: quotes, lists, HTML."""


def check_misplaced_lists(
    source: Source,
    lines: Sequence[str],
    outline: Sequence[Heading],
    read: range | None,
    in_prose: Set[int],
    wanted: re.Pattern[str],
) -> Iterator[Diagnostic]:
    """Report the lists outside of the section of questions that were meant for it.

    Arguments:
        source: The talk's file.
        lines: The lines of its body.
        outline: Their headings.
        read: The section of questions, if there is one.
        in_prose: The lines that are neither code nor HTML.
        wanted: Matches the start of the heading of the section of questions.
    """
    matching = [heading for heading in outline if wanted.match(heading.text)]
    # "Questions to ask oneself" in the middle of a text is a heading as any other.
    meant = [heading for heading in matching if not read or len(heading.text.split()) <= LONGEST]
    level = min((heading.level for heading in matching), default=0)
    earlier: Heading | None = None
    starts = [0, *(heading.after for heading in outline)]
    ends = [*(heading.first for heading in outline), len(lines)]
    for heading, start, end in zip([None, *outline], starts, ends, strict=True):
        if heading and heading.level <= level:
            earlier = heading if heading in meant else None
        if read and (start == read.start or start in read):
            continue
        found = list(bullets(lines, range(start, end), in_prose))
        titled = [] if read else list(_titled(source, lines, found, in_prose, wanted))
        if found and earlier:
            hint = say("put its questions into the last such section: only that one is read")
            yield _unread(source, earlier, hint)
        elif found and heading and not read and (word := wanted.search(heading.text)):
            hint = say("begin the heading with '{word}'", word=word[0].capitalize())
            yield _unread(source, heading, hint)
        else:
            yield from titled or _named(source, found)


def check_enclosed_lists(
    source: Source, lines: Sequence[str], wanted: re.Pattern[str]
) -> Iterator[Diagnostic]:
    """Report questions in a quote, a list or HTML, of a talk without a section of them.

    Arguments:
        source: The talk's file.
        lines: The lines of its body.
        wanted: Matches the start of the heading of the section of questions.
    """
    code = {
        number
        for stretch in verbatim(lines)
        if is_fence(lines[stretch.start])
        for number in stretch
    }
    for number, line in enumerate(lines):
        enclosing = _ENCLOSING.match(line)
        if not enclosing or number in code:
            continue
        first, *others = _bare(line[enclosing.end() :]) or [""]
        title = TITLE.fullmatch(first)
        below = chain(others, *map(_bare, lines[number + 1 : number + _NEAR]))
        if title and wanted.match(title["words"]) and _is_question(next(below, "")):
            message = say(Sentence.UNREAD_LIST, heading=title["words"])
            hint = say(
                "write '## {heading}' outside of quotes, lists and HTML, and below it each "
                "question on a line of its own that begins with '- '",
                heading=title["words"],
            )
            yield Diagnostic(source.locate_body(number), "F138", message, hint)


def _bare(line: str) -> list[str]:
    """Give the texts of a line, without what encloses them."""
    texts = (text.strip() for text in _TAG.split(line.lstrip("> \t")))
    return [text for text in texts if text]


def _is_question(text: str) -> bool:
    return BULLET.fullmatch(text) is not None or "?" in text


def _unread(source: Source, heading: Heading, hint: Message) -> Diagnostic:
    message = say(Sentence.UNREAD_LIST, heading=heading.text)
    return Diagnostic(source.locate_body(heading.first), "F138", message, hint)


def _named(source: Source, found: Sequence[Bullet]) -> Iterator[Diagnostic]:
    """Tell of the first bullet that ends with the name of a question; `{: #a }` is an anchor."""
    for bullet in found:
        for line in bullet.lines:
            name = IDENTIFIER.search(line)
            if name and "{#" in name[0]:
                message = say(Sentence.UNREAD_NAME, name=name[0].strip())
                hint = say("put the list into the section of questions")
                yield Diagnostic(bullet.place(source, 0, 0), "F130", message, hint)
                return


def _titled(
    source: Source,
    lines: Sequence[str],
    found: Sequence[Bullet],
    in_prose: Set[int],
    wanted: re.Pattern[str],
) -> Iterator[Diagnostic]:
    """Report a list below a line that would be the heading of questions if it were a heading."""
    for bullet in found:
        above = bullet.first - 1
        while above >= 0 and not lines[above].strip():
            above -= 1
        title = TITLE.fullmatch(lines[above]) if above in in_prose else None
        if title and wanted.match(title["words"]):
            message = say(Sentence.UNREAD_LIST, heading=title["words"])
            hint = say("write that line as a heading: '## {heading}'", heading=title["words"])
            start = source.locate_body(above)
            end = source.locate_body(above, len(lines[above]) + 1)
            yield Diagnostic(start, "F138", message, hint, Edit(start, end, f"## {title['words']}"))
