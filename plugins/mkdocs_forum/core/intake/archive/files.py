"""Files of the past as lines: pages, texts, documents of Word and LibreOffice, PDF with text."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final
from zipfile import ZipFile

from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.archive.lines import Line, read_lines, safe
from mkdocs_forum.core.intake.pictures.picture import TOKEN
from mkdocs_forum.core.intake.rich_text.documents import is_harmless, read_document
from mkdocs_forum.core.intake.rich_text.page import lines_of
from mkdocs_forum.core.words.encodings import decode, is_document

PAGES: Final = frozenset({".htm", ".html", ".xhtml", ".shtml", ".php", ".php3", ".asp"})
"""How the names of files end that stood at an address of their own, as pages."""
TEXTS: Final = frozenset({".txt", ".text", ".md", ".asc"})
ENDINGS: Final = PAGES | TEXTS | {".docx", ".odt", ".pdf"}
"""How the names of files end that can be read."""
LARGEST: Final = 4_000_000
"""Bytes of a page or text: a thousand pages of a book."""
LARGEST_DOCUMENT: Final = 40_000_000
MOST_PAGES: Final = 300
"""Pages of a PDF."""
MOST_SIGNS: Final = 1_000_000
"""Characters that are looked through."""

_CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,20})")
_TITLE = re.compile(r"(?is)<title[^<>]{0,200}>([^<]{0,500})</title>")
_PICTURE = re.compile(r"(?i)<img\b[^<>]{0,1000}>")
_SOURCE = re.compile(r"(?i)\bsrc\s*=\s*[\"']?([^\"'\s>]+)")
_WORDS = re.compile(r"(?i)\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_MAILTO = re.compile(r"(?i)href\s*=\s*[\"']?\s*mailto:([^\"'\s>?]{3,200})")
_LARGE = re.compile(r"(?i)<font\b(?=[^<>]{0,300}?\bsize\s*=\s*[\"']?(?:\+[1-4]|[4-7])[\"'\s>])")
_STYLE = re.compile(r"(?i)<style\b|</style")
_RULE = re.compile(
    r"(?i)\.([\w-]{1,60})\s*\{[^{}]{0,1000}?(?:font-weight\s*:\s*(?:bold|[6-9]00)"
    r"|font-size\s*:\s*(?:(?:1[5-9]|[2-9]\d)(?:\.\d+)?p[tx]|(?:x-|xx-)?large|1\.[2-9]\d*em|[2-9](?:\.\d+)?em|1[2-9]\d%|[2-9]\d\d%))"
)
_NAMED: Final = ("titre", "title", "soustitre", "sous-titre", "intertitre", "subtitle")
"""Classes of headings, where the style sheet is lost."""
_CLASS = re.compile(
    r"(?i)<(p|div|td)\b([^<>]{0,300}?\bclass\s*=\s*[\"']?([\w-]{1,60})[^<>]{0,300})>"
)
_SPAN = re.compile(r"(?i)<span\b([^<>]{0,300}?\bclass\s*=\s*[\"']?([\w-]{1,60})[^<>]{0,300})>")
_UNDERLINED = re.compile(r"(?i)<(/?)u>")
"""What typewriters and pages set headings off with, and Markdown hasn't."""
_CLOSED = re.compile(r"(?i)(</(?:p|div|td)\s*>)")
_UNCLOSED = re.compile(r"(<[a-zA-Z/][^<>]*)(?=<[a-zA-Z/!]|\Z)")
"""A tag that another begins in: for many of them the parser takes the square of their number."""
_BOLD: Final = '<span style="font-weight:bold">'
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])")


@dataclass(frozen=True)
class Reading:
    """A file as it was read."""

    lines: tuple[Line, ...]
    title: str = ""
    """What the window of the page was called."""
    left_out: tuple[Message, ...] = ()
    """What isn't among the lines."""
    mail: tuple[str, ...] = ()
    """Addresses to which links of the page write."""


def read(name: str, data: bytes) -> Reading | Refusal:
    """Read a file.

    Arguments:
        name: Its name, whose ending tells what it is unless it tells that itself.
        data: What it holds.
    """
    ending = PurePosixPath(name).suffix.lower()
    if data.startswith(b"%PDF-"):
        ending = ".pdf"
    elif not is_document(data) and ending not in PAGES | TEXTS:
        ending = ".html" if b"<html" in data[:2000].lower() else ending
    reader = _READERS.get(ending)
    if reader is None or (is_document(data) and ending in PAGES | TEXTS):
        return Refusal(
            say("'{name}' isn't a kind of file that can be read", name=PurePosixPath(name).name),
            say("save it as .docx, .odt, PDF, a page (.html) or plain text (.txt)"),
        )
    if len(data) > (LARGEST if ending in PAGES | TEXTS else LARGEST_DOCUMENT):
        return Refusal(say("'{name}' is too large", name=PurePosixPath(name).name))
    found = reader(data)
    if isinstance(found, Reading) and sum(len(line.text) for line in found.lines) > MOST_SIGNS:
        return Refusal(say("'{name}' is too large", name=PurePosixPath(name).name))
    return found


def _page(data: bytes) -> Reading:
    html = _UNCLOSED.sub(r"\1>", _decoded(data))
    underlined = _UNDERLINED.sub(r"<\1b>", _with_classes(html))
    styled = _LARGE.sub('<font style="font-weight:bold"', underlined)
    # Pages of that time end paragraphs by two breaks, or by an empty one.
    lines = map(safe, lines_of(styled, marks=True))
    title = _TITLE.search(html)
    told = " ".join(unescape(title[1]).split()) if title else ""
    pictures = dict.fromkeys(
        (source[1], " ".join(filter(None, words.groups())) if words else "")
        for picture in _PICTURE.findall(html)
        for source, words in [(_SOURCE.search(picture), _WORDS.search(picture))]
        if source
    )
    left = [
        say("the picture '{name}', which says '{words}'", name=name, words=unescape(words))
        if words
        else say("the picture '{name}'", name=name)
        for name, words in pictures
    ]
    mail = tuple(dict.fromkeys(unescape(each) for each in _MAILTO.findall(html)))
    return Reading(tuple(read_lines(lines, marked=True)), told, tuple(left), mail)


def _decoded(data: bytes) -> str:
    declared = _CHARSET.search(data[:4000])
    # Whoever declares ISO-8859-1 writes what Windows does, as browsers know.
    charset = declared[1].decode().lower() if declared else ""
    if charset in {"iso-8859-1", "latin1", "windows-1252", "us-ascii"}:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return data.decode("cp1252", "replace")
    try:
        return data.decode(charset) if charset and not charset.startswith("utf") else decode(data)
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def _with_classes(html: str) -> str:
    """Give a page in which the classes of its headings are bold, as its style sheet has them."""
    # What stands between two of these tags, whichever they are: each sign is looked at once.
    rules = " ".join(_STYLE.split(html)[1:])
    bold = {found[1].lower() for found in _RULE.finditer(rules)}

    def is_bold(name: str) -> bool:
        return name.lower() in bold or name.lower().rstrip("0123456789").startswith(_NAMED)

    html = _SPAN.sub(lambda found: _BOLD if is_bold(found[2]) else found[0], html)
    marked = _CLASS.sub(lambda found: f"{found[0]}{_BOLD}" if is_bold(found[3]) else found[0], html)
    return _CLOSED.sub(r"</span>\1", marked) if marked != html else html


def _text(data: bytes) -> Reading:
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    return Reading(tuple(read_lines(map(safe, text.split("\n")), marked=False)))


def _word(data: bytes) -> Reading | Refusal:
    document = read_document(data)
    if document is None:
        return Refusal(say("the document can't be read"), say("save it again, or as plain text"))
    names = [*(picture.name for picture in document.pictures), *document.others]
    left = [say("the picture '{name}'", name=name) for name in names]
    left += map(_comment, document.comments)
    texts = (safe(TOKEN.sub(r"\1", line)) for line in document.text.split("\n"))
    return Reading(tuple(read_lines(texts, marked=True)), left_out=tuple(left))


def _open_document(data: bytes) -> Reading | Refusal:
    unreadable = Refusal(say("the document can't be read"), say("save it again, or as plain text"))
    try:
        # Here, since it takes its time, and only those have it who import such documents.
        from odfdo import Annotation, Document
    except ImportError:
        return _lacking(".odt")
    try:
        with ZipFile(BytesIO(data)) as files:
            if not is_harmless(files, ("content.xml", "styles.xml", "meta.xml", "META-INF/")):
                return unreadable
        document = Document(BytesIO(data))
        notes = document.body.get_elements("descendant::office:annotation")
        comments = [str(each.note_body) for each in notes if isinstance(each, Annotation)]
        for head in document.body.get_elements("descendant::text:list-header"):
            # The library gives the items of a list alone.
            head.tag = "text:list-item"
        text = str(document.to_markdown())
    except Exception:  # The library raises anything at a document that no program wrote.
        return unreadable
    lines = tuple(read_lines(map(safe, text.split("\n")), marked=True))
    return Reading(lines, left_out=tuple(map(_comment, filter(str.strip, comments))))


def _comment(text: str) -> Message:
    return say("the comment '{words}'", words=" ".join(text.split()))


def _pdf(data: bytes) -> Reading | Refusal:
    from pypdf import PdfReader

    try:
        reader = PdfReader(BytesIO(data))
        if len(reader.pages) > MOST_PAGES:
            return Refusal(say("the document has more than {most} pages", most=MOST_PAGES))
        pages = [page.extract_text() for page in reader.pages]
    except Exception:  # The library raises anything at a document that no program wrote.
        return Refusal(say("the document can't be read"), say("save it again, or as plain text"))
    text = _HYPHEN.sub("", "\n\n".join(pages))
    if not text.strip():
        return Refusal(
            say("the document contains pictures of pages, and no text"),
            say("let a program recognise its text (OCR), and import what it gives"),
        )
    return Reading(tuple(read_lines(map(safe, text.split("\n")), marked=False)))


def _lacking(ending: str) -> Refusal:
    return Refusal(
        say("what reads documents such as '{ending}' isn't installed", ending=ending),
        say("install 'mkdocs-forum[archive]'"),
    )


_READERS: Final[Mapping[str, Callable[[bytes], Reading | Refusal]]] = MappingProxyType(
    {
        **dict.fromkeys(PAGES, _page),
        **dict.fromkeys(TEXTS, _text),
        ".docx": _word,
        ".odt": _open_document,
        ".pdf": _pdf,
    }
)


def furniture(readings: Iterable[Reading]) -> frozenset[str]:
    """Give the lines that stand on most of several pages: names of sites, menus, addresses."""
    readings = list(readings)
    seen: dict[str, int] = {}
    for reading in readings:
        for words in {line.plain for line in reading.lines if line.text}:
            seen[words] = seen.get(words, 0) + 1
    least = max(3, len(readings) * 2 // 3 + 1)
    return frozenset(words for words, times in seen.items() if times >= least)
