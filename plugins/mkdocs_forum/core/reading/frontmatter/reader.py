"""Reading frontmatter: plain values, with the place of each.

Frontmatter is the part of YAML that people write by hand: mappings, lists and scalars,
without aliases, tags or types. Every scalar stays the text it is (`2004`, `no`, `1.10`): what it
means is decided by the model of its entry.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, brief, say
from mkdocs_forum.core.reading.frontmatter.mended_text import as_written
from mkdocs_forum.core.reading.frontmatter.quoting import (
    COLON,
    LONGEST_LINE,
    quoted,
)
from mkdocs_forum.core.reading.frontmatter.syntax_faults import (
    find_unclosed,
    meant_line,
    tabbed,
    taking_in,
    unquoted,
    unread_line,
)
from mkdocs_forum.core.reading.frontmatter.values import FaultError, Keys, Value, fault
from mkdocs_forum.core.reading.limits.file_size import ANEW, HEAPED, find_heap
from mkdocs_forum.core.reading.unwanted_characters import fixed_space, unwanted
from mkdocs_forum.core.words.characters import (
    TURNING,
    UNSEEN,
    fixed_spaces,
    plain_spaces,
    tidy,
)

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TAGS = "tag:yaml.org,2002:"
_BEGUN = ("while scanning a simple key", "while scanning a quoted", "while parsing a flow")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_SHORT = yaml.scanner.Scanner.ESCAPE_REPLACEMENTS

DEEPEST = 20
"""Levels of nesting that are read; people use three."""

MOST_MENDED = 20
"""Faults of a frontmatter that are mended while it is read; each takes a reading of its own."""


class FrontmatterReader:
    """Builds plain values from the parser's events and notes where each stood."""

    def __init__(self, path: str, header: str, line: int) -> None:
        """Make a reader.

        Arguments:
            path: Path of the file below the docs folder.
            header: The frontmatter, without the `---` lines.
            line: Line of the file on which it begins, counted from 1.
        """
        self.keys: dict[Keys, Location] = {}
        self.values: dict[Keys, Location] = {}
        self.remarks: list[Diagnostic] = []
        self._wording = as_written(path, header, line)
        self._mended: list[Diagnostic] = []
        self._open: list[int] = []
        self._space()

    @property
    def header(self) -> str:
        """The frontmatter as it is read: mended where it had to be, on the same lines."""
        return self._wording.text

    def read(self) -> dict[str, Value]:
        """Read the frontmatter.

        Raises:
            FaultError: Something in it can't be read; `remarks` tell what was found until then.
        """
        for _ in range(MOST_MENDED):
            try:
                return self._parsed()
            except FaultError as error:
                if not error.patches:
                    raise
                self._mended.append(error.diagnostic)
                self._wording = self._wording.mend(error.patches)
        return self._parsed()

    def _space(self) -> None:
        """Put plain spaces where YAML needs them, and tell where others stood, once a line."""
        spaces = [
            (first, last, plain_spaces(self.header[first:last]), at)
            for first, last, at in fixed_spaces(self.header)
        ]
        for first, last, new, at in spaces:
            told = fixed_space(self._wording.locate(at), self.header[at])
            self._mended.append(replace(told, edit=self._wording.edit(first, last, new)))
        self._wording = self._wording.mend([(first, last, new) for first, last, new, _ in spaces])

    def _parsed(self) -> dict[str, Value]:
        self.keys, self.values, self.remarks = {}, {}, list(self._mended)
        self._open = []
        try:
            events = yaml.parse(self.header, Loader=_LOADER)
            meta = self._root(events)
            # Reading on to the end finds what doesn't belong to the keys above it.
            if rest := next((event for event in events if not _ends(event)), None):
                raise self._unread(self._place(rest.start_mark))
            return meta
        except yaml.MarkedYAMLError as error:
            raise self._syntax(error) from error

    def _root(self, events: Iterator[yaml.Event]) -> dict[str, Value]:
        # The first two events open the stream and its document.
        first = next((event for index, event in enumerate(events) if index == 2), None)
        if first is None or _is_empty(first):
            return {}
        self._refuse_references(first)
        if not isinstance(first, yaml.MappingStartEvent):
            raise self._no_keys(first)
        return self._mapping(events, ())

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], keys: Keys) -> Value:
        place = self.values.setdefault(keys, self._place(event.start_mark))
        self._refuse_references(event)
        if len(keys) > DEEPEST:
            raise fault(
                place,
                "F108",
                say("more than {deepest} levels of nesting", deepest=DEEPEST),
                say("use fewer levels"),
            )
        if isinstance(event, yaml.CollectionStartEvent):
            self._open.append(event.start_mark.index if event.start_mark else 0)
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            value = self._mapping(events, keys) if is_mapping else self._sequence(events, keys)
            self._open.pop()
            return value
        self._note_comment(event)
        return None if _is_empty(event) else self._text(event)

    def _text(self, event: yaml.Event) -> str:
        """Give a text without the characters that nobody sees, which its escapes may bring in."""
        text = str(getattr(event, "value", ""))
        style = getattr(event, "style", None)
        if style not in {'"', "'"} or not (event.start_mark and event.end_mark):
            return text
        if open_quote := taking_in(self._wording, event.start_mark.index, event.end_mark.index):
            raise open_quote
        # Only texts between double quotes have escapes, and a file has no such signs of itself.
        if style == "'":
            return text
        start = event.start_mark.index
        for found in _ESCAPE.finditer(self.header[start : event.end_mark.index]):
            sign = _sign(found)
            if UNSEEN.match(sign) or TURNING.match(sign):
                first, last = start + found.start(), start + found.end()
                edit = self._wording.edit(first, last, _tidy(sign))
                self.remarks.append(replace(unwanted(self._wording.locate(first), sign), edit=edit))
        if find_heap("", text):
            raise FaultError(Diagnostic(self._wording.locate(start), "F146", HEAPED, ANEW))
        return _tidy(text)

    def _refuse_references(self, event: yaml.Event) -> None:
        place = self._place(event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise fault(
                place,
                "F107",
                say("'&' and '*' make references, which aren't allowed here"),
                say("put the text between quotes, or write it in full again"),
            )
        if tag := getattr(event, "tag", None):
            raise fault(
                place,
                "F107",
                say("the tag '{tag}' isn't allowed here", tag=brief(tag.replace(_TAGS, "!!"))),
                say("put the text between quotes"),
            )

    def _note_comment(self, event: yaml.Event) -> None:
        """Tell what follows a plain text on its line: `Forum #3` is `Forum` to YAML."""
        if getattr(event, "style", None) or event.end_mark is None:
            return
        end = event.end_mark.index
        rest = self.header[end:].split("\n", 1)[0]
        if rest.lstrip().startswith("#") and (rest[0] in " \t" or _is_empty(event)):
            start = event.start_mark.index if event.start_mark else end
            before = self.header[:start].rpartition("\n")[2]
            text = " ".join(self.header[start : end + len(rest)].split())
            line = brief(f"{before.strip()} {quoted(text)}", LONGEST_LINE)
            self.remarks.append(
                Diagnostic(
                    self._wording.locate(end + rest.index("#")),
                    "F109",
                    say("'{rest}' is ignored: '#' begins a comment", rest=brief(rest.strip())),
                    say(
                        "write {line} if it belongs to the text, or put it on a line of its own",
                        line=line,
                    ),
                )
            )

    def _no_keys(self, first: yaml.Event) -> FaultError:
        place = self._place(first.start_mark)
        _, (*_, line) = self._wording.line_at(place)
        if item := re.match(r"\s*- +(.*:.*)", line):
            message = say("the frontmatter is a list: '{line}'", line=brief(line.strip()))
            hint = say("write '{line}', without the dash", line=brief(item[1].strip()))
            return fault(place, "F105", message, hint)
        message = say("the frontmatter isn't a list of keys")
        hint = meant_line(line) or say("write each line as 'key: value'")
        return fault(place, "F105", message, hint)

    def _mapping(self, events: Iterator[yaml.Event], keys: Keys) -> dict[str, Value]:
        mapping: dict[str, Value] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            place = self._place(event.start_mark)
            self._refuse_references(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise fault(
                    place,
                    "F105",
                    say("a list or a mapping can't be a key"),
                    say("write each line as 'key: value'"),
                )
            name = self._text(event)
            if name in mapping:
                message = say("the key '{key}' is given twice", key=brief(name))
                hint = say("keep one of the two lines")
                self.remarks.append(Diagnostic(place, "F106", message, hint))
                self._value(next(events), events, (*keys, name))
                continue
            self.keys[(*keys, name)] = place
            mapping[name] = self._value(next(events), events, (*keys, name))
        return mapping

    def _sequence(self, events: Iterator[yaml.Event], keys: Keys) -> list[Value]:
        items: list[Value] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, events, (*keys, len(items))))
        return items

    def _place(self, mark: Any) -> Location:
        return self._wording.locate(mark.index if mark else 0)

    def _unread(self, place: Location) -> FaultError:
        _, (*above, line) = self._wording.line_at(place)
        return FaultError(unread_line(place, above, line))

    def _syntax(self, error: yaml.MarkedYAMLError) -> FaultError:
        index = error.problem_mark.index if error.problem_mark else 0
        signs = [first for first in self._open if self.header[first] in "[{"]
        if error.context_mark and "quoted" in str(error.context):
            signs.append(error.context_mark.index)
        if found := find_unclosed(self._wording, signs, index):
            return found
        # What was begun and never ended is noticed only where the parser gives up.
        begun = str(error.context).startswith(_BEGUN)
        place = self._place(error.context_mark if begun else error.problem_mark)
        start, (*_, line) = self._wording.line_at(place)
        if colon := COLON.fullmatch(line):
            return unquoted(self._wording, start, colon)
        if "\t" in line:
            return tabbed(self._wording, start, line)
        return self._unread(place)


def _sign(escape: re.Match[str]) -> str:
    """Give the sign that an escape stands for."""
    if number := escape[1] or escape[2] or escape[3]:
        return chr(int(number, 16))
    return str(_SHORT.get(escape[4], ""))


def _tidy(text: str) -> str:
    # Lines end in one way only, wherever a text was written.
    return tidy(text).replace("\r", "")


def _ends(event: yaml.Event) -> bool:
    return isinstance(event, yaml.DocumentEndEvent | yaml.StreamEndEvent)


def _is_empty(event: yaml.Event) -> bool:
    return (
        isinstance(event, yaml.ScalarEvent) and not event.style and event.value in {"", "~", "null"}
    )
