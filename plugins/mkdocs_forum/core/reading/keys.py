"""What is wrong with the keys of an entry and their values, and what to write instead."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, Message, brief, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.model.synonyms import near_key, nested_key
from mkdocs_forum.core.reading.frontmatter.quoting import colon_fault
from mkdocs_forum.core.reading.frontmatter.values import Keys
from mkdocs_forum.core.reading.source import Source
from mkdocs_forum.core.reading.values import meant_day, meant_names, meant_site

_TEXTS: Final = frozenset({"sources", "topics"})
"""Keys below which texts are listed that may have a colon."""
_NAMES: Final = frozenset({"author", "by", "edition", "translation_of"})
"""Keys that name one entry alone."""
_EXAMPLES: Final = {"publish": "[email]", "date": "2026-11-20", "start": "12:30"}
"""Values of the keys that another one needs below it."""


def model_faults(
    source: Source, model: type[Meta], error: ValidationError, hidden: Collection[str]
) -> Iterator[Diagnostic]:
    """Report what the model says is wrong.

    Arguments:
        source: Where the keys and their values stand.
        model: The model of the entry.
        error: What it says.
        hidden: Keys of which nothing is told.
    """
    errors = error.errors(include_url=False)
    # A list whose items are wrong isn't too short as well, and no key is missing that is misnamed.
    holders = {fault["loc"][:-1] for fault in errors}
    unknown = [fault["loc"] for fault in errors if fault["type"] == "extra_forbidden"]
    misnamed = {(*keys[:-1], near_key(str(keys[-1]), _known(model, keys))) for keys in unknown}
    for fault in errors:
        # The model marks a fault in the name of a key, and not in its value, by a last step.
        keys = _as_written(source, tuple(step for step in fault["loc"] if step != "[key]"))
        named = keys[:-1] if fault["loc"][-1:] == ("[key]",) else keys
        key = next((str(step) for step in reversed(named) if isinstance(step, str)), "")
        if (fault["type"] == "too_short" and keys in holders) or (keys and keys[0] in hidden):
            continue
        if fault["type"] == "missing" and keys in misnamed:
            continue
        yield _model_fault(source, model, keys, key, fault)


def _as_written(source: Source, keys: Keys) -> Keys:
    """Give the way to a value: of what stands without a list, there is no first item."""
    is_alone = len(keys) > 1 and isinstance(source.meta.get(str(keys[0])), dict)
    return (keys[0], *keys[2:]) if is_alone and keys[1] == 0 else keys


def _model_fault(
    source: Source, model: type[Meta], keys: Keys, key: str, fault: ErrorDetails
) -> Diagnostic:
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown_key(source, model, keys)
    if kind == "missing":
        if keys in source.keys:
            message = say("the key '{key}' has no value", key=key)
            hint = say("write its value after the colon")
            return Diagnostic(source.locate_key(*keys), "F112", message, hint)
        message = say("the key '{key}' is missing", key=key)
        return Diagnostic(source.locate(*keys[:-1]), "F112", message, _to_add(keys))
    if kind == "forum_needs":
        message = say("'{key}' also needs '{other}'", **context)
        hint = say("add the key '{other}'", other=context["other"])
        return Diagnostic(source.locate(context["key"]), "F112", message, hint)
    if kind == "forum_duplicate":
        present = "status" if source.meta.get("status") else "duplicate_of"
        message = say("'duplicate' and 'duplicate_of' go together")
        hint = say("write both 'status: duplicate' and 'duplicate_of: talk/question'")
        return Diagnostic(source.locate(present), "F112", message, hint)
    if kind == "forum_material":
        message = say("this needs either 'file' or 'address'")
        hint = say("write where it is: a file beside the talks, or an address, not both")
        return Diagnostic(source.locate(*keys), "F112", message, hint)
    if kind == "too_long":
        message = say("more than {most} values for '{key}'", most=context["max_length"], key=key)
        return Diagnostic(source.locate_key(*keys), "F113", message, say(Sentence.KEEP_QUESTIONS))
    in_name = fault["loc"][-1:] == ("[key]",)
    where = source.locate_key(*keys) if in_name else source.locate(*keys)
    given = fault["input"]
    if key in _TEXTS and (unquoted := _unquoted(source, where, given)):
        return unquoted
    hint, edit = wanted(kind, key, context), None
    if isinstance(given, str) and kind == "forum_date":
        hint, edit = meant_day(source, where, given) or (hint, None)
    elif isinstance(given, str) and key == "website":
        hint = meant_site(given) or hint
    elif isinstance(given, str):
        hint = meant_names(source, keys, given) or hint
    elif isinstance(given, list) and key in _NAMES:
        hint = say("write only one, without brackets or dashes")
    elif kind in {"dict_type", "model_type"}:
        hint = _undashed(given) or hint
    return Diagnostic(where, "F113", _found(given, key), hint, edit)


def _to_add(keys: Keys) -> Message:
    """Tell what to write where a key is missing, and where it goes."""
    key, *holders = (step for step in reversed(keys) if isinstance(step, str))
    if not holders:
        return say("write '{key}:' and its value between the '---' lines", key=key)
    line = f"{key}: {_EXAMPLES.get(key, '…')}"
    return say(
        "write a line below '{holder}:', two spaces further in, such as '{line}'",
        holder=holders[0],
        line=line,
    )


def _unquoted(source: Source, where: Location, given: object) -> Diagnostic | None:
    """Tell that a text in a list has a colon, which makes a key of what stands before it."""
    line = source.header.split("\n")[where.line - source.header_line]
    before, text = line[: where.column - 1], line[where.column - 1 :].rstrip()
    match given:
        case {**keys} if len(keys) == 1 and before.strip() == "-":
            value = next(iter(keys.values()))
            # Only what stands on this line alone, as it is, takes quotes without judgement.
            is_whole = value is None or (isinstance(value, str) and text.endswith(f": {value}"))
            if is_whole and not text.startswith(" "):
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
        return say("'{key}' can't have keys below it", key=key)
    if isinstance(value, list):
        return say("'{key}' can't be a list", key=key)
    return say("an item below '{key}' is empty", key=key)


def _known(model: type[Meta], keys: Keys) -> list[str]:
    """Give the keys that may stand where one stands that is unknown."""
    owner: Any = model
    for key in keys[:-1]:
        owner = owner.model_fields[key].annotation if isinstance(key, str) else owner
        owner = next((kind for kind in getattr(owner, "__args__", ()) if kind is not None), owner)
    return list(getattr(owner, "model_fields", {}))


def _unknown_key(source: Source, model: type[Meta], keys: Keys) -> Diagnostic:
    known, name = _known(model, keys), str(keys[-1])
    hint = say("the keys are: {keys}", keys=", ".join(known))
    if nested := nested_key(name, known):
        hint = say(
            "write '{key}:' below a line '{holder}:', two spaces further in",
            holder=nested[0],
            key=nested[1],
        )
    elif near := near_key(name, known):
        hint = say(Sentence.NEAR, near=near)
    message = say("no key is called '{key}'", key=brief(name))
    return Diagnostic(source.locate_key(*keys), "F111", message, hint)


def wanted(kind: str, key: str, context: Mapping[str, Any]) -> Message:
    """Tell what to write, by the kind of the model's fault and the key it stands at."""
    by_key = {
        "website": say("write the whole address, such as 'https://example.org/'"),
        "email": say("write one address, such as 'name@example.org'"),
        "phone": say("write one number in digits, such as '01 99 00 12 34'"),
        "fax": say("write one number in digits, such as '01 99 00 12 34'"),
        "photo": say("write the path of a picture, such as 'photos/ana.jpg'"),
        "isbn": say("write the number as it was given to you, such as '978-2-1234-5680-3'"),
        "issn": say("write the number as it was given to you, such as '2049-3630'"),
        "doi": say("write the DOI alone, such as '10.1234/forum.2026'"),
        "lang": say("write a language code, such as 'fr' or 'en-GB'"),
        "aliases": say("write an address from the root of the site, such as 'talks/old-name/'"),
        "question": say("write 'talk/question', the two names as in the address"),
        "duplicate_of": say("write 'talk/question', the two names as in the address"),
        "speakers": say("write the names of the members' files, such as 'ana' or '[ana, bob]'"),
        "replies_to": say("write the names of the answers' files, such as 'ana' or '[ana, bob]'"),
        "differs_from": say("write the names of the answers' files, such as 'ana' or '[ana, bob]'"),
        "edition": say("write the name of the edition's file, such as '2026'"),
        "translation_of": say("write the name of the talk's file, without '.md'"),
        "author": say("write the name of the member's file, such as 'claire-martin'"),
        "by": say("write the name of the member's file, such as 'claire-martin'"),
        "start": say("write a time of day, as '14:30'"),
        "notice": say("write below it, two spaces further in, 'date: 2026-11-20' and 'text: …'"),
        "file": say("write the path below the talks' folder, such as 'trust/slides.pdf'"),
        "address": say("write the whole address, such as 'https://example.org/'"),
        "materials": say("write '- title: Slides', and below it, two spaces further in, 'file: …'"),
        "schedule": say(
            "write '- 12:30-14:00 Lunch', or '- start: 12:30', and below it, two spaces further "
            "in, 'title: Lunch'"
        ),
    }
    # The model joins them by an English word.
    words = re.findall("'([^']+)'", str(context.get("expected", "")))
    truth, number = say("write 'true' or 'false'"), say("write a whole number")
    below = say("write its keys below it, one per line, each two spaces further in")
    by_kind = {
        "forum_date": say("write an existing day as year-month-day, such as '2026-11-20'"),
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
        "string_too_short": say("write a text, or remove the line"),
        "literal_error": say("write one of: {expected}", expected=", ".join(words)),
    }
    if key == "consent" and kind in {"dict_type", "model_type"}:
        return say(
            "write below it, two spaces further in, 'publish: [email]' and 'date: 2026-11-20'"
        )
    if key in {"promised_by", "asked_of"}:
        return say("write below it, two spaces further in, 'claire-martin: 2026-11-20'")
    if key == "duration":
        return say("write how many minutes it takes, as '20'")
    if kind == "string_pattern_mismatch" or key in {"schedule", "notice", "materials"}:
        return by_key.get(key, say(Sentence.PLAIN_LETTERS))
    # Most often a colon in a text made a key of what stands before it.
    text = say("write a text, between quotes if it has a colon")
    return by_kind.get(kind, text)
