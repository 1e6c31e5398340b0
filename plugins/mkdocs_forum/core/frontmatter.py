"""Reading one file: its frontmatter as plain values with positions, its body as text.

The frontmatter is the part of YAML that people write by hand: mappings, lists and scalars,
without aliases, tags or types. Every scalar stays the text it is (`2004`, `no`, `1.10`): what it
means is decided by the model of its entry.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from mkdocs_forum.core.diagnostics import Diagnostic, Location, Message, Severity, say

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TAGS = "tag:yaml.org,2002:"
_BEGUN = ("while scanning a simple key", "while scanning a quoted", "while parsing a flow")
_COLON = re.compile(r"(\s*(?:- +)?[\w-]+:|\s*-) +([^\s\"'\[{|>].*?: .*|[^\s\"'\[{|>].*:)")

DEEPEST = 20
"""Levels of nesting that are read; people use three."""

Value = str | None | list["Value"] | dict[str, "Value"]
Keys = tuple[str | int, ...]


@dataclass(frozen=True)
class Source:
    """One content file as it was read."""

    path: str
    """Path below the docs folder, with `/`."""
    meta: Mapping[str, Value] = field(default_factory=dict)
    """The frontmatter."""
    header: str = ""
    """The frontmatter as its author wrote it, without the `---` lines."""
    body: str = ""
    """The text after the frontmatter."""
    body_line: int = 1
    """Line of the file on which the body begins, counted from 1."""
    keys: Mapping[Keys, Location] = field(default_factory=dict)
    """Where each key of the frontmatter stands."""
    values: Mapping[Keys, Location] = field(default_factory=dict)
    """Where each value of the frontmatter begins."""
    remarks: tuple[Diagnostic, ...] = ()
    """What in the frontmatter isn't read, though the rest is."""

    def locate(self, *keys: str | int) -> Location:
        """Find the place of a value, or of what holds it; line 1 if that isn't there either."""
        for size in range(len(keys), 0, -1):
            if found := self.values.get(keys[:size]):
                return found
        return Location(self.path)

    def locate_key(self, *keys: str | int) -> Location:
        """Find the place of a key, or else of its value."""
        return self.keys.get(keys) or self.locate(*keys)

    def locate_body(self, line: int, column: int = 1) -> Location:
        """Find the place of a line of the body, counted from 0."""
        return Location(self.path, self.body_line + line, column)


class _FaultError(Exception):
    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic


def read_source(path: str, data: str | bytes) -> Source | Diagnostic:
    """Read a content file.

    Arguments:
        path: Path of the file below the docs folder, with `/`.
        data: What the file holds; bytes are taken as UTF-8, with or without byte order mark.

    Returns:
        The source, or the first fault that keeps it from being read.
    """
    try:
        text = _decode(path, data).replace("\r\n", "\n").replace("\r", "\n")
        header, body = _split(path, text)
        reader = _Reader(path, header, text.count("\n", 0, text.index(header, 3)) + 1)
        meta = reader.read()
    except _FaultError as fault:
        return fault.diagnostic
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    remarks = tuple(reader.remarks)
    return Source(path, meta, header, body, body_line, reader.keys, reader.values, remarks)


def _decode(path: str, data: str | bytes) -> str:
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        raise _fault(
            Location(path, line, column),
            "F101",
            say("the byte 0x{byte} is no UTF-8", byte=f"{data[error.start]:02x}"),
            say("save the file again with the encoding UTF-8"),
        ) from error


def _split(path: str, text: str) -> tuple[str, str]:
    handler = YAMLHandler()
    if not handler.detect(text):
        if handler.detect(text.lstrip()):
            hint = say("take off the empty lines above the first '---'")
        else:
            hint = say("begin the file with a line '---', then the keys, then a line '---'")
        raise _fault(Location(path), "F102", say("the file doesn't begin with '---'"), hint)
    try:
        header, body = handler.split(text)
    except ValueError as error:
        raise _fault(
            Location(path),
            "F103",
            say("the frontmatter isn't closed"),
            say("write a line '---' after the last key"),
        ) from error
    return header.removeprefix("\n"), body.removeprefix("\n")


class _Reader:
    """Builds plain values from the parser's events and notes where each stood."""

    def __init__(self, path: str, header: str, line: int) -> None:
        self.keys: dict[Keys, Location] = {}
        self.values: dict[Keys, Location] = {}
        self.remarks: list[Diagnostic] = []
        # Signs of Unicode that end a line to YAML, but not to an editor.
        self._header = re.sub("[\x85\u2028\u2029]", " ", header)
        self._path, self._line = path, line

    def read(self) -> dict[str, Value]:
        if unseen := yaml.reader.Reader.NON_PRINTABLE.search(self._header):
            raise _fault(
                self._at(unseen.start()),
                "F104",
                say("a character that can't be seen stands here"),
                say("take it off"),
            )
        try:
            events = yaml.parse(self._header, Loader=_LOADER)
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
            raise _fault(
                self._place(first.start_mark),
                "F105",
                say("the frontmatter is no list of keys"),
                say("write each line as 'key: value'"),
            )
        return self._mapping(first, events, ())

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], keys: Keys) -> Value:
        place = self.values.setdefault(keys, self._place(event.start_mark))
        self._refuse_references(event)
        if len(keys) > DEEPEST:
            raise _fault(
                place,
                "F108",
                say("more than {deepest} levels of nesting", deepest=DEEPEST),
                say("write it flatter"),
            )
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, events, keys)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, keys)
        self._note_comment(event)
        return None if _is_empty(event) else str(getattr(event, "value", ""))

    def _refuse_references(self, event: yaml.Event) -> None:
        place = self._place(event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _fault(
                place,
                "F107",
                say("'&' and '*' make references, which aren't read here"),
                say("put the text between quotes, or write it out again"),
            )
        if tag := getattr(event, "tag", None):
            raise _fault(
                place,
                "F107",
                say("the tag '{tag}' isn't read here", tag=tag.replace(_TAGS, "!!")),
                say("put the text between quotes"),
            )

    def _note_comment(self, event: yaml.Event) -> None:
        """Tell what follows a plain text on its line: `Forum #3` is `Forum` to YAML."""
        if getattr(event, "style", None) or event.end_mark is None:
            return
        end = event.end_mark.index
        rest = self._header[end:].split("\n", 1)[0]
        if rest.lstrip().startswith("#") and (rest[0] in " \t" or _is_empty(event)):
            self.remarks.append(
                Diagnostic(
                    self._at(end + rest.index("#")),
                    "F109",
                    say("'{rest}' isn't read: '#' begins a remark", rest=rest.strip()),
                    say("put the whole text between quotes, or the remark on a line of its own"),
                    Severity.WARNING,
                )
            )

    def _mapping(
        self, _start: yaml.Event, events: Iterator[yaml.Event], keys: Keys
    ) -> dict[str, Value]:
        mapping: dict[str, Value] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            place = self._place(event.start_mark)
            self._refuse_references(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise _fault(
                    place,
                    "F105",
                    say("a list or a mapping can't be a key"),
                    say("write each line as 'key: value'"),
                )
            name = event.value
            if name in mapping:
                raise _fault(
                    place,
                    "F106",
                    say("the key '{key}' is given twice", key=name),
                    say("keep one of the two lines"),
                )
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
        return self._at(mark.index if mark else 0)

    def _at(self, index: int) -> Location:
        """Give the place of a character."""
        before = self._header[:index]
        return Location(
            self._path,
            self._line + before.count("\n"),
            len(before) - (before.rfind("\n") + 1) + 1,
        )

    def _unread(self, place: Location) -> _FaultError:
        line = self._header.split("\n")[place.line - self._line]
        return _fault(
            place,
            "F104",
            say("this line can't be read: '{line}'", line=line.strip()),
            say("write each line as 'key: value', a text with special signs between quotes"),
        )

    def _syntax(self, error: yaml.MarkedYAMLError) -> _FaultError:
        # What was begun and never ended is noticed only where the parser gives up.
        begun = str(error.context).startswith(_BEGUN)
        mark = error.context_mark if begun else error.problem_mark
        place = self._place(mark)
        line = self._header.split("\n")[place.line - self._line]
        colon = _COLON.fullmatch(line)
        if colon:
            quoted = colon[2].strip().replace("\\", "\\\\").replace('"', '\\"')
            return _fault(
                Location(self._path, place.line, colon.start(2) + 1),
                "F104",
                say("a text that has a colon must stand between quotes"),
                say("write {line}", line=f'{colon[1].strip()} "{quoted}"'),
            )
        if "\t" in line:
            return _fault(
                Location(self._path, place.line, line.index("\t") + 1),
                "F104",
                say("a tab can't stand here"),
                say("put spaces in its place"),
            )
        return self._unread(place)


def _ends(event: yaml.Event) -> bool:
    return isinstance(event, yaml.DocumentEndEvent | yaml.StreamEndEvent)


def _is_empty(event: yaml.Event) -> bool:
    return (
        isinstance(event, yaml.ScalarEvent) and not event.style and event.value in {"", "~", "null"}
    )


def _fault(place: Location, code: str, message: Message, hint: Message) -> _FaultError:
    return _FaultError(Diagnostic(place, code, message, hint))
