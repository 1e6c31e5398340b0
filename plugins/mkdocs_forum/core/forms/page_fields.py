"""The fields of forms as a page of the site has them: what each may hold.

What a field may hold is read off the model, in the few terms that a browser can apply too.
"""

import re
from typing import Any, Final, get_args

from mkdocs_forum.core.faults.diagnostic import Message
from mkdocs_forum.core.forms.fields import CONSENT, FORMS, Field
from mkdocs_forum.core.reading.entry import MODELS
from mkdocs_forum.core.reading.keys import wanted
from mkdocs_forum.core.words.patterns import portable

ASKED: Final = ("answers", "talks", "members")
"""Kinds of entry for which the site has a form."""


def fields(kind: str) -> list[dict[str, Any]]:
    """Give the fields of a form, in the order in which a file holds them."""
    return [_field(kind, asked) for asked in FORMS[kind]]


def consent_fields() -> list[dict[str, Any]]:
    """Give what belongs to a member's consent, which a file holds below all else."""
    return [_field("members", asked) for asked in CONSENT]


def _field(kind: str, field: Field) -> dict[str, Any]:
    return {
        "name": field.name,
        "within": field.within,
        "many": field.many,
        **({} if field.name == "slug" else _held(kind, field)),
    }


def said(message: Message | None) -> dict[str, Any] | None:
    """Give a sentence with its values, as JSON has it."""
    if message is None:
        return None
    return {"text": message.text, "values": dict(message.values)}


def _held(kind: str, field: Field) -> dict[str, Any]:
    """Give what the model says of a value, and what to write in place of one that can't stand."""
    model: Any = MODELS[kind]
    for key in field.keys[:-1]:
        annotation = model.model_fields[key].annotation
        model = next(iter(get_args(annotation)), annotation)
    schema = model.model_json_schema()["properties"][field.name]
    schema = schema.get("anyOf", [schema])[0]
    schema = schema.get("items", schema)
    if field.name == "topics":
        return {"type": "topic", "hint": said(wanted("forum_topic", field.name, {}))}
    if "pattern" in schema:
        hint = said(wanted("string_pattern_mismatch", field.name, {}))
        pattern = portable(re.compile(schema["pattern"]))
        return {"type": "text", "pattern": pattern, "hint": hint}
    return {"type": schema.get("format", "text")}
