"""From a source to an entry: its kind and identity by its path, its keys by the model."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from posixpath import basename
from typing import Any, Final, Generic, TypeVar

import yaml
from pydantic import ValidationError

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.model.introductions import Introduction, TopicPage
from mkdocs_forum.core.model.kinds import ANONYMOUS, Answer, Edition, Member, Talk
from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.model.outcomes import Outcome
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.keys import model_faults
from mkdocs_forum.core.reading.source import Source
from mkdocs_forum.core.words.slugs import is_slug, latin, slugify

START_PAGES: Final = frozenset({"index", "README"})
"""Names of the files that present their folder, and are no entries."""

CONTRIBUTED: Final = ("editions", "talks", "questions", "answers", "members", "topics")
"""Kinds of folder whose files anyone may send; all else in the docs folder is the organisers'."""

_DROPPED: Final = frozenset({"F110", "F111", "F113"})
"""Faults of a key alone."""
_RELIED_ON: Final = frozenset({"aliases", "question_aliases", "consent"})
"""Keys without which more would seem wrong than is."""

M = TypeVar("M", bound=Meta, covariant=True)

MODELS: Mapping[str, type[Meta]] = {
    "editions": Edition,
    "talks": Talk,
    "answers": Answer,
    "questions": Outcome,
    "members": Member,
}
"""Model of the entries in each kind of folder; a file among the questions is an outcome."""


@dataclass(frozen=True)
class Entry(Generic[M]):
    """One entry: where it was read, what it is called, what its keys say."""

    source: Source
    slug: str
    """Name within its kind; of an answer, within its question."""
    meta: M
    extra: Mapping[str, Any]
    """Keys that other plugins read."""

    @property
    def body(self) -> str:
        """Its text, in Markdown."""
        return self.source.body

    @property
    def path(self) -> str:
        """Path of its file below the docs folder."""
        return self.source.path


def is_contribution(path: str, settings: Settings) -> bool:
    """Whether a file stands in a folder to which anyone may contribute."""
    return path.startswith(tuple(f"{settings.folders[kind]}/" for kind in CONTRIBUTED))


def is_introduction(path: str, settings: Settings) -> bool:
    """Whether a file among the contributions is no entry, but a text above a page of the forum."""
    named = path.endswith(".md") and is_contribution(path, settings)
    return named and kind_of(path, settings) is None


def kind_of(path: str, settings: Settings) -> str | None:
    """Tell what kind of entry a path holds.

    Returns:
        A key of `MODELS`, or nothing for a page that is no entry: the start page of a folder, or
        a text that introduces a page made by the forum, such as a board of questions.
    """
    if not path.endswith(".md") or basename(path).removesuffix(".md") in START_PAGES:
        return None
    for kind in MODELS:
        folder = settings.folders[kind] + "/"
        if path.startswith(folder):
            name = path.removeprefix(folder).removesuffix(".md")
            is_board = kind == "questions" and name in settings.words.values()
            return None if is_board else kind
    return None


def read_entry(source: Source, kind: str, settings: Settings) -> Entry[Meta] | list[Diagnostic]:
    """Make an entry of a source.

    Returns:
        The entry, or every fault that keeps it from being understood.
    """
    parts = parts_of(source, kind, settings)
    extra = {key: value for key, value in source.meta.items() if key in settings.extra_keys}
    meta = {key: value for key, value in source.meta.items() if key not in extra}
    if misplaced := _misplaced(source, kind, parts, settings):
        return [misplaced]
    told = keys_in_path(kind, parts)
    faults = _name_faults(source, kind, parts, settings)
    misnamed = bool(faults)
    for key, value in told.items():
        # What can be no name is told as such.
        if contradicts(key, meta.get(key), told) and _can_name(meta[key]):
            faults.append(_contradiction(source, key, str(meta[key]), value))
    try:
        model = MODELS[kind].model_validate({**told, **meta})
    except ValidationError as error:
        if other := _kind_by_keys(meta, kind):
            hint = say("put it into the folder '{folder}'", folder=settings.folders[other])
            message = say(Sentence.MISPLACED, path=source.path)
            return [*faults, Diagnostic(Location(source.path), "F121", message, hint)]
        # What a wrong file name says wrongly was told already.
        hidden = set(told) - set(meta) if misnamed else set()
        return faults + list(model_faults(source, MODELS[kind], error, hidden))
    if faults:
        return faults
    slug = "/".join(parts) if kind == "questions" else parts[-1]
    return Entry(source, slug, model, _typed(source.header, extra) if extra else {})


def read_partially(
    source: Source, kind: str, settings: Settings, faults: Collection[Diagnostic]
) -> Entry[Meta] | None:
    """Make an entry without the keys that are at fault, so that its other faults are told, too.

    Arguments:
        source: What was read.
        kind: What kind of entry it holds.
        settings: The forum's options.
        faults: What keeps it from being understood.

    Returns:
        The entry, or nothing if it can't do without one of them, or others rely on it.
    """
    if any(fault.code not in _DROPPED for fault in faults):
        return None
    places = sorted((source.keys[key,], key) for key in source.meta)
    wrong = {
        key
        for fault in faults
        for _, key in [place for place in places if place[0] <= fault.location][-1:]
    }
    if not wrong.isdisjoint(_RELIED_ON):
        return None
    meta = {key: value for key, value in source.meta.items() if key not in wrong}
    entry = read_entry(replace(source, meta=meta), kind, settings)
    return replace(entry, source=source) if isinstance(entry, Entry) else None


def read_introduction(source: Source, settings: Settings) -> Entry[Meta] | list[Diagnostic]:
    """Make an introduction of a source: of its keys none reaches the theme but those it knows."""
    path = PurePosixPath(source.path)
    faults = [
        _no_slug(source.path, name)
        for name in (*path.parent.parts, path.stem)
        if not is_slug(name) and name != "README"
    ]
    is_topics = path.parent.as_posix() == settings.folders["topics"]
    model = TopicPage if is_topics and path.stem not in START_PAGES else Introduction
    try:
        meta = model.model_validate(source.meta)
    except ValidationError as error:
        return faults + list(model_faults(source, model, error, ()))
    return faults or Entry(source, path.stem, meta, {})


def parts_of(source: Source, kind: str, settings: Settings) -> list[str]:
    """Give the parts of an entry's path below the folder of its kind."""
    below = source.path.removeprefix(f"{settings.folders[kind]}/")
    return below.removesuffix(".md").split("/")


def keys_in_path(kind: str, parts: list[str]) -> dict[str, str]:
    """Give what the path of an answer says of it."""
    if kind == "answers" and len(parts) == 3:
        return {"question": "/".join(parts[:2]), "author": parts[2]}
    return {}


def _misplaced(
    source: Source, kind: str, parts: list[str], settings: Settings
) -> Diagnostic | None:
    """Tell that a file stands deeper or higher in its folder than its kind does."""
    depths = {"answers": {1, 3}, "questions": {2}}.get(kind, {1})
    if len(parts) in depths:
        return None
    hints = {
        "answers": say("put it at talk/question/author.md in that folder"),
        "questions": say("put it at talk/question.md in that folder"),
    }
    message = say(Sentence.MISPLACED, path=source.path)
    hint = hints.get(kind, say("put it directly in its folder"))
    if kind != "answers" and len(parts) == 3:
        path = f"{settings.folders['answers']}/{'/'.join(parts)}.md"
        hint = say("put it at '{path}' if it is an answer", path=path)
    return Diagnostic(Location(source.path), "F121", message, hint)


def _kind_by_keys(keys: Collection[str], kind: str) -> str | None:
    """Give another kind whose keys a text has: all that are needed, and no more."""
    if set(keys) <= MODELS[kind].model_fields.keys():
        return None
    for other in ("talks", "members", "editions"):
        fields = MODELS[other].model_fields
        needed = {name for name, field in fields.items() if field.is_required()}
        if needed <= set(keys) <= fields.keys():
            return other
    return None


def contradicts(key: str, written: object, told: Mapping[str, str]) -> bool:
    """Whether a line says something else than the path; `ana-2.md` is a further answer of ana's."""
    if not written or written == told.get(key, written):
        return False
    head, _, number = told[key].rpartition("-")
    return not (key == "author" and head == written and number.isdigit())


def _can_name(written: object) -> bool:
    return all(is_slug(part) for part in str(written).split("/"))


def _contradiction(source: Source, key: str, written: str, told: str) -> Diagnostic:
    return Diagnostic(
        source.locate(key),
        "F114",
        say("the path says '{told}' and this line '{written}'", told=told, written=written),
        say("remove the line, or move the file"),
    )


def _name_faults(
    source: Source, kind: str, parts: list[str], settings: Settings
) -> list[Diagnostic]:
    faults = [_no_slug(source.path, name) for name in parts if not is_slug(name)]
    if kind in {"talks", "editions", "members"} and parts[-1] in settings.words.values():
        message = say("the name '{name}' is taken by a page of the forum", name=parts[-1])
        hint = say("give the file another name")
        faults.append(Diagnostic(Location(source.path), "F123", message, hint))
    if kind == "members" and parts[-1] in ANONYMOUS:
        message = say("'{name}' stands for authors who aren't named", name=parts[-1])
        faults.append(
            Diagnostic(Location(source.path), "F123", message, say("give the file another name"))
        )
    return faults


def _no_slug(path: str, name: str) -> Diagnostic:
    """Tell that a name can't be an address; with letters of other alphabets it may look fine."""
    message = say(Sentence.NO_ADDRESS, name=name)
    meant = latin(name)
    if meant != name:
        pairs = zip(name, meant, strict=True)
        twin = next(twin for letter, twin in pairs if letter != twin)
        message = say(
            "'{name}' contains a letter of another alphabet that only looks like '{twin}'",
            name=name,
            twin=twin,
        )
    hint = say(Sentence.PLAIN_LETTERS)
    if proposed := slugify(meant):
        hint = say(Sentence.CALL_IT, name=proposed)
    return Diagnostic(Location(path), "F122", message, hint)


def _typed(header: str, extra: Mapping[str, Any]) -> dict[str, Any]:
    """Read the keys of other plugins as these would: with numbers, truth values and dates."""
    try:
        values = yaml.safe_load(header)
    except (yaml.YAMLError, ValueError):
        values = {}
    # A key such as `on` isn't text to them.
    return {key: values.get(key, value) for key, value in extra.items()}
