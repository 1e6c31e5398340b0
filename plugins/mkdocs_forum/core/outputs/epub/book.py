"""A book: its chapters, and the files of which it is packed."""

from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from mimetypes import guess_type
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import unquote
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from jinja2 import Environment

from mkdocs_forum.core.outputs.epub.chapters import Chapter, Places, body, ids_of
from mkdocs_forum.core.outputs.epub.xhtml import plain
from mkdocs_forum.core.printing.description import Description
from mkdocs_forum.core.words.names import parted

MEDIA_TYPE: Final = "application/epub+zip"
_PICTURES: Final = frozenset(
    {"image/gif", "image/jpeg", "image/png", "image/svg+xml", "image/webp"}
)
"""Kinds of pictures that every reader of EPUB shows."""
_DRAWING: Final = "data:image/svg+xml;base64,"
"""Begins the address of a drawing that is no file of the site."""
_STYLE: Final = Path(__file__).parents[3] / "assets" / "epub.css"
_BEGINNING: Final = (1980, 1, 1, 0, 0, 0)
"""Before any book: the same texts give the same bytes on every day."""
_FOLDER: Final = "book"


@dataclass(frozen=True)
class Packed:
    """A book as readers load it."""

    content: bytes
    lost: tuple[tuple[str, str], ...]
    """Pictures that it tells in words alone: the file of the text, and the picture's path below the
    root of the site."""


@dataclass(frozen=True)
class Picture:
    """A picture of a book."""

    number: int
    media_type: str
    content: bytes

    @property
    def name(self) -> str:
        """Where it stands in the book."""
        return f"pictures/{self.number}.{self.media_type.removeprefix('image/').split('+')[0]}"


@dataclass(frozen=True)
class Book:
    """An edition as a book."""

    title: str
    target: str
    """Path of its file, below the root of the site."""
    address: str
    """Whole address of the edition, by which the book is known for ever."""
    description: Description
    chapters: tuple[Chapter, ...]
    anchors: Mapping[str, str]
    """As those of `Places`."""
    environment: Environment
    language: str

    def packed(self, read: Callable[[str], bytes]) -> Packed:
        """Pack the book.

        Arguments:
            read: Gives what a file of the site holds, by its path; raises `KeyError` if there is
                none.
        """
        pictures = _Pictures(read)
        texts = [(chapter, self._text(chapter, pictures)) for chapter in self.chapters]
        package = self._rendered(
            "package",
            texts=[(chapter, "<svg " in text, "<math " in text) for chapter, text in texts],
            pictures=pictures.found.values(),
            creators=[(name, parted(name).sorted) for name in self.description.authors],
            identifier=uuid5(NAMESPACE_URL, self.address).urn,
            languages=dict.fromkeys([self.language, *self._languages]),
        )
        files: list[tuple[str, str | bytes]] = [
            ("META-INF/container.xml", self._rendered("container")),
            (f"{_FOLDER}/package.opf", package),
            (f"{_FOLDER}/contents.xhtml", self._rendered("contents", places=self._places)),
            (f"{_FOLDER}/book.css", _STYLE.read_text(encoding="utf-8")),
            *((f"{_FOLDER}/{chapter.name}", text) for chapter, text in texts),
            *((f"{_FOLDER}/{each.name}", each.content) for each in pictures.found.values()),
        ]
        return Packed(_zipped(files), tuple(dict.fromkeys(pictures.lost)))

    def _text(self, chapter: Chapter, pictures: "_Pictures") -> str:
        pictures.source = chapter.source
        html = body(chapter, self._places, pictures.place)
        return self._rendered("chapter", chapter=chapter, body=html)

    def _rendered(self, name: str, **context: Any) -> str:
        template = self.environment.get_template(f"forum/epub/{name}.html")
        return plain(template.render(book=self, **context)).strip() + "\n"

    @cached_property
    def _places(self) -> Places:
        files = {anchor: each.name for each in self.chapters for anchor in ids_of(each.text)}
        return Places(self.anchors, files)

    @property
    def _languages(self) -> Sequence[str]:
        return [each.entry.lang for each in self.chapters if each.entry.lang]


@dataclass
class _Pictures:
    """Takes the pictures that chapters show, each once."""

    read: Callable[[str], bytes]
    source: str = ""
    """File of the text that is read."""
    found: dict[str, Picture] = field(default_factory=dict)
    lost: list[tuple[str, str]] = field(default_factory=list)

    def place(self, url: str) -> str:
        """Give where a picture stands in the book, or nothing if it can't be shown there."""
        if url.startswith(_DRAWING):
            drawing = Picture(len(self.found) + 1, "image/svg+xml", b64decode(url[len(_DRAWING) :]))
            return self.found.setdefault(url, drawing).name
        path = unquote(url.split("?")[0].split("#")[0]).removeprefix("/")
        if path not in self.found:
            media_type = guess_type(PurePosixPath(path).name)[0] or ""
            try:
                if media_type not in _PICTURES:
                    raise KeyError(path)
                content = self.read(path)
            except KeyError:
                self.lost.append((self.source, path))
                return ""
            self.found[path] = Picture(len(self.found) + 1, media_type, content)
        return self.found[path].name


def _zipped(files: Sequence[tuple[str, str | bytes]]) -> bytes:
    """Pack files; the first says what they are, and isn't packed, so that any program reads it."""
    packed = BytesIO()
    with ZipFile(packed, "w") as book:
        for name, content in [("mimetype", MEDIA_TYPE), *files]:
            book.writestr(*_placed(name, content))
    return packed.getvalue()


def _placed(name: str, content: str | bytes) -> tuple[ZipInfo, bytes, int]:
    info = ZipInfo(name, _BEGINNING)
    info.create_system, info.external_attr = 3, 0o644 << 16
    data = content.encode() if isinstance(content, str) else content
    return info, data, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
