"""Lines of the frontmatter that can't be read, and how they are written."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, Message, brief, say
from mkdocs_forum.core.reading.frontmatter.mended_text import Wording
from mkdocs_forum.core.reading.frontmatter.quoting import (
    LONGEST_LINE,
    colon_fault,
    continues,
    quoted,
)
from mkdocs_forum.core.reading.frontmatter.values import FaultError

LINE = re.compile(
    r"(?P<margin> *)(?P<key>[^\W\d][\w-]*) *"
    r"(?:(?P<colon>:)(?:\s+|$)|(?P<sign>[:=;\uff1a])\s*(?!/))(?P<text>.*)"
)
"""A line that has a key: with a colon after it, or with what was written in its place."""
_CLOSING = {"[": "]", "{": "}"}
_BRACKETED = re.compile(r"(?:\[[^\[\]]*\]|\{[^{}]*\})\s*\S")
"""A text that begins with words in brackets, and is no list."""


def unread_line(place: Location, above: Sequence[str], line: str) -> Diagnostic:
    """Give the fault of a line that can't be read.

    Arguments:
        place: Where reading stopped.
        above: The lines above it.
        line: The line.
    """
    told = brief(line.strip())
    found = LINE.fullmatch(line)
    if found and _is_askew(above, found) and place.column <= found.end("colon"):
        return Diagnostic(
            replace(place, column=found.start("key") + 1),
            "F104",
            say("'{line}' isn't aligned with the key above it", line=told),
            say("align the two; if it continues the text above, put the whole text between quotes"),
        )
    message = say("this line can't be read: '{line}'", line=told)
    hint = say("write each line as 'key: value', a text with special signs between quotes")
    before = LINE.fullmatch(above[-1]) if above and line.strip() else None
    if found is None and before and before["colon"] and before["text"]:
        hint = _continued(before, line)
    # Up to its colon, a line that has one is as it should be: what stands above it isn't.
    is_at_fault = found is None or place.column > found.end("colon")
    return Diagnostic(place, "F104", message, (is_at_fault and meant_line(line)) or hint)


def _continued(above: re.Match[str], line: str) -> Message:
    """Tell how a text goes on below the line of its key."""
    key = above["key"]
    if line.startswith(above["margin"] + " "):
        whole = f"{key}: {quoted(_unquoted(above['text'].rstrip()) + ' ' + line.strip())}"
        return say("write {line}", line=brief(whole, LONGEST_LINE))
    return say(
        "write it as 'key: value', or begin it with two spaces if it continues '{key}:'", key=key
    )


def _is_askew(above: Sequence[str], line: re.Match[str]) -> bool:
    """Whether a key doesn't begin below the one that stands on the last line above it."""
    last = LINE.fullmatch(next((each for each in reversed(above) if each.strip()), ""))
    return bool(line["colon"] and last and last["colon"] and last["margin"] != line["margin"])


def meant_line(line: str) -> Message | None:
    """Tell how a line is written whose key or value can't be read as it is."""
    found = LINE.fullmatch(line.rstrip())
    if found is None or not found["text"]:
        return None
    key, text = found["key"], found["text"]
    if found["sign"]:
        written = brief(f"{key}: {text}", LONGEST_LINE)
        return say("write '{line}', with a colon and a space after the key", line=written)
    if text[0] in _CLOSING and not _BRACKETED.match(text):
        if _CLOSING[text[0]] in text or text[0] in text[1:]:
            return None
        return say("write {line}", line=brief(f"{key}: {text}{_CLOSING[text[0]]}", LONGEST_LINE))
    return say("write {line}", line=brief(f"{key}: {quoted(_unquoted(text))}", LONGEST_LINE))


def _unquoted(text: str) -> str:
    """Give a text without the quotes that were meant to stand around it."""
    sign = text[0]
    if sign not in "\"'":
        return text
    if len(text) > 1 and text.endswith(sign):
        return text[1:-1]
    return text[1:] if text.count(sign) == 1 else text


def unquoted(wording: Wording, start: int, colon: re.Match[str]) -> FaultError:
    """Tell a text with a colon, which goes on below its line as far as it is set in."""
    first = start + colon.start("text")
    text, *below = wording.text[first:].split("\n")
    for line in below:
        if not continues(line, colon["margin"]):
            break
        text += f"\n{line}"
    text = text.rstrip()
    found = colon_fault(
        colon[1].strip(),
        text,
        wording.locate(first),
        wording.locate(first + len(text)),
    )
    new = quoted(text)
    edit = wording.edit(first, first + len(text), new)
    return FaultError(replace(found, edit=edit), [(first, first + len(text), new)])


def tabbed(wording: Wording, start: int, line: str) -> FaultError:
    """Tell the tabs of a line, where YAML wants spaces."""
    spaced = line.replace("\t", "  ")
    tabs = [start + found.start() for found in re.finditer("\t", line)]
    found = Diagnostic(
        wording.locate(tabs[0]),
        "F115",
        say("a tab isn't allowed here"),
        say("use spaces instead: '{line}'", line=brief(spaced.rstrip(), LONGEST_LINE)),
        wording.edit(start, start + len(line), spaced),
    )
    return FaultError(found, [(tab, tab + 1, "  ") for tab in tabs])
