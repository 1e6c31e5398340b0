"""The pictures of a contribution, and the texts that show them: each gets a name and its place."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Message, say
from mkdocs_forum.core.intake.pictures.picture import TOKEN, Picture, reference
from mkdocs_forum.core.intake.pictures.scaling import LONGEST
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.files import INSTEAD, PICTURES
from mkdocs_forum.core.reading.markdown.outline import headings
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.slugs import slugify

_WORDLESS = re.compile(r"!\[\s*\]\((?!cid:)([^()\s]+)\)")
"""A picture of which nobody said what it shows."""
_PATH = re.compile(
    rf"[\w./%-]{{1,300}}(?:{'|'.join(map(re.escape, PICTURES))})(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True)
class Album:
    """The pictures that came with a contribution, and what may be done with each."""

    named: Mapping[str, Picture] = field(default_factory=dict)
    """Those that a site may show, by names that differ."""
    faults: Sequence[Diagnostic] = ()
    """Why others may not be shown, by their names."""
    unknown: Sequence[str] = ()
    """Names of what is no picture that a browser shows."""
    scaled: Sequence[str] = ()
    """Names that those came with that were too large, and were made smaller."""
    came: Collection[str] = frozenset()
    """By what texts may name all that came, those that a site may not show, too."""

    def name(self, wanted: str) -> str | None:
        """Give the name of the picture that a token names: by its reference, or as it came."""
        found = (
            name
            for name, each in self.named.items()
            if wanted in {each.reference, reference(each.name)}
        )
        return next(found, None)

    def mentioned(self, text: str) -> set[str]:
        """Give the names of the pictures of which a text tells the path."""
        return {name for path in _PATH.findall(text) if (name := self.like(path))}

    def refused(self, text: str) -> list[Diagnostic]:
        """Tell what is wrong with pictures of which a text tells the path."""
        stems = {slugify(PurePosixPath(path).stem) for path in _PATH.findall(text)}
        return [fault for fault in self.faults if PurePosixPath(fault.location.path).stem in stems]

    def left(self, names: Collection[str]) -> list[str]:
        """Give the names that those came with that a site may show and that aren't among some."""
        return [picture.name for name, picture in self.named.items() if name not in names]

    def changes(self) -> Iterator[Message]:
        """Tell which pictures were made smaller."""
        for name in self.scaled:
            yield say(
                "'{name}' was too large, and was made smaller: {pixels} pixels on its longer side",
                name=name,
                pixels=LONGEST,
            )

    def like(self, path: str) -> str | None:
        """Give the name of the picture that a text means by a path, whatever its ending."""
        stem = slugify(PurePosixPath(path).stem)
        return next((name for name in self.named if PurePosixPath(name).stem == stem), None)


def album(pictures: Iterable[Picture]) -> Album:
    """Judge pictures, and name them; of two that hold the same, one is kept.

    What is too large is made smaller.
    """
    named: dict[str, Picture] = {}
    faults: list[Diagnostic] = []
    unknown: list[str] = []
    seen: dict[bytes, str] = {}
    scaled: list[str] = []
    pictures = list(pictures)
    references = {name for each in pictures for name in (each.reference, reference(each.name))}
    for came in pictures:
        picture = came.fitted() if came.ending else came
        if picture.data is not came.data:
            scaled.append(came.name)
        if picture.ending is None:
            unknown.append(picture.name)
        elif found := list(picture.faults()):
            faults.append(found[0])
        elif (same := seen.get(picture.data)) is not None:
            known = named[same]
            named[same] = replace(
                known,
                reference=known.reference or picture.reference,
                is_shown=known.is_shown or picture.is_shown,
            )
        else:
            name = free_name(picture.file_name, named)
            named[name], seen[picture.data] = picture, name
    return Album(named, faults, unknown, scaled, references)


def free_name(name: str, taken: Collection[str]) -> str:
    """Give a name that isn't taken: this one, or this one with a number."""
    stem, _, ending = name.rpartition(".")
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{stem}-{number}.{ending}"
    return free


class Illustrator:
    """Writes where pictures stand in texts, and words for those of which nobody said any."""

    def __init__(self, pictures: Album, settings: Settings) -> None:
        """Take the pictures of one contribution."""
        self._album = pictures
        self._settings = settings
        self._worded: list[str] = []
        self.remarks: list[Message] = []
        """For which pictures somebody still has to say what they show."""

    def illustrate(self, text: str, others: Iterable[str] = ()) -> str:
        """Write the pictures of a text where they stand, and others at its end.

        The end of a talk is above the section with its questions.

        Arguments:
            text: The text, in which `TOKEN` tells where a picture stands.
            others: Names of the pictures that belong to it, though nothing tells where.
        """
        if "](cid:" in text:
            text = "\n".join(self._linked(text.split("\n")))
        if self._album.named and "![" in text:
            text = _WORDLESS.sub(self._like, text)
        added = [self._image(name, "") for name in others]
        return _with_lines(text, added, self._settings) if added else text

    def _linked(self, lines: Iterable[str]) -> Iterator[str]:
        """Give the lines of a text; one that held nothing but what isn't taken goes, too."""
        is_gone = False
        for line in lines:
            linked = TOKEN.sub(self._link, line)
            if line.strip() and not linked.strip():
                is_gone = True
            elif linked.strip() or not is_gone:
                yield linked
                is_gone = False
            else:
                is_gone = False

    def _link(self, found: re.Match[str]) -> str:
        name = self._album.name(found[2])
        if name is None and found[2] not in self._album.came:
            lost, _, _ = found[2].partition("@")
            message = say("the text shows a picture that didn't come: '{name}'", name=lost)
            self.remarks.append(message)
        return self._image(name, found[1]) if name else ""

    def _like(self, found: re.Match[str]) -> str:
        name = self._album.like(found[1])
        return self._image(name, "", found[1]) if name else found[0]

    def _image(self, name: str, words: str, path: str = "") -> str:
        if not words:
            self._worded += [name] * (name not in self._worded)
            number = self._worded.index(name) + 1
            tell = Language(self._settings.language).tell
            words = say("Picture {number}", number=number).tell(tell)
            message = say(
                "nobody said what '{name}' shows, so its description is '{words}': write "
                "what it shows",
                name=name,
                words=words,
            )
            self.remarks.append(message)
        return f"![{words}]({path or name})"


def _with_lines(text: str, added: Sequence[str], settings: Settings) -> str:
    """Add paragraphs to a text, above the section with its questions if it has one."""
    lines = text.rstrip("\n").split("\n")
    found = [each for each in headings(lines) if settings.question_heading.match(each.text)]
    end = found[-1].first if found else len(lines)
    above = "\n".join(lines[:end]).rstrip("\n")
    parts = [above, *added, "\n".join(lines[end:])]
    return "\n\n".join(part for part in parts if part) + "\n" * text.endswith("\n")


def reasons(faults: Iterable[Diagnostic], names: Iterable[str]) -> Iterator[Message]:
    """Tell why pictures, and files that are none, aren't taken over, and what to ask for.

    Arguments:
        faults: What is wrong with pictures.
        names: Names of files; of those that are told nothing, the kind is of no help.
    """
    for fault in faults:
        yield say("'{name}' was left out: {reason}", name=fault.location.path, reason=fault.message)
    for name in names:
        ending = PurePosixPath(name).suffix.lower()
        hint = next((hint for endings, hint in INSTEAD if ending in endings), None)
        if hint:
            yield say("'{name}' was left out: {reason}", name=name, reason=hint)
