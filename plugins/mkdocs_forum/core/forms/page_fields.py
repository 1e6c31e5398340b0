"""The fields of forms as a page of the site has them: what each may hold.

What a field may hold is read off the model, in the few terms that a browser can apply too.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, get_args

from mkdocs_forum.core.forms.fields import CONSENT, FORMS, TOPICS, Field
from mkdocs_forum.core.reading.entry import MODELS
from mkdocs_forum.core.reading.keys import wanted
from mkdocs_forum.core.words.language import N_
from mkdocs_forum.core.words.patterns import portable

ASKED: Final = ("answers", "talks", "members")
"""Kinds of entry for which the site has a form."""


_LABELS: Final = {
    "account": N_("Account"),
    "answers_on": N_("Topics on which you are glad to be asked"),
    "date": N_("Date"),
    "email": N_("E-mail address"),
    "lang": N_("Language"),
    "materials": N_("Slides, recording"),
    "phone": N_("Telephone number"),
    "topics": N_("Topics"),
    "website": N_("Web site"),
}
"""What a form calls the fields whose values it may refuse: nobody there knows their keys."""


def fields(kind: str, tell: Callable[[str], str]) -> list[dict[str, Any]]:
    """Give the keys that a form writes, in the order in which a file holds them.

    Arguments:
        kind: One of `ASKED`.
        tell: Gives the wording of a sentence.
    """
    consent = CONSENT if kind == "members" else ()
    keys = [field for field in FORMS[kind] if field.name != "slug"]
    return [_field(kind, field, tell) for field in (*keys, *consent)]


def _field(kind: str, field: Field, tell: Callable[[str], str]) -> dict[str, Any]:
    """Say how a value may be written, and what to write in place of one that can't stand."""
    made: dict[str, Any] = {"name": field.name, "within": field.within, "many": field.many}
    if field.name in _LABELS:
        made["label"] = tell(_LABELS[field.name])
    pattern = _pattern(kind, field)
    if field.name in TOPICS:
        made |= {"isTopic": True, "hint": wanted("forum_topic", field.name, {}).tell(tell)}
    elif pattern:
        hint = wanted("string_pattern_mismatch", field.name, {})
        made |= {"pattern": portable(re.compile(pattern)), "hint": hint.tell(tell)}
    return made


def _pattern(kind: str, field: Field) -> str:
    """Give the model's pattern for a value, or nothing."""
    model: Any = MODELS[kind]
    for key in field.keys[:-1]:
        annotation = model.model_fields[key].annotation
        model = next(iter(get_args(annotation)), annotation)
    schema = _schemas(model)[field.name]
    schema = schema.get("anyOf", [schema])[0]
    return str(schema.get("items", schema).get("pattern", ""))


@cache
def _schemas(model: Any) -> Mapping[str, Any]:
    """Give the schema of each key of a model, which takes a while to make."""
    found: Mapping[str, Any] = model.model_json_schema()["properties"]
    return found
