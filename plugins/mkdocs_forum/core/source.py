"""Reading one file: its frontmatter as plain values with positions, its body as text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from frontmatter.default_handlers import YAMLHandler

from mkdocs_forum.core.diagnostics import Diagnostic, Location, say
from mkdocs_forum.core.frontmatter import FaultError, FrontmatterReader, Keys, Value, fault


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
        reader = FrontmatterReader(path, header, text.count("\n", 0, text.index(header, 3)) + 1)
        meta = reader.read()
    except FaultError as error:
        return error.diagnostic
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
        raise fault(
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
        raise fault(Location(path), "F102", say("the file doesn't begin with '---'"), hint)
    try:
        header, body = handler.split(text)
    except ValueError as error:
        raise fault(
            Location(path),
            "F103",
            say("the frontmatter isn't closed"),
            say("write a line '---' after the last key"),
        ) from error
    return header.removeprefix("\n"), body.removeprefix("\n")
