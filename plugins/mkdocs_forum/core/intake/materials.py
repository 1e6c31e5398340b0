"""What talks bring, as it comes with a contribution: judged, laid beside its talk, named there."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from io import BytesIO
from itertools import chain, count
from pathlib import PurePosixPath
from typing import Any

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Message, say
from mkdocs_forum.core.forms.change import with_items
from mkdocs_forum.core.intake.intake import Forum, Submission
from mkdocs_forum.core.model.materials import Material
from mkdocs_forum.core.reading.entry import Entry, kind_of, read_entry
from mkdocs_forum.core.reading.materials.check import ENDINGS, check_material
from mkdocs_forum.core.reading.source import Source, read_source
from mkdocs_forum.core.words.encodings import decode
from mkdocs_forum.core.words.slugs import slugify

_BETWEEN = re.compile(r"[\s_]+")
"""What stands for a space in the name of a file."""


@dataclass(frozen=True)
class NewMaterial:
    """A document or a transcript that came with a contribution."""

    name: str
    """Name that it came with, or its path in a package; nobody has judged it yet."""
    data: bytes
    words: str = ""
    """What its sender calls it."""

    @property
    def path(self) -> PurePosixPath:
        """Its name, whatever computer gave it."""
        return PurePosixPath(self.name.replace("\\", "/"))

    @property
    def file_name(self) -> str:
        """A name under which it can lie in a folder."""
        return f"{slugify(self.path.stem) or 'document'}{self.path.suffix.lower()}"

    @property
    def title(self) -> str:
        """What it is called where nobody said it: the words of its name."""
        return self.words or _BETWEEN.sub(" ", self.path.stem).strip() or self.file_name

    @cached_property
    def faults(self) -> Sequence[Diagnostic]:
        """Why it may not be published."""
        return list(check_material(self.file_name, len(self.data), BytesIO(self.data)))


def is_material_name(name: str) -> bool:
    """Whether a file is called as one that a talk may bring."""
    return name.lower().endswith(ENDINGS)


@dataclass(frozen=True)
class Laid:
    """Texts with what their talks bring beside them."""

    submissions: Sequence[Submission]
    files: Mapping[str, bytes] = field(default_factory=dict)
    """What the new files hold, by path below the docs folder."""
    left: Sequence[NewMaterial] = ()
    """What belongs to no talk, or may not be published."""
    faults: Sequence[Diagnostic] = ()
    """Why what a talk names may not be published."""
    remarks: Sequence[Message] = ()
    """Which titles nobody gave."""


def place_materials(
    submissions: Sequence[Submission], materials: Iterable[NewMaterial], forum: Forum
) -> Laid:
    """Lay what talks bring beside them: what a talk names, and for a single talk whatever came.

    Arguments:
        submissions: The texts, at their places.
        materials: What came with them.
        forum: The forum.
    """
    came = _different(materials)
    talks = [each for each in submissions if _is_new_talk(each, forum)]
    named = {path: each for talk in talks for path, each in _named(talk, came, forum).items()}
    if faults := [fault for each in named.values() for fault in each.faults]:
        return Laid(submissions, faults=faults)
    new = {path: each for path, each in named.items() if not forum.is_taken(path)}
    files = {path: each.data for path, each in new.items()}
    others = [each for each in came if each not in named.values()]
    left = [each for each in came if each in named.values() and each not in new.values()]
    fit = [each for each in others if not each.faults and len(talks) == 1]
    added = _free(talks[0], fit, files, forum) if fit else {}
    grown = _with(talks[0], added, forum) if added else None
    left += [each for each in others if grown is None or each not in fit]
    if grown is None:
        return Laid(submissions, files, left)
    files |= {path: each.data for path, each in added.items()}
    root = f"{forum.settings.docs_path}/"
    remarks = [_untitled(root + path, each) for path, each in added.items() if not each.words]
    texts = [grown if each is talks[0] else each for each in submissions]
    return Laid(texts, files, left, remarks=remarks)


def _is_new_talk(submission: Submission, forum: Forum) -> bool:
    return not submission.is_present and kind_of(submission.path, forum.settings) == "talks"


def _untitled(path: str, material: NewMaterial) -> Message:
    return say(
        "nobody gave '{path}' a title, so it is called '{title}': see whether it fits",
        path=path,
        title=material.title,
    )


def _different(materials: Iterable[NewMaterial]) -> list[NewMaterial]:
    """Give each once that came several times, as with a mail and in the one that it answers."""
    found: dict[bytes, NewMaterial] = {}
    for each in materials:
        found.setdefault(each.data, each)
    return list(found.values())


def _named(talk: Submission, came: Sequence[NewMaterial], forum: Forum) -> dict[str, NewMaterial]:
    """Find what a talk names, by the last parts of its paths."""
    entry = _read(talk, forum) if came else None
    found = {}
    for material in entry.meta.materials if entry else ():
        name = PurePosixPath(material.file or "").name
        meant = next((each for each in came if each.file_name == name), None)
        if meant:
            found[f"{forum.settings.folders['talks']}/{material.file}"] = meant
    return found


def _free(
    talk: Submission, materials: Iterable[NewMaterial], taken: Iterable[str], forum: Forum
) -> dict[str, NewMaterial]:
    """Give files free places in a folder that is called as their talk."""
    folder = talk.path.removesuffix(".md")
    used = set(taken)
    found = {}
    for each in materials:
        stem, _, ending = each.file_name.rpartition(".")
        names = chain([stem], (f"{stem}-{number}" for number in count(2)))
        paths = (f"{folder}/{name}.{ending}" for name in names)
        path = next(path for path in paths if path not in used and not forum.is_taken(path))
        used.add(path)
        found[path] = each
    return found


def _with(talk: Submission, added: Mapping[str, NewMaterial], forum: Forum) -> Submission | None:
    """Name files in a talk, whose other lines stay as they are; nothing if it can't be read."""
    entry = _read(talk, forum)
    root = f"{forum.settings.folders['talks']}/"
    new = [Material(title=each.title, file=path.removeprefix(root)) for path, each in added.items()]
    text = with_items(entry, talk.text, "materials", Material, new) if entry else None
    return None if text is None else replace(talk, text=text)


def _read(talk: Submission, forum: Forum) -> Entry[Any] | None:
    source = read_source(talk.path, talk.text)
    read = read_entry(source, "talks", forum.settings) if isinstance(source, Source) else None
    return read if isinstance(read, Entry) else None


def of_talk(slug: str, forum: Forum) -> Submission:
    """Give a talk of the forum, for what comes to it later."""
    path = forum.library.talks[slug].path
    return Submission(path, decode(forum.texts[path]), is_change=True)
