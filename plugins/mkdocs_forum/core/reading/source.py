"""Reading one file: its frontmatter as plain values with positions, its body as text."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from frontmatter.default_handlers import YAMLHandler

from mkdocs_forum.core.faults.code import Severity
from mkdocs_forum.core.faults.diagnostic import (
    Diagnostic,
    Edit,
    Location,
    Message,
    brief,
    place,
    say,
)
from mkdocs_forum.core.reading.frontmatter.reader import FrontmatterReader
from mkdocs_forum.core.reading.frontmatter.values import FaultError, Keys, Value, fault
from mkdocs_forum.core.reading.limits.file_size import (
    find_excess,
    find_heap,
    find_long_accents,
    find_long_header,
)
from mkdocs_forum.core.reading.unwanted_characters import find_accent, find_characters
from mkdocs_forum.core.words.characters import cleared
from mkdocs_forum.core.words.encodings import decode, is_document, is_utf16

_FENCE = re.compile(r"\s+---+\s*")
_LIKE_FENCE = re.compile(r"\\?[-\u2010-\u2015\u2212_*+=~.…]+")
"""What programs make of three hyphens, and what others begin their keys with."""
_ENTRY = re.compile(r"\s*[^#\s]")
"""Begins a line that is neither empty nor a comment."""
_KEY = re.compile(r"[\w-]+ *:(?:\s|$)|\s+\S|- |#")


@dataclass(frozen=True)
class Source:
    """One content file as it was read."""

    path: str
    """Path below the docs folder, with `/`."""
    meta: Mapping[str, Value] = field(default_factory=dict)
    """The frontmatter."""
    header: str = ""
    """The frontmatter as its author wrote it, mended where it had to be, without `---` lines."""
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
    header_line: int = 2
    """Line of the file on which the frontmatter begins, counted from 1."""

    def locate(self, *keys: str | int) -> Location:
        """Find the place of a value, or of what holds it; line 1 if that isn't there either."""
        while keys:
            if found := self.values.get(keys):
                return found
            keys = keys[:-1]
        return Location(self.path)

    def locate_item(self, key: str, number: int, *keys: str | int) -> Location:
        """Find the place of a value in an item of a list, which may stand there without one."""
        is_alone = not isinstance(self.meta.get(key), list)
        return self.locate(key, *keys) if is_alone else self.locate(key, number, *keys)

    def locate_key(self, *keys: str | int) -> Location:
        """Find the place of a key, or else of its value."""
        return self.keys.get(keys) or self.locate(*keys)

    def locate_body(self, line: int, column: int = 1) -> Location:
        """Find the place of a line of the body, counted from 0."""
        return Location(self.path, self.body_line + line, column)

    def change(self, place: tuple[int, int], written: str, new: str) -> Edit | None:
        """Put something else in the place of a piece of the body.

        Arguments:
            place: Line from 0 and column from 1 at which it begins.
            written: What stands there.
            new: What takes its place.

        Returns:
            The change; nothing if what stands there is written otherwise than it is read.
        """
        line, column = place
        end = column + len(written)
        if self.body.split("\n")[line][column - 1 : end - 1] != written:
            return None
        return Edit(self.locate_body(line, column), self.locate_body(line, end), new)

    def locate_offset(self, offset: int) -> Location:
        """Find the place of a character of the body, counted from 0."""
        there = place(self.path, self.body, offset)
        return self.locate_body(there.line - 1, there.column)


def read_source(
    path: str, data: str | bytes, *, needs_frontmatter: bool = True
) -> Source | list[Diagnostic]:
    """Read a content file.

    What needs no judgement to be mended is told among the remarks, and the file read as it will be
    once it is mended. Lines are those of the file as it is; columns count no character that nobody
    sees.

    Arguments:
        path: Path of the file below the docs folder, with `/`.
        data: What the file holds; bytes are taken as UTF-8, with or without byte order mark.
        needs_frontmatter: Whether a file that is all text is at fault.

    Returns:
        The source, or every fault up to the one that keeps it from being read.
    """
    if excess := find_excess(path, data):
        return [excess]
    remarks: list[Diagnostic] = []
    try:
        text = _text(path, data, remarks)
        if not needs_frontmatter and not text.lstrip().startswith("---"):
            return Source(path, body=text, remarks=tuple(remarks))
        return _read(path, text, remarks)
    except FaultError as error:
        # What no editor wrote and has no frontmatter is most likely no text at all.
        garbled = [remark for remark in remarks if remark.severity is Severity.ERROR]
        if garbled and error.diagnostic.code == "F102":
            return garbled[:1]
        return [*remarks, error.diagnostic]


def _read(path: str, text: str, remarks: list[Diagnostic]) -> Source:
    """Read the frontmatter of a text, and what stands below it."""
    begun = text.lstrip() if YAMLHandler().detect(text.lstrip()) else text
    above = text[: len(text) - len(begun)]
    if above:
        remarks.append(_late(path, above))
    try:
        header, body = _split(path, begun)
        if excess := find_long_header(path, begun, header):
            raise FaultError(excess)
    except FaultError as error:
        where = error.diagnostic.location
        moved = replace(where, line=where.line + above.count("\n"))
        raise FaultError(replace(error.diagnostic, location=moved)) from error
    line = text.count("\n", 0, text.index(header, len(above) + 3)) + 1
    reader = FrontmatterReader(path, header, line)
    try:
        meta = reader.read()
    except FaultError as error:
        if ended := _ended_late(path, header, line, error.diagnostic.location):
            remarks += [each for each in reader.remarks if each.location < ended.location]
            raise FaultError(ended) from error
        remarks += reader.remarks
        raise
    remarks += reader.remarks
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    told = tuple(remarks)
    return Source(
        path, meta, reader.header, body, body_line, reader.keys, reader.values, told, line
    )


def _text(path: str, data: str | bytes, remarks: list[Diagnostic]) -> str:
    """Give what a file says, whatever has to be mended for that."""
    written = _decoded(path, data, remarks).replace("\r\n", "\n").replace("\r", "\n")
    if unseen := list(find_characters(path, written)):
        remarks += unseen
        written = cleared(written)
    if heap := find_long_accents(path, written) or find_heap(path, written):
        raise FaultError(heap)
    if apart := find_accent(path, written):
        remarks.append(apart)
    return unicodedata.normalize("NFC", written)


def _decoded(path: str, data: str | bytes, remarks: list[Diagnostic]) -> str:
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    if is_document(data):
        message = say("this isn't a text, but a document of another program")
        hint = say("copy its text into a plain text file, below the keys")
        raise fault(Location(path), "F102", message, hint)
    hint = say("save the file again with the encoding UTF-8")
    if is_utf16(data):
        message = say("the file is written in UTF-16")
        remarks.append(Diagnostic(Location(path), "F101", message, hint))
        return decode(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = re.sub("\r\n?", "\n", error.object[: error.start].decode())
        where = place(path, before, len(before))
        message = say("the byte 0x{byte} isn't UTF-8", byte=f"{data[error.start]:02x}")
        remarks.append(Diagnostic(where, "F101", message, hint))
        return decode(data)


def _split(path: str, text: str) -> tuple[str, str]:
    handler = YAMLHandler()
    if not handler.detect(text):
        first = text.split("\n", 1)[0].strip()
        if _LIKE_FENCE.fullmatch(first):
            message = say("the first line is '{line}' instead of '---'", line=brief(first))
            hint = say("write three hyphens, '---', here and below the keys")
            raise fault(Location(path), "F102", message, hint)
        message = say("the file doesn't begin with '---'")
        hint = say("begin the file with a line '---', then the keys, then a line '---'")
        raise fault(Location(path), "F102", message, hint)
    try:
        header, body = handler.split(text)
    except ValueError as error:
        raise _unclosed(path, text) from error
    return header.removeprefix("\n"), body.removeprefix("\n")


def _late(path: str, above: str) -> Diagnostic:
    return Diagnostic(
        Location(path),
        "F116",
        say("there is an empty line or a space before the first '---'"),
        say("begin the first line of the file with '---'"),
        Edit(Location(path), place(path, above, len(above)), ""),
    )


def _unclosed(path: str, text: str) -> FaultError:
    """Tell below which line the frontmatter should end: the last in a row that looks like keys."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if number and _FENCE.fullmatch(line):
            hint = say("write '---' alone on this line, without a space before it")
            return FaultError(_endless(path, number + 1, hint))
    others = (number for number, line in enumerate(lines) if number and not _KEY.match(line))
    last = _last_key(lines, next(others, len(lines)))
    for line in lines[last + 1 : last + 2]:
        if _LIKE_FENCE.fullmatch(line.strip()):
            hint = say("write three hyphens, '---', instead of '{line}'", line=brief(line.strip()))
            return FaultError(_endless(path, last + 2, hint))
    return FaultError(_endless(path, last + 1, _below(lines[last])))


def _ended_late(path: str, header: str, line: int, where: Location) -> Diagnostic | None:
    """Tell that keys end above the place at which reading stopped, where the text begins.

    The line of hyphens that was found is one of the text, in which it draws a rule.
    """
    lines = header.split("\n")
    last, is_apart = 0, False
    for number, text in enumerate(lines[1:], 1):
        if number >= where.line - line and not is_apart:
            break
        if not text.strip():
            is_apart = True
        elif not text.startswith("#"):
            is_list = text.startswith("- ") and not re.search(r"^\s*- |:\s*$", lines[last])
            if is_apart and (is_list or not _KEY.match(text)):
                return _endless(path, line + last, _below(lines[last]))
            last = number if _ENTRY.match(text) else last
            is_apart = False
    return None


def _last_key(lines: Sequence[str], end: int) -> int:
    """Give the last line above another one that isn't empty, and no heading of the text."""
    found = (each for each in range(end - 1, 0, -1) if _ENTRY.match(lines[each]))
    return next(found, 0)


def _below(line: str) -> Message:
    return say("write a line '---' below '{line}'", line=brief(line.strip()))


def _endless(path: str, line: int, hint: Message) -> Diagnostic:
    return Diagnostic(Location(path, line), "F103", say("the frontmatter isn't closed"), hint)
