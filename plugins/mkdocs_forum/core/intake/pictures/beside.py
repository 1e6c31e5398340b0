"""Pictures get their places beside the texts that show them, and members theirs on their pages."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mkdocs_forum.core.checks.pictures import renamed
from mkdocs_forum.core.intake.intake import Forum, Submission
from mkdocs_forum.core.intake.pictures.album import Album, free_name
from mkdocs_forum.core.library.targets import resolve
from mkdocs_forum.core.reading.entry import kind_of
from mkdocs_forum.core.reading.files import PICTURES
from mkdocs_forum.core.reading.markdown.links import Kind, find_references
from mkdocs_forum.core.reading.source import Source, read_source
from mkdocs_forum.core.words.encodings import encode
from mkdocs_forum.core.words.slugs import slugify


@dataclass(frozen=True)
class Placed:
    """Texts with the pictures beside them."""

    submissions: Sequence[Submission]
    pictures: Mapping[str, bytes]
    """What the new pictures hold, by path below the docs folder."""
    names: frozenset[str]
    """Names that they had in the album."""


def place_pictures(submissions: Sequence[Submission], album: Album, forum: Forum) -> Placed:
    """Place the pictures that texts show by name; who shows one gets it under a name that is free.

    Arguments:
        submissions: The texts, at their places.
        album: The pictures that came with them.
        forum: The forum.
    """
    pictures: dict[str, bytes] = {}
    used: set[str] = set()
    placed: list[Submission] = []
    for submission in submissions:
        moved: dict[str, str] = {}
        for path in () if submission.is_present else _shown(submission, forum):
            name = album.like(path)
            if name is None or path in moved:
                continue
            data = album.named[name].plain
            target = _target(path, name, submission, data, pictures, forum)
            pictures[target] = data
            moved[path] = target
            used.add(name)
        placed.append(_renamed(submission, moved, forum))
    return Placed(placed, pictures, frozenset(used))


def _shown(submission: Submission, forum: Forum) -> Iterator[str]:
    """Give the paths of the pictures that a text shows, and of its member's photo."""
    source = read_source(submission.path, submission.text)
    if not isinstance(source, Source):
        return
    photo = source.meta.get("photo")
    if isinstance(photo, str) and kind_of(submission.path, forum.settings) == "members":
        yield posixpath.normpath(posixpath.join(forum.settings.folders["members"], photo))
    for reference in find_references(source.body):
        meant = resolve(reference.address, submission.path)
        is_picture = meant and posixpath.splitext(meant.path)[1].lower() in PICTURES
        if meant and is_picture and reference.kind is not Kind.LINK:
            yield meant.path


def _target(
    path: str,
    name: str,
    submission: Submission,
    data: bytes,
    pictures: Mapping[str, bytes],
    forum: Forum,
) -> str:
    """Give the path of a picture: in the folder of its text, or in one below it that it names."""
    home, folder = posixpath.dirname(submission.path), posixpath.dirname(path)
    is_below = folder == home or folder.startswith(f"{home}/")
    is_plain = all(part == slugify(part) for part in folder.split("/"))
    folder = folder if is_below and is_plain else home
    free, tried = name, {name}
    while forum.is_taken(f"{folder}/{free}") or pictures.get(f"{folder}/{free}", data) != data:
        tried.add(free)
        free = free_name(name, tried)
    return f"{folder}/{free}"


def _renamed(submission: Submission, moved: Mapping[str, str], forum: Forum) -> Submission:
    names = {old: new for old, new in moved.items() if old != new}
    if not names:
        return submission
    texts = renamed({submission.path: encode(submission.text)}, names, forum.settings)
    text = texts.get(submission.path, encode(submission.text))
    return replace(submission, text=text.decode("utf-8", "surrogatepass"))
