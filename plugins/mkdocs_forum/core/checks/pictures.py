"""Pictures that texts show: those that get another name, and those that lie on other sites."""

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from mkdocs_forum.core.checks.fix import amend
from mkdocs_forum.core.faults.diagnostic import Edit
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.targets import resolve
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import kind_of
from mkdocs_forum.core.reading.files import HEAD, meant_ending
from mkdocs_forum.core.reading.markdown.links import Kind, find_references
from mkdocs_forum.core.reading.source import Source, read_source
from mkdocs_forum.core.words.slugs import slugify


@dataclass(frozen=True)
class RemotePicture:
    """A picture of another site that a text wants to show."""

    path: str
    """Path of the text."""
    address: str
    """Where the picture lies."""
    place: Edit
    """Where the address stands in the text."""


def remote_pictures(texts: Mapping[str, bytes], settings: Settings) -> Iterator[RemotePicture]:
    """Find the pictures of other sites that contributions want to show.

    Arguments:
        texts: What each file holds, by its path below the docs folder.
        settings: The options.
    """
    for path, source in _sources(texts, settings):
        for reference in find_references(source.body):
            is_remote = urlsplit(reference.address).scheme in {"http", "https"}
            if not is_remote or reference.kind is not Kind.IMAGE:
                continue
            if place := source.change(reference.place, reference.address, ""):
                yield RemotePicture(path, reference.address, place)


def only_in_drafts(
    texts: Mapping[str, bytes], library: Library, pages: Iterable[str | bytes], settings: Settings
) -> set[str]:
    """Give the pictures that nothing but drafts show.

    A picture stays whose name occurs in any text that is published, in whatever way.

    Arguments:
        texts: What each file of an entry holds, drafts too, by its path below the docs folder.
        library: What is published.
        pages: What the site's other pages hold.
        settings: The options.
    """
    shown = library.entries
    sources = dict(_sources({p: t for p, t in texts.items() if p not in shown}, settings))
    found = {
        meant.path
        for source in sources.values()
        for reference in find_references(source.body)
        if (meant := resolve(reference.address, source.path)) and not meant.path.endswith(".md")
    }
    found |= {
        f"{settings.folders['members']}/{source.meta['photo']}"
        for path, source in sources.items()
        if kind_of(path, settings) == "members" and source.meta.get("photo")
    }
    if not found:
        return found
    public = [texts[path] for path in shown if path in texts]
    public += (page.encode() if isinstance(page, str) else page for page in pages)
    names = {path: posixpath.basename(path) for path in found}
    return {
        path
        for path, name in names.items()
        if not any(name.encode() in text or quote(name).encode() in text for text in public)
    }


def brought(texts: Mapping[str, bytes], found: Mapping[RemotePicture, str]) -> dict[str, bytes]:
    """Let texts show pictures that lie beside them now.

    Arguments:
        texts: What each file holds.
        found: The names of the pictures.

    Returns:
        The texts that change.
    """
    edits: dict[str, list[Edit]] = {}
    for picture, name in found.items():
        edits.setdefault(picture.path, []).append(replace(picture.place, text=name))
    return {path: amend(texts[path], changes) for path, changes in edits.items()}


def local_name(picture: RemotePicture, data: bytes, taken: Collection[str]) -> str | None:
    """Name a picture that was brought from another site.

    Arguments:
        picture: Where it was.
        data: What it holds.
        taken: Paths that are there.

    Returns:
        A name that no file beside the text has; nothing if it is no picture that may be shown.
    """
    ending = meant_ending(data[:HEAD])
    if ending is None:
        return None
    stem = slugify(PurePosixPath(unquote(urlsplit(picture.address).path)).stem) or "image"
    names = (f"{stem}{number}{ending}" for number in ("", *(f"-{n}" for n in range(2, 1000))))
    folder = posixpath.dirname(picture.path)
    return next(name for name in names if posixpath.join(folder, name) not in taken)


def renamed(
    texts: Mapping[str, bytes], names: Mapping[str, str], settings: Settings
) -> dict[str, bytes]:
    """Let texts, and members whose photo it is, lead to pictures by their new names.

    Arguments:
        texts: What each file holds.
        names: The new path of each picture by its old one.
        settings: The options.

    Returns:
        The texts that change.
    """
    changed: dict[str, bytes] = {}
    for path, source in _sources(texts, settings):
        edits = [*_links(source, names), *_photo(source, names, settings)]
        if edits:
            changed[path] = amend(texts[path], edits)
    return changed


def _sources(texts: Mapping[str, bytes], settings: Settings) -> Iterator[tuple[str, Source]]:
    for path, data in texts.items():
        source = read_source(path, data, needs_frontmatter=kind_of(path, settings) is not None)
        if isinstance(source, Source):
            yield path, source


def _links(source: Source, names: Mapping[str, str]) -> Iterator[Edit]:
    for reference in find_references(source.body):
        meant = resolve(reference.address, source.path)
        if meant and (new := names.get(meant.path)):
            written = posixpath.relpath(new, posixpath.dirname(source.path))
            if edit := source.change(reference.place, reference.address, written):
                yield edit


def _photo(source: Source, names: Mapping[str, str], settings: Settings) -> Iterator[Edit]:
    photo = source.meta.get("photo")
    folder = settings.folders["members"]
    new = names.get(f"{folder}/{photo}") if isinstance(photo, str) else None
    if isinstance(photo, str) and new:
        start = source.locate("photo")
        line = source.header.split("\n")[start.line - source.header_line]
        column = line.find(photo, start.column - 1) + 1
        start = replace(start, column=column)
        end = replace(start, column=column + len(photo))
        yield Edit(start, end, posixpath.relpath(new, folder))
