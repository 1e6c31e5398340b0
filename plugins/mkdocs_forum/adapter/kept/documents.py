"""Texts and documents to print that are taken over from the last site."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Final

from mkdocs_forum.adapter.kept.keys import DocumentKeys
from mkdocs_forum.adapter.kept.last import LastBuild
from mkdocs_forum.adapter.kept.outputs import KeptOutputs
from mkdocs_forum.adapter.kept.pages import KeptPages
from mkdocs_forum.core.html.tree import Text, read
from mkdocs_forum.core.printing.article import Article
from mkdocs_forum.core.printing.paper import Note
from mkdocs_forum.core.printing.talk import Printer, Texts
from mkdocs_forum.core.publish.serialise import digest
from mkdocs_forum.core.words.encodings import encode

_ARTICLE: Final = "article"
_CHAPTER: Final = "chapter"
_NAMES: Final = {
    "talk": "talks", "edition": "editions", "answer": "answers", "synthesis": "syntheses",
    "detail": "details", "member": "members",
}  # fmt: skip
"""What names of texts begin with, and where they stand among the texts."""


class _Texts(Mapping[str, Text]):
    """Texts of which some are read when they are asked for."""

    def __init__(
        self, made: Mapping[str, Text], kept: Mapping[str, str], load: Callable[[str], str]
    ) -> None:
        self._made, self._kept, self._load = made, kept, load

    def __getitem__(self, key: str) -> Text:
        made = self._made.get(key)
        return made if made is not None else read(self._load(self._kept[key]))

    def __iter__(self) -> Iterator[str]:
        return iter({**self._made, **self._kept})

    def __len__(self) -> int:
        return len({**self._made, **self._kept})


@dataclass
class KeptDocuments:
    """Knows the documents of the last site."""

    last: LastBuild
    printer: Printer
    """Places all texts, those too that are taken over."""
    hashes: Mapping[str, str]
    """Hashes of all texts, by their names."""
    keys: DocumentKeys | None
    taken: frozenset[str]
    """Paths of the outputs that are no documents."""
    outputs: KeptOutputs
    """Knows what stood beside the pages."""
    has_pdf: bool = False
    """Whether documents are written as PDF, too."""

    def article(self, slug: str, make: Callable[[str], Article]) -> Article:
        """Give the article of a talk, made if there is none."""
        return self._made_once(_ARTICLE, slug, make)

    def chapter(self, slug: str, make: Callable[[str], Article]) -> Article:
        """Give the chapter of a talk in a book, made if there is none."""
        return self._made_once(_CHAPTER, slug, make)

    def _made_once(self, kind: str, slug: str, make: Callable[[str], Article]) -> Article:
        if self.keys is None:
            return make(slug)
        key = self.keys.article(slug)
        if kept := self.last.get(kind, key):
            html, notes, ids = json.loads(kept)
            return Article(html, tuple(Note(*note) for note in notes), ids)
        article = make(slug)
        notes = [(note.url, note.address, note.rel) for note in article.notes]
        kept = json.dumps([article.html, notes, dict(article.ids)]).encode()
        self.last.put(kind, key, kept)
        return article

    def is_kept(self, kind: str, slug: str, target: str) -> bool:
        """Whether the document that stood at a path would be the same."""
        # PDF documents are made of the pages, and kept by what these say.
        if self.keys is None or self.has_pdf or target in self.taken:
            return False
        if not self.outputs.is_kept(target, getattr(self.keys, kind)(slug)):
            return False
        self.last.link(target)
        return True


def kept_documents(pages: KeptPages, printer: Printer, taken: frozenset[str]) -> KeptDocuments:
    """Give what is kept of texts and documents.

    Arguments:
        pages: The pages that are taken over.
        printer: Places the texts that were rendered.
        taken: Paths of the outputs that are no documents.
    """
    last, texts = pages.last, printer.texts
    if pages.keys is None:
        return KeptDocuments(last, printer, {}, None, taken, pages.outputs)
    hashes = {
        name: hash_ for record in pages.kept.values() for name, hash_ in record["texts"].items()
    }
    merged = {}
    for begin, attribute in _NAMES.items():
        made: Mapping[str, Text] = getattr(texts, attribute)
        kept = {
            name.removeprefix(f"{begin}:"): found
            for name, found in hashes.items()
            if name.startswith(f"{begin}:")
        }
        merged[attribute] = _Texts(made, kept, last.text)
    for begin, attribute in _NAMES.items():
        for key, text in getattr(texts, attribute).items():
            hashes[f"{begin}:{key}"] = _keep(last, text)
    printer = replace(printer, texts=Texts(**merged))
    root = digest(pages.root, printer.drawings) if printer.drawings else pages.root
    keys = DocumentKeys(root, printer, pages.keys.prints, hashes, pages.build.pages.values())
    has_pdf = bool(pages.build.settings.pdf)
    return KeptDocuments(last, printer, hashes, keys, taken, pages.outputs, has_pdf)


def _keep(last: LastBuild, text: Text) -> str:
    held = encode(text.html)
    name = blake2b(held, digest_size=20).hexdigest()
    if not last.has_text(name):
        last.put("text", name, held)
    return name
