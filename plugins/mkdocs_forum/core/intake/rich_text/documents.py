"""Documents of Word as Markdown: what is set off keeps its sign, pictures stay where they were."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from mkdocs_forum.core.intake.pictures.picture import Picture, reference
from mkdocs_forum.core.intake.rich_text.page import lines_of
from mkdocs_forum.core.reading.files import LARGEST as LARGEST_PICTURE

ENDING: Final = ".docx"
"""How the names of such documents end."""
LARGEST: Final = 4_000_000
"""Bytes of all that is read of a document, unpacked: forty times a file of the forum."""
MOST_TAGS: Final = 100_000
"""Tags in it, for which the library takes up to 10 s. A hundred pages have 40,000."""
MOST_PICTURES: Final = 50
"""Pictures that are taken of a document."""
MOST_FILES: Final = 500
"""Files in a document. One with a hundred pictures has 120."""

_READ = ("word/", "_rels/", "[Content_Types]")
_DECLARATIONS = tuple(
    "<!DOCTYPE".encode(charset) for charset in ("utf-8", "utf-16-le", "utf-16-be")
)
"""What Word never writes, and what may make a text of any length."""
_MEDIA = "word/media/"
_COMMENTS = "word/comments.xml"
TOO_LARGE: Final = LARGEST_PICTURE + 1
"""Bytes that are read of a picture at the most: it is told that there are too many."""
_STYLES: Final = "\n".join(
    [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Titre'] => h1:fresh",
        "p[style-name='Subtitle'] => h2:fresh",
        *(f"p[style-name='Titre {level}'] => h{level}:fresh" for level in range(1, 7)),
        *(f"p[style-name='{name}'] => blockquote > p:fresh" for name in ("Quote", "Intense Quote")),
    ]
)
_NOTE = re.compile(r'<sup><a href="#(?:foot|end)note-\d+"[^>]*>\[(\d+)\]</a></sup>')
_NOTES = re.compile(r'<ol>(<li id="(?:foot|end)note-.*)</ol>', re.DOTALL)
_NOTE_TEXT = re.compile(r'<li id="(?:foot|end)note-(\d+)"><p>')
_BACK = re.compile(r'\s*<a href="#(?:foot|end)note-ref-\d+">↑</a>')


@dataclass(frozen=True)
class Document:
    """The text of a document."""

    text: str
    pictures: tuple[Picture, ...] = ()
    """The pictures in it, which its text shows."""
    others: tuple[str, ...] = ()
    """Names of the pictures in it that its text doesn't show, such as those of a head."""
    comments: tuple[str, ...] = ()
    """What readers wrote beside it."""


def read_document(data: bytes) -> Document | None:
    """Read a document of Word, or nothing if it can't be read or is too large."""
    # Here, since it takes a tenth of a second, and most commands read none.
    import mammoth

    pictures: list[Picture] = []
    try:
        with ZipFile(BytesIO(data)) as files:
            if not is_harmless(files, _READ):
                return None
            media = [each for each in files.infolist() if each.filename.startswith(_MEDIA)]
            comments = _comments(files)
        html = mammoth.convert_to_html(
            BytesIO(data),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(_taken_into(pictures)),
        ).value
    except Exception:  # The library raises anything at a document that no program wrote.
        return None
    text = "\n".join(lines_of(_noted(html), marks=True, tables=True)).strip("\n")
    sizes = {len(picture.data) for picture in pictures}
    others = (each.filename for each in media if min(each.file_size, TOO_LARGE) not in sizes)
    names = tuple(name.rpartition("/")[2] for name in others)
    return Document(text, tuple(pictures), names, comments)


def _comments(files: ZipFile) -> tuple[str, ...]:
    if _COMMENTS not in files.namelist():
        return ()
    # Harmless: what declares entities was refused before.
    found = fromstring(files.read(_COMMENTS))
    return tuple(filter(None, map(_words, found)))


def _words(element: Element) -> str:
    """Give the words of an element, those of its paragraphs apart."""
    return " ".join(" ".join("".join(each.itertext()) for each in element).split())


def _taken_into(pictures: list[Picture]) -> Callable[[Any], Mapping[str, str]]:
    """Give what puts the pictures of a document into a list, and says how its text names each."""

    def take(image: Any) -> Mapping[str, str]:
        if len(pictures) >= MOST_PICTURES:
            return {}
        with image.open() as file:
            data: bytes = file.read(TOO_LARGE)
        name = f"image{len(pictures) + 1}.{str(image.content_type).rpartition('/')[2]}"
        found = Picture(name, data, reference("", data), is_shown=True, is_documents=True)
        pictures.append(found)
        return {"src": f"cid:{found.reference}"}

    return take


def is_harmless(files: ZipFile, read: tuple[str, ...]) -> bool:
    """Whether what is read of a document is small, and declares nothing.

    Arguments:
        files: The document.
        read: How the names of the files begin that are read of it.
    """
    entries = [entry for entry in files.infolist() if entry.filename.startswith(read)]
    entries = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
    if len(files.infolist()) > MOST_FILES or sum(entry.file_size for entry in entries) > LARGEST:
        return False
    texts = [files.read(entry) for entry in entries]
    declares = any(sign in text for text in texts for sign in _DECLARATIONS)
    return not declares and sum(text.count(b"<") for text in texts) <= MOST_TAGS


def _noted(html: str) -> str:
    """Write footnotes as Markdown does."""
    html = _NOTE.sub(r"[^\1]", _BACK.sub("", html))
    return _NOTES.sub(lambda found: _NOTE_TEXT.sub(r"<p>[^\1]: ", found[1]), html)
