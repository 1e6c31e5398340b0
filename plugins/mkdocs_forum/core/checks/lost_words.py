"""Words of a text that don't stand on its page: a renderer took them for signs of its own.

Whatever takes them (attributes between braces, definitions that nothing uses, table cells without a
column, titles without quotes), its author never hears of it, since the page looks whole.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from html import unescape
from typing import Final

from mkdocs_forum.core.faults.diagnostic import Diagnostic, brief, say
from mkdocs_forum.core.gfm.notations import ATTRIBUTES
from mkdocs_forum.core.html.tree import Text
from mkdocs_forum.core.reading.source import Source

SHORTEST: Final = 4
"""Letters of a word that counts: what is shorter occurs too often, and in signs of Markdown."""

_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
_WITHIN = re.compile(r"(?<=\w)(?:[*~^]{1,3}|==|</?[a-z]+>)(?=\w)")
"""Emphasis of a part of a word."""
_UNREAD = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|</?[A-Za-z][^<>]*>"
    r"|^[ \t>]*(?:`{3,}|~{3,})[^\n`]*$"
    rf"|{ATTRIBUTES}"
    r"|^[ \t>]*(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+[\w-]+(?:[ \t]+(?:inline|end)\b)*"
    r"|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*"
    r"|\]\[[^\[\]\n]*\]"
    r"|\[\^[^\[\]\s]+\]:?"
    r"|^[ \t>]*\*?\[[^\[\]\n]+\]:(?:[ \t]*<?[^\s<>]*[./:#][^\s<>]*>?)?"
    r"|:[a-z0-9_+-]{2,40}:"
    r"|\b(?:https?://|mailto:)[^\s<>\"')\]]+",
    re.DOTALL | re.MULTILINE,
)
"""What nobody means to be read: comments, tags, attributes, names of boxes and notes, addresses."""
_ADDRESS = re.compile(r"\]\([^()\s]*\)")
_SUSPECT = re.compile(r"[{|]|!!!|\?\?\?|\]:|<")
"""Signs of a line that may lose words."""
_WITHIN_WORDS: Final = frozenset(
    {"abbr", "b", "code", "del", "em", "i", "ins", "mark", "s", "span", "strong", "sub", "sup", "u"}
)
"""Elements that part no words."""
_LOSING = re.compile(
    r"<(?!https?:)[a-zA-Z!?/]|\{(?!#[\w-]+\})|^[ \t>]*(?:!!!|\?\?\?\+?)[ \t]*[\w-]+[ \t]+[^\s\"]",
    re.MULTILINE,
)
_DEFINED = re.compile(r"^[ \t>]*\*?\[([^\[\]\n]+)\]:", re.MULTILINE)
_TABLE = re.compile(r"(?:^.*\|.*$\n?)+", re.MULTILINE)
_SHOWN: Final = frozenset({"alt", "title", "aria-label", "href", "src", "data-title", "value"})
"""Attributes whose values are words of a text."""


def may_lose_words(body: str) -> bool:
    """Whether a text has signs by which a renderer may take words from it.

    They are braces and HTML, titles of boxes without quotes, what is defined twice or never used,
    and rows of a table that are longer than others.
    """
    if _LOSING.search(body):
        return True
    labels = _DEFINED.findall(body)
    if len(set(labels)) < len(labels) or any(body.count(label) < 2 for label in labels):
        return True
    tables = (found[0].splitlines() for found in _TABLE.finditer(body)) if "|" in body else ()
    return any(len({_cells(row) for row in rows}) > 1 for rows in tables)


def _cells(row: str) -> int:
    return row.replace("\\|", "").strip(" |").count("|")


def lost_words(
    source: Source, shown: Text, told: Collection[int] = (), others: str = ""
) -> Iterator[Diagnostic]:
    """Report the words of a text that don't stand on its page.

    Arguments:
        source: The text.
        shown: What stands on its page.
        told: Lines of the file of which something is told already.
        others: What else the page shows, such as its title.

    Returns:
        One fault for each line that loses some.
    """
    body = _ADDRESS.sub("]", source.body) if "](" in source.body else source.body
    told_there, said = (_WORD.findall(text.casefold()) for text in (shown.words, body))
    # Most texts are whole at first sight; what counts as read is looked at in the others alone.
    if told_there == said:
        return
    said = _WORD.findall(source.body.casefold())
    if not Counter(said) - Counter([*told_there, *_WORD.findall(others.casefold())]):
        return
    written = _words_by_line(source.body)
    read = Counter(_WORD.findall(f"{_words(shown)} {others.casefold()}"))
    lost = Counter(word for words in written for word in words) - read
    if not lost:
        return
    lines = source.body.split("\n")
    # Of a word that stands there several times, the one that a sign of Markdown may have taken.
    order = sorted(range(len(lines)), key=lambda number: not _SUSPECT.search(lines[number]))
    taken: dict[int, list[str]] = {}
    for number in order:
        for word in written[number]:
            if lost[word] > 0:
                lost[word] -= 1
                taken.setdefault(number, []).append(word)
    for number, words in sorted(taken.items()):
        where = source.locate_body(number, lines[number].casefold().find(words[0]) + 1 or 1)
        if where.line not in told:
            message = say(
                "the site doesn't show all of this line: '{words}'", words=brief(", ".join(words))
            )
            hint = say(
                "write it as plain text; before a sign that isn't meant as Markdown put '\\'"
            )
            yield Diagnostic(where, "F318", message, hint)


def _words(shown: Text) -> str:
    """Give all that a page says: what is read, what is said of pictures, where links lead."""
    return "".join(_said(shown)).casefold()


def _said(shown: Text) -> Iterator[str]:
    for token in shown.tokens:
        if token.kind == "text" or token.source[0] == "&":
            yield unescape(token.source)
        elif token.name not in _WITHIN_WORDS:
            yield " "
        if token.kind in {"start", "empty"}:
            values = [value for name, value in token.attributes if value and name in _SHOWN]
            yield f" {' '.join(values)} " if values else ""


def _words_by_line(body: str) -> list[list[str]]:
    """Give the words of each line that are meant to be read."""

    def blank(found: re.Match[str]) -> str:
        return " " + "\n" * found[0].count("\n")

    plain = _WITHIN.sub("", _UNREAD.sub(blank, body))
    return [_WORD.findall(unescape(line).casefold()) for line in plain.split("\n")]
