"""From a source to an entry: its kind and identity by its path, its keys by the model."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Any, Final, Generic, TypeVar

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mkdocs_forum.core.content import (
    Answer,
    Edition,
    Introduction,
    Member,
    Meta,
    Outcome,
    Talk,
)
from mkdocs_forum.core.diagnostics import Diagnostic, Location, Message, brief, say
from mkdocs_forum.core.frontmatter import Keys, colon_fault
from mkdocs_forum.core.sentences import Sentence
from mkdocs_forum.core.settings import Settings
from mkdocs_forum.core.slugs import is_slug, latin, slugify
from mkdocs_forum.core.source import Source

START_PAGES: Final = frozenset({"index", "README"})
"""Names of the files that present their folder, and are no entries."""

CONTRIBUTED: Final = ("editions", "talks", "questions", "answers", "members", "topics")
"""Kinds of folder whose files anyone may send; all else in the docs folder is the organisers'."""

_TEXTS: Final = frozenset({"sources", "topics"})
"""Keys below which texts are listed that may have a colon."""

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
    if not path.endswith(".md") or PurePosixPath(path).stem in START_PAGES:
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
    folder = settings.folders[kind]
    parts = source.path.removeprefix(f"{folder}/").removesuffix(".md").split("/")
    extra = {key: value for key, value in source.meta.items() if key in settings.extra_keys}
    meta = {key: value for key, value in source.meta.items() if key not in extra}
    if misplaced := _misplaced(source, kind, parts):
        return [misplaced]
    told = {}
    if kind == "answers" and len(parts) == 3:
        told = {"question": "/".join(parts[:2]), "author": parts[2]}
    faults = _name_faults(source, kind, parts, settings)
    misnamed = bool(faults)
    for key, value in told.items():
        if (meta.get(key) or value) != value and not _numbered(key, meta[key], value):
            faults.append(_contradiction(source, key, str(meta[key]), value))
    try:
        model = MODELS[kind].model_validate({**told, **meta})
    except ValidationError as error:
        # What a wrong file name says wrongly was told already.
        hidden = set(told) - set(meta) if misnamed else set()
        return faults + list(_model_faults(source, MODELS[kind], error, hidden))
    if faults:
        return faults
    slug = "/".join(parts) if kind == "questions" else parts[-1]
    return Entry(source, slug, model, _typed(source.header, extra) if extra else {})


def read_introduction(source: Source) -> Entry[Meta] | list[Diagnostic]:
    """Make an introduction of a source: of its keys none reaches the theme but those it knows."""
    path = PurePosixPath(source.path)
    faults = [
        _no_slug(source.path, name)
        for name in (*path.parent.parts, path.stem)
        if not is_slug(name) and name != "README"
    ]
    try:
        model = Introduction.model_validate(source.meta)
    except ValidationError as error:
        return faults + list(_model_faults(source, Introduction, error, ()))
    return faults or Entry(source, path.stem, model, {})


def _misplaced(source: Source, kind: str, parts: list[str]) -> Diagnostic | None:
    """Tell that a file stands deeper or higher in its folder than its kind does."""
    depths = {"answers": {1, 3}, "questions": {2}}.get(kind, {1})
    if len(parts) in depths:
        return None
    hints = {
        "answers": say(Sentence.PUT_ANSWER),
        "questions": say("put it at talk/question.md in that folder"),
    }
    message = say(Sentence.MISPLACED, path=source.path)
    hint = hints.get(kind, say(Sentence.PUT_DIRECTLY))
    return Diagnostic(Location(source.path), "F121", message, hint)


def _numbered(key: str, written: object, told: str) -> bool:
    """Whether a file holds a further answer of its author, as `ana-2.md` does."""
    head, _, number = told.rpartition("-")
    return key == "author" and head == written and number.isdigit()


def _contradiction(source: Source, key: str, written: str, told: str) -> Diagnostic:
    return Diagnostic(
        source.locate(key),
        "F114",
        say(Sentence.CONTRADICTION, told=told, written=written),
        say(Sentence.OFF_OR_MOVE),
    )


def _name_faults(
    source: Source, kind: str, parts: list[str], settings: Settings
) -> list[Diagnostic]:
    faults = [_no_slug(source.path, name) for name in parts if not is_slug(name)]
    if kind in {"talks", "editions", "members"} and parts[-1] in settings.words.values():
        message = say(Sentence.NAME_OF_PAGE, name=parts[-1])
        hint = say(Sentence.OTHER_NAME)
        faults.append(Diagnostic(Location(source.path), "F123", message, hint))
    return faults


def _no_slug(path: str, name: str) -> Diagnostic:
    """Tell that a name can't be an address; with letters of other alphabets it may look fine."""
    message = say(Sentence.NO_ADDRESS, name=name)
    meant = latin(name)
    if meant != name:
        pairs = zip(name, meant, strict=True)
        twin = next(twin for letter, twin in pairs if letter != twin)
        message = say(Sentence.OTHER_ALPHABET, name=name, twin=twin)
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


def _model_faults(
    source: Source, model: type[Meta], error: ValidationError, hidden: Collection[str]
) -> Iterator[Diagnostic]:
    errors = error.errors(include_url=False)
    # A list whose items are wrong isn't too short as well.
    holders = {fault["loc"][:-1] for fault in errors}
    for fault in errors:
        # The model marks a fault in the name of a key, and not in its value, by a last step.
        keys = tuple(step for step in fault["loc"] if step != "[key]")
        named = keys if keys == fault["loc"] else keys[:-1]
        key = next((str(step) for step in reversed(named) if isinstance(step, str)), "")
        if (fault["type"] == "too_short" and keys in holders) or (keys and keys[0] in hidden):
            continue
        yield _model_fault(source, model, keys, key, fault)


def _model_fault(
    source: Source, model: type[Meta], keys: Keys, key: str, fault: ErrorDetails
) -> Diagnostic:
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown_key(source, model, keys)
    if kind == "missing":
        message = say(Sentence.MISSING, key=key)
        hint = say(Sentence.WRITE_KEY, key=key)
        return Diagnostic(source.locate(*keys[:-1]), "F112", message, hint)
    if kind == "forum_needs":
        message = say("'{key}' needs '{other}' beside it", **context)
        hint = say("add the key '{other}'", other=context["other"])
        return Diagnostic(source.locate(context["key"]), "F112", message, hint)
    if kind == "forum_duplicate":
        present = "status" if source.meta.get("status") else "duplicate_of"
        message = say("'duplicate' and 'duplicate_of' belong together")
        hint = say("write both 'status: duplicate' and 'duplicate_of: talk/question'")
        return Diagnostic(source.locate(present), "F112", message, hint)
    where = source.locate(*keys) if keys == fault["loc"] else source.locate_key(*keys)
    given = fault["input"]
    if key in _TEXTS and (unquoted := _unquoted(source, where, given)):
        return unquoted
    undashed = _undashed(given) if kind in {"dict_type", "model_type"} else None
    return Diagnostic(where, "F113", _found(given, key), undashed or wanted(kind, key, context))


def _unquoted(source: Source, where: Location, given: object) -> Diagnostic | None:
    """Tell that a text in a list has a colon, which makes a key of what stands before it."""
    line = source.header.split("\n")[where.line - source.header_line]
    before, text = line[: where.column - 1], line[where.column - 1 :].rstrip()
    match given:
        case {**keys} if len(keys) == 1 and before.strip() == "-":
            value = next(iter(keys.values()))
            # Only what stands on this line alone can be put between quotes without judgement.
            if value is None or (isinstance(value, str) and text.endswith(f": {value}")):
                end = replace(where, column=where.column + len(text))
                return colon_fault("-", text, where, end)
    return None


def _undashed(given: object) -> Message | None:
    """Tell how keys are written that stand in a list: the dash is too much."""
    match given:
        case [{**keys}, *_] if keys:
            name, value = next(iter(keys.items()))
            # A list or a mapping has no short form that could be shown.
            if isinstance(name, str) and isinstance(value, str):
                line = {"name": brief(name), "value": brief(value)}
                return say("write '  {name}: {value}', without the dash", **line)
    return None


def _found(value: object, key: str) -> Message:
    if isinstance(value, str):
        return say(Sentence.UNFIT, value=brief(value), key=key)
    if isinstance(value, dict):
        return say("keys can't stand below '{key}'", key=key)
    if isinstance(value, list):
        return say("a list can't stand for '{key}'", key=key)
    return say("an empty item can't stand below '{key}'", key=key)


def _unknown_key(source: Source, model: type[Meta], keys: Keys) -> Diagnostic:
    owner: Any = model
    for key in keys[:-1]:
        owner = owner.model_fields[key].annotation if isinstance(key, str) else owner
        owner = next((kind for kind in getattr(owner, "__args__", ()) if kind is not None), owner)
    known = list(getattr(owner, "model_fields", {}))
    near = get_close_matches(str(keys[-1]), known, n=1)
    hint = say("the keys are: {keys}", keys=", ".join(known))
    if near:
        hint = say(Sentence.NEAR, near=near[0])
    message = say("no key is called '{key}'", key=brief(str(keys[-1])))
    return Diagnostic(source.locate_key(*keys), "F111", message, hint)


def wanted(kind: str, key: str, context: Mapping[str, Any]) -> Message:
    """Tell what to write, by the kind of the model's fault and the key it stands at."""
    by_key = {
        "website": say("write the whole address, as 'https://example.org/'"),
        "email": say("write one address, as 'name@example.org'"),
        "phone": say("write one number in digits, as '01 99 00 12 34'"),
        "photo": say("write the path of a picture, as 'photos/ana.jpg'"),
        "lang": say("write a language code, as 'fr' or 'en-GB'"),
        "aliases": say("write an address below the site's root, as 'talks/old-name/'"),
        "question": say("write 'talk/question', the two names as in the address"),
        "duplicate_of": say("write 'talk/question', the two names as in the address"),
        "speakers": say("write the names of the members' files, as 'ana' or '[ana, bob]'"),
        "author": say("write the name of the member's file, as 'claire-martin'"),
        "by": say("write the name of the member's file, as 'claire-martin'"),
    }
    truth, number = say("write 'true' or 'false'"), say("write a whole number")
    below = say("write its keys below it, one a line, each two spaces further in")
    by_kind = {
        "forum_date": say("write a day that exists as year-month-day, as '2026-11-20'"),
        "forum_alias": by_key["aliases"],
        "forum_topic": say("write a word with letters or digits"),
        "bool_parsing": truth,
        "bool_type": truth,
        "int_parsing": number,
        "int_parsing_size": number,
        "int_type": number,
        "greater_than_equal": say("write a whole number from 1"),
        "dict_type": below,
        "model_type": below,
        "too_short": say("name at least one"),
        "string_too_short": say("write a text, or take the line off"),
        "literal_error": say("write one of: {expected}", expected=context.get("expected", "")),
    }
    if kind == "string_pattern_mismatch":
        return by_key.get(key, say(Sentence.PLAIN_LETTERS))
    # Most often a colon in a text made a key of what stands before it.
    text = say("write a text, between quotes if it has a colon")
    return by_kind.get(kind, text)
