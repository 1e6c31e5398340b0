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
_ENDS = ("", *_CLOSING.values())
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_OPENING = {'"': '"', "'": "'", "”": "“", "’": "‘", "»": "«"}
"""What stands before a text, by the quote behind it."""
_MARGIN = re.compile(r" *(?:- +(?=[\w-]+ *:))*")
_ANEW = re.compile(r"\n(?P<margin> *)(?:[^\W\d][\w-]* *:(?:\s|$)|- )")
"""The beginning of a line that has a key or a dash."""
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
    sign, last = text[0], text[-1]
    if sign not in "\"'" or len(text) == 1:
        return text
    # Another quote than the first, of a word processor for instance, may have been meant to end it.
    if last == sign or (last in _OPENING and _OPENING[last] not in text[:-1]):
        return text[1:-1]
    return text[1:] if sign not in _APOSTROPHE.sub("", text[1:]) else text


def find_unclosed(wording: Wording, signs: Sequence[int], last: int) -> FaultError | None:
    """Give the fault of the innermost quote or bracket that is open where reading stopped.

    Arguments:
        wording: The frontmatter.
        signs: The places of what is open, the outermost first.
        last: Where reading stopped.

    Returns:
        The fault; nothing if what is open may well be closed further down.
    """
    text = wording.text
    below = text.find("\n", last) + 1 or len(text)
    for first in reversed(signs):
        if found := taking_in(wording, first, below):
            return found
        # Nothing follows, or the sign that closes another one.
        if text[last : last + 1] in _ENDS:
            return _unclosed(wording, first, last)
    return None


def taking_in(wording: Wording, first: int, last: int) -> FaultError | None:
    """Give the fault of a quote or bracket that took in keys or dashes of the lines below it.

    Arguments:
        wording: The frontmatter.
        first: The place of the sign.
        last: The place after what was read as its own.
    """
    line = wording.text.rfind("\n", 0, first) + 1
    margin = _MARGIN.match(wording.text, line, first)
    most = len(margin[0]) if margin else 0
    for found in _ANEW.finditer(wording.text, first, last):
        if len(found["margin"]) <= most:
            return _unclosed(wording, first, found.start())
    return None


def _unclosed(wording: Wording, first: int, end: int) -> FaultError:
    """Tell a quote or a bracket where it stands, and how what it was meant to hold is closed."""
    own = wording.text[first:end].rstrip()
    before = wording.text[wording.text.rfind("\n", 0, first) + 1 : first].lstrip()
    sign = own[0]
    closing = _CLOSING.get(sign, sign)
    is_nested = any(opening in before for opening in _CLOSING)
    if "\n" in own:
        line = brief(own.rpartition("\n")[2].strip().rstrip(",") + closing, LONGEST_LINE)
        number = wording.locate(first + len(own) - 1).line
        hint = say("write '{line}' on line {number}", line=line, number=number)
    elif sign not in _CLOSING:
        hint = say("write {line}", line=brief(_closed(before, own, is_nested), LONGEST_LINE))
    elif is_nested:
        hint = say("write '{closing}' where it ends", closing=closing)
    else:
        # A round bracket, for instance, may have been meant to close it.
        text = own[:-1] if own[-1] in ")]}" and "(" not in own else own
        line = brief(f"{before}{text.rstrip(', ')}{closing}", LONGEST_LINE)
        hint = say("write {line}", line=line)
    message = say("the {sign} that opens here is never closed", sign=sign)
    return FaultError(Diagnostic(wording.locate(first), "F104", message, hint))


def _closed(before: str, text: str, is_nested: bool) -> str:
    """Give a line whose text begins with a quote that nothing closes, as it was meant."""
    if is_nested:
        item = re.split(r"(?=[,\]}])", text[1:], maxsplit=1)
        return before + quoted(item[0]) + "".join(item[1:])
    if not before and (key := LINE.fullmatch(text[1:])):
        return f"{key['key']}: {quoted(key['text'])}"
    return before + quoted(_unquoted(text) if text[1:] else "")


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
