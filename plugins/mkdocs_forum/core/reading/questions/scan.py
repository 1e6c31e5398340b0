"""The questions of a talk: the bullet list of the section that closes it.

One scanner serves the index of questions and the talk's page. It reads the list line by line, and
`mark` writes the same list back with a mark at the end of each question, so that the page can't
show another list than the index knows.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from pathlib import PurePosixPath
from textwrap import dedent, indent

from markdown_it.token import Token

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Edit, Location, brief, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.gfm.syntax import inlines
from mkdocs_forum.core.reading.markdown.list_signs import check_lists
from mkdocs_forum.core.reading.markdown.outline import Heading, headings, is_fence, prose
from mkdocs_forum.core.reading.questions.bullets import IDENTIFIER, ITEM, Bullet, bullets
from mkdocs_forum.core.reading.questions.list_faults import lost_names, misread_items
from mkdocs_forum.core.reading.questions.misplaced_lists import (
    check_enclosed_lists,
    check_misplaced_lists,
)
from mkdocs_forum.core.reading.source import Source
from mkdocs_forum.core.words.slugs import SLUG, is_slug, slugify

REFERENCE = re.compile(r"\[([^\[\]]+)\]\[[^\[\]]*\]")
ATTRIBUTES = re.compile(r"(?<=[*_)\]])\{:?[ \t]*[.#][^{}]*\}")
NOTE = re.compile(r"\[\^[^\[\]]+\]")
SIGNS = re.compile(r"[*_`<>\[\]\\&{~]")
"""What makes a text more than plain to a renderer."""
BEGINNING = re.compile(r"^(\d*)([#>+-](?=\s|#)|(?<=\d)[.)])")
"""What a renderer takes for the beginning of a heading, a quote or a list."""

TELLING = 600
"""Characters of a question of which its address is made; that has 60 of them at the most."""

LOOSE = re.compile(
    r"(?<![`{\\*_)\]])\{[^{}#]*#(?P<id>[^{}]*)\}(?!`)|(?<=\s)\{[ \t]*(?P<word>[\w-]{2,})[ \t]*\}$"
    r"|(?<=\s)[{(][ \t]*#(?P<cut>[^\W\d][\w-]+)[ \t]*\)?$"
)
"""What was meant for the name of a question, but would be shown in it. One letter is a sign."""

_SIGN = "\ue000"
"""A character that no text means: whatever reads Markdown or macros (`{#` opens a comment of Jinja)
passes it on."""
MARK = re.compile(rf"(?<!\s)\s*{_SIGN}forum:(?P<id>{SLUG}/{SLUG}){_SIGN}\s*$")
"""What `mark` puts at the end of a question; not a thing that `{#id}` can be."""


LOSING = frozenset({"F130", "F131", "F132", "F134", "F136", "F138"})
"""Faults of a list that may keep a question from being read, or call it otherwise."""


@dataclass(frozen=True)
class Question:
    """One question as it stands in its talk."""

    talk: str
    """Slug of the talk."""
    slug: str
    """Its identifier within the talk."""
    text: str
    """What is asked, in Markdown, on one line."""
    location: Location
    """Where its text begins."""
    lines: tuple[int, int]
    """First line of the talk's body that belongs to it, and the line after the last, from 0."""
    detail: str = ""
    """What stands below the question in the same bullet, in Markdown."""
    naming: Edit | None = None
    """What gives it a name of its own, where its name is made of its text alone.

    Of questions with one name none is named: their author has to choose.
    """

    @property
    def id(self) -> str:
        """Its identifier in the forum."""
        return f"{self.talk}/{self.slug}"

    @cached_property
    def title(self) -> str:
        """The question without its Markdown signs."""
        return plain(self.text)


def scan(source: Source, heading: re.Pattern[str]) -> tuple[list[Question], list[Diagnostic]]:
    """Read the questions of a talk.

    Arguments:
        source: The talk's file.
        heading: Matches the start of the heading of the section that holds the questions. Of
            several such sections of the highest level, the last counts.

    Returns:
        The questions in their order, and what is wrong in the list. A list that isn't written
        as it should be is read all the same, so that no question is lost.
    """
    lines = source.body.split("\n")
    outline = list(headings(lines))
    section = _section(lines, outline, heading)
    in_prose = {number for number, _ in prose(lines)}
    faults = list(check_misplaced_lists(source, lines, outline, section, in_prose, heading))
    lists = list(check_lists(source, section))
    if section is None:
        return [], [*(faults or check_enclosed_lists(source, lines, heading)), *lists]
    faults += lists
    items = list(bullets(lines, section, in_prose))
    if not items:
        where = source.locate_body(section.start - 1)
        hint = say("write each question on a line of its own that begins with '- '")
        message = say("the section of questions has no list")
        return [], [*faults, Diagnostic(where, "F131", message, hint)]
    questions: list[Question] = []
    faults += misread_items(source, items)
    written = [number for number in section if number in in_prose]
    faults += lost_names(source, lines, outline, items, written)
    for item in items:
        question, problems = _question(source, item)
        questions += [question] if question.slug else []
        faults += problems
    counts = Counter(question.slug for question in questions)
    return [
        replace(question, naming=None) if counts[question.slug] > 1 else question
        for question in questions
    ], list(_with_repeated(questions, faults))


def mark(body: str, questions: Sequence[Question]) -> str:
    """Write a talk's body with its list of questions in the one form that every renderer reads.

    Returns:
        The body; each question is a bullet whose first paragraph ends with its `MARK`.
    """
    lines = body.split("\n")
    output: list[str] = []
    done = 0
    for question in questions:
        first, last = question.lines
        output += _between(lines[done:first])
        output.append(f"- {_escaped(question.text)} {_SIGN}forum:{question.id}{_SIGN}")
        if question.detail:
            output += ["", *indent(question.detail, "  ").split("\n"), ""]
        done = last
    return "\n".join(output + _between(lines[done:]))


def _between(lines: Sequence[str]) -> list[str]:
    """Give lines with an empty one above and below, so that no list runs into them."""
    return ["", *lines, ""] if lines else []


def plain(text: str) -> str:
    """Take the Markdown signs off a line of text, and what is struck out in it."""
    if not SIGNS.search(text):
        return text
    text = NOTE.sub("", ATTRIBUTES.sub("", REFERENCE.sub(r"\1", text)))
    return " ".join("".join(_said(inlines(text, {}))).split())


def _said(tokens: Iterable[Token]) -> Iterator[str]:
    """Give what the elements of a line say to who reads them."""
    struck = 0
    for token in tokens:
        if token.tag == "s" and token.markup == "~~":
            struck += token.nesting
        elif not struck and token.type == "image":
            yield from _said(token.children or ())
        elif not struck and token.type != "html_inline":
            yield token.content


def _escaped(text: str) -> str:
    """Keep a renderer from taking the beginning of a line for more than text."""
    return BEGINNING.sub(r"\1\\\2", text)


def _section(
    lines: Sequence[str], outline: Sequence[Heading], heading: re.Pattern[str]
) -> range | None:
    matching = [found for found in outline if heading.match(found.text)]
    if not matching:
        return None
    level = min(found.level for found in matching)
    start = max(found.after for found in matching if found.level == level)
    ends = [found.first for found in outline if found.first >= start and found.level <= level]
    return range(start, min(ends, default=len(lines)))


def _question(source: Source, item: Bullet) -> tuple[Question, list[Diagnostic]]:
    head = [item.lines[0]]
    for line in item.lines[1:]:
        if not line.strip() or is_fence(line) or ITEM.match(line):
            break
        head.append(line)
    text = " ".join(" ".join(head).split())
    detail = dedent("\n".join(item.lines[len(head) :])).strip("\n")
    end = len(head) - 1
    found = IDENTIFIER.search(text)
    if found:
        text = text[: found.start()]
    elif found := IDENTIFIER.search(detail):
        detail = detail[: found.start()]
        end = max(number for number, line in enumerate(item.lines) if line.strip())
    written = found["id"] if found else ""
    slug = written if is_slug(written) else slugify(written) or slugify(plain(text[:TELLING]))
    last = item.place(source, end, len(item.lines[end].rstrip()))
    loose = LOOSE.search(text)
    question = Question(
        talk=PurePosixPath(source.path).stem,
        slug=slug,
        text=text,
        location=item.place(source, 0, 0),
        lines=(item.first, item.first + len(item.lines)),
        detail=detail,
        naming=None if found or loose or not slug else Edit(last, last, f" {{#{slug}}}"),
    )
    return question, list(_name_faults(question, found, loose, last))


def _name_faults(
    question: Question, found: re.Match[str] | None, loose: re.Match[str] | None, end: Location
) -> Iterator[Diagnostic]:
    if not question.text or not question.slug:
        yield Diagnostic(
            question.location,
            "F136",
            say(Sentence.NO_TEXT),
            say(Sentence.WRITE_QUESTION),
        )
        return
    if loose:
        meant = slugify(loose["id"] or loose["word"] or loose["cut"] or "") or question.slug
        message = say(Sentence.UNREAD_NAME, name=brief(loose[0]))
        hint = say("let the question end with '{{#{id}}}' and nothing after it", id=meant)
        yield Diagnostic(question.location, "F130", message, hint)
    if found is None or is_slug(found["id"]):
        return
    start = replace(end, column=max(1, end.column - len(found[0].strip())))
    yield Diagnostic(
        question.location,
        "F135",
        say("'{{#{id}}}' can't name a question", id=found["id"]),
        say("write '{{#{id}}}'", id=question.slug),
        Edit(start, end, f"{{#{question.slug}}}"),
    )


def _with_repeated(
    questions: Sequence[Question], faults: Sequence[Diagnostic]
) -> Iterator[Diagnostic]:
    """Give faults of a list with those of names that two questions have.

    A name that can't stand anyway is the one to change, once: what is told for it is free.
    """
    misnamed = {fault.location: fault for fault in faults if fault.code == "F135"}
    yield from (fault for fault in faults if fault.code != "F135")
    taken = {question.slug for question in questions}
    seen: set[str] = set()
    for question in sorted(questions, key=lambda one: one.location in misnamed):
        slug, fault = question.slug, misnamed.pop(question.location, None)
        if slug not in seen:
            seen.add(slug)
            yield from [fault] if fault else ()
            continue
        free = next(f"{slug}-{n}" for n in count(2) if f"{slug}-{n}" not in taken)
        taken.add(free)
        yield Diagnostic(
            question.location,
            "F134",
            say("two questions of this talk are called '{id}'", id=slug),
            say("end this one with another name, such as '{{#{id}}}'", id=free),
        )
    yield from misnamed.values()
