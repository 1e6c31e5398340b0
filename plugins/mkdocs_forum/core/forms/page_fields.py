"""The fields of forms as a page of the site has them: their labels, and what each may hold.

What a field may hold is read off the model, in the few terms that a browser can apply too.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, get_args

from pydantic import ValidationError
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import SchemaValidator
from pydantic_core import core_schema as cs

from mkdocs_forum.core.faults.diagnostic import Message
from mkdocs_forum.core.forms.fields import CONSENT, FORMS, Field
from mkdocs_forum.core.model.synonyms import synonyms
from mkdocs_forum.core.reading.entry import MODELS
from mkdocs_forum.core.reading.keys import to_add, wanted
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.patterns import portable
from mkdocs_forum.core.words.slugs import SLUG

ASKED: Final = ("answers", "talks", "members")
"""Kinds of entry for which the site has a form."""

_UNFIT: Final = {
    "date": "forum_date",
    "number": "int_parsing",
    "choice": "literal_error",
    "text": "string_too_short",
}
"""The model's name for the fault of a value that can't stand, by the type of its field."""


def fields(kind: str, language: Language) -> list[dict[str, Any]]:
    """Give the fields of a form, in the order in which a file holds them."""
    return [_field(kind, asked, language) for asked in FORMS[kind]]


def consent_fields(language: Language) -> list[dict[str, Any]]:
    """Give what belongs to a member's consent, which a file holds below all else."""
    return [_field("members", asked, language) for asked in CONSENT]


def _field(kind: str, field: Field, language: Language) -> dict[str, Any]:
    made = _SLUGS if field.name == "slug" else _made(kind, field.keys)
    held: Mapping[str, Any] = made.get("items", made)
    hint = _hint(field.name, held)
    pattern = {"pattern": portable(re.compile(held["pattern"]))} if "pattern" in held else {}
    is_chosen = field.name in {"edition", "speakers", "author", "question"}
    return {
        "name": field.name,
        "within": field.within,
        "label": field.label(language),
        "help": "" if is_chosen or held["type"] == "text" else hint.tell(language.tell),
        "needed": field.needed,
        "many": field.many,
        "asked": field.asked,
        **held,
        **pattern,
        **_words(held),
        "type": field.keyboard or ("text" if held["type"] == "pattern" else held["type"]),
        "missing": said(to_add(field.keys)) if field.needed else None,
        "hint": said(hint),
        "empty": said(_hint(field.name, {"type": "text"}) if held["type"] == "topic" else hint),
    }


def _words(held: Mapping[str, Any]) -> dict[str, Any]:
    """Give what people call the words of which one has to be chosen."""
    if held["type"] != "choice":
        return {}
    return {"words": {word: key for key in held["choices"] for word in synonyms(key)}}


def said(message: Message | None) -> dict[str, Any] | None:
    """Give a sentence with its values, as JSON has it."""
    if message is None:
        return None
    return {"text": message.text, "values": dict(message.values)}


def _hint(name: str, held: Mapping[str, Any]) -> Message:
    """Give what to write in place of a value that can't stand."""
    context: Mapping[str, Any] = {}
    if held["type"] == "choice":
        context = _expected(held["choices"])
    faults = {**_UNFIT, "pattern": "string_pattern_mismatch", "topic": "forum_topic"}
    return wanted(faults[held["type"]], name, context)


def _expected(choices: Sequence[str]) -> Mapping[str, Any]:
    """Give the model's own list of the words that may stand in a place."""
    try:
        SchemaValidator(cs.literal_schema(list(choices))).validate_python("")
    except ValidationError as error:
        return error.errors()[0].get("ctx", {})
    return {}


def _made(kind: str, keys: Sequence[str]) -> dict[str, Any]:
    """Give what the model says of the value below some keys."""
    model: Any = MODELS[kind]
    for key in keys[:-1]:
        annotation = model.model_fields[key].annotation
        model = next(iter(get_args(annotation)), annotation)
    made: dict[str, Any] = model.model_json_schema(schema_generator=_Generator)["properties"]
    return {key: value for key, value in made[keys[-1]].items() if key in _TERMS}


_TERMS: Final = frozenset({"type", "pattern", "choices", "items"})


class _Generator(GenerateJsonSchema):
    """Says of each value what a browser has to know to judge it."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def str_schema(self, schema: cs.StringSchema) -> JsonSchemaValue:
        pattern = schema.get("pattern")
        if pattern is None:
            return {"type": "text"}
        return {"type": "pattern", "pattern": pattern}

    def int_schema(self, schema: cs.IntSchema) -> JsonSchemaValue:
        return {"type": "number"}

    def date_schema(self, schema: cs.DateSchema) -> JsonSchemaValue:
        return {"type": "date"}

    def literal_schema(self, schema: cs.LiteralSchema) -> JsonSchemaValue:
        return {"type": "choice", "choices": schema["expected"]}

    def nullable_schema(self, schema: cs.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: cs.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def function_after_schema(self, schema: cs.AfterValidatorFunctionSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        name = getattr(schema["function"]["function"], "__name__", "")
        return {"type": "topic"} if name == "_with_slug" else inner


_SLUGS: Final[Mapping[str, Any]] = {"type": "pattern", "pattern": f"^{SLUG}$"}
"""What the name of a file may be."""
