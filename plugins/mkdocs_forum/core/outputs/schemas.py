"""JSON Schema of each kind of frontmatter, for editors.

It is made from the models, so that an editor and the check agree. Two things are other than
Pydantic's own schema would have them: a value that YAML takes for a number or a truth value is a
text to the forum, if it is one when it is written so; and what the path of an answer says need not
stand in its file.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema as cs

from mkdocs_forum.core.model.materials import IN_WORDS, in_words
from mkdocs_forum.core.model.schedule import SLOT, in_one_line
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.model.types import undated
from mkdocs_forum.core.reading.entry import MODELS
from mkdocs_forum.core.words.language import Language

SCHEMAS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "edition": "editions",
        "talk": "talks",
        "answer": "answers",
        "outcome": "questions",
        "member": "members",
    }
)
"""Name of each schema, and the kind of entry that it describes."""

MARK: Final = "Written by mkdocs-forum schema"
"""What stands at the head of what we write for editors; all else is its owner's."""

_TOLD: Mapping[str, Collection[str]] = {"answer": {"question", "author"}}
"""Keys that the path may say in place of the file."""

_GIVEN: Final[JsonSchemaValue] = {"not": {"type": "null"}}
_TRUTH = ("true", "false", "yes", "no", "on", "off", "y", "n", "t", "f", "1", "0")
_DAY = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
WHOLE = r"^\s*[+-]?\d+(_\d+)*(\.0+)?\s*$"
_POSITIVE = r"^\s*\+?[0_]*[1-9]\d*(_\d+)*(\.0+)?\s*$"

_AFTER: Mapping[str, JsonSchemaValue] = {
    # No step begins with a dot, and none is a file of ours.
    "_below_root": {"not": {"type": "string", "pattern": r"(^|/)\.|\.md/?$"}},
    # Letters of any script pass: which of them have a Latin form, no pattern tells.
    "_with_slug": {"pattern": r"[0-9A-Za-z\u00aa-\uffff]"},
}
"""What the validators after a type ask for, by their names."""
_IN_ONE_LINE: Final[Mapping[str, str]] = {
    in_words.__name__: IN_WORDS,
    in_one_line.__name__: SLOT,
}
"""How the keys of an item may be written in a line, by what reads it."""


def schema(name: str, settings: Settings, language: Language, base: str = "") -> JsonSchemaValue:
    """Make the schema of a kind of frontmatter.

    It is one of JSON Schema's draft 2020-12 and of draft-07 alike, and names neither: the readers
    that editors have give up at the name of a draft that they don't know.

    Arguments:
        name: A key of `SCHEMAS`.
        settings: The options; keys of other plugins are let through.
        language: Language of the descriptions.
        base: Whole address of the folder of schemas, ending in `/`, if it is known.
    """
    model = MODELS[SCHEMAS[name]]
    made = model.model_json_schema(schema_generator=_Generator)
    told = _TOLD.get(name, ())
    made["required"] = [key for key in made.get("required", ()) if key not in told]
    made["properties"].update(dict.fromkeys(sorted(settings.extra_keys), True))
    if name == "outcome":
        made["allOf"] = _outcome_rules()
    if name == "talk":
        made["$defs"]["Material"]["oneOf"] = [_has(key, _GIVEN) for key in ("file", "address")]
    translated: JsonSchemaValue = _translated(made, language)
    address = {"$id": f"{base}{name}.json"} if base else {}
    return {"$comment": MARK, **address, **translated}


def written(made: JsonSchemaValue) -> str:
    """Write a schema as it is published."""
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def descriptions() -> Iterator[str]:
    """Give every description in English, for the catalogues."""
    for model in MODELS.values():
        found: list[str] = []
        _walk(model.model_json_schema(schema_generator=_Generator), found)
        yield from found


class _Generator(GenerateJsonSchema):
    """Describes what may stand in a file, in place of what a model makes of it."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def str_schema(self, schema: cs.StringSchema) -> JsonSchemaValue:
        pattern = schema.get("pattern")
        if not isinstance(pattern, str):
            return {"type": ["string", "number", "boolean"], "pattern": r"\S"}
        kinds, bounds = ["string"], {}
        # A number is a text here; with a pattern, only if numbers are written as it asks.
        if re.search(pattern, "12345"):
            kinds.append("number" if re.search(pattern, "1234.5") else "integer")
            bounds = {} if re.search(pattern, "-1234") else {"minimum": 0}
        if re.search(pattern, "true"):
            kinds.append("boolean")
        kind = kinds[0] if len(kinds) == 1 else kinds
        return {"type": kind, "pattern": _portable(pattern), **bounds}

    def bool_schema(self, schema: cs.BoolSchema) -> JsonSchemaValue:
        words = "|".join(
            "".join(
                f"[{letter.upper()}{letter}]" if letter.isalpha() else letter for letter in word
            )
            for word in _TRUTH
        )
        return {
            "anyOf": [
                {"type": "boolean"},
                {"type": "string", "pattern": f"^({words})$"},
                {"enum": [0, 1]},
            ]
        }

    def int_schema(self, schema: cs.IntSchema) -> JsonSchemaValue:
        least = schema.get("ge")
        whole = {"type": "integer"} if least is None else {"type": "integer", "minimum": least}
        pattern = WHOLE if least is None else _POSITIVE
        return {"anyOf": [whole, {"type": "string", "pattern": pattern}]}

    def date_schema(self, schema: cs.DateSchema) -> JsonSchemaValue:
        return {"type": "string", "format": "date", "pattern": _DAY}

    def nullable_schema(self, schema: cs.NullableSchema) -> JsonSchemaValue:
        # Every key that isn't needed may be empty: `model_fields` below says so.
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: cs.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def function_before_schema(self, schema: cs.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        name = getattr(schema["function"]["function"], "__name__", "")
        if name == undated.__name__:
            named = {"type": "string", **inner["propertyNames"]}
            return {"anyOf": [named, {"type": "array", "items": named}, inner]}
        if name in _IN_ONE_LINE:
            # Another way to write the same.
            pattern = _portable(_IN_ONE_LINE[name])
            return {"anyOf": [{"type": "string", "pattern": pattern}, inner]}
        if inner.get("type") != "array":
            return inner
        # One value may stand for a list of one.
        return {"anyOf": [inner["items"], inner]}

    def function_after_schema(self, schema: cs.AfterValidatorFunctionSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        name = getattr(schema["function"]["function"], "__name__", "")
        return {**inner, **_AFTER.get(name, {})}

    def dict_schema(self, schema: cs.DictSchema) -> JsonSchemaValue:
        names = self.generate_inner(schema["keys_schema"])
        values = self.generate_inner(schema["values_schema"])
        is_optional = schema["values_schema"]["type"] == "nullable"
        bound = {"maxProperties": schema["max_length"]} if "max_length" in schema else {}
        return {
            "type": "object",
            "propertyNames": {"pattern": names["pattern"]},
            "additionalProperties": _or_empty(values) if is_optional else values,
            **bound,
        }

    def model_fields_schema(self, schema: cs.ModelFieldsSchema) -> JsonSchemaValue:
        made = super().model_fields_schema(schema)
        needed = made.get("required", ())
        made["properties"] = {
            key: value if key in needed else _or_empty(value)
            for key, value in made["properties"].items()
        }
        return made


def _or_empty(value: JsonSchemaValue) -> JsonSchemaValue:
    """Let a value be left out behind its key; the fewer alternatives, the clearer the editor."""
    if "type" in value and "enum" not in value:
        kinds = value["type"] if isinstance(value["type"], list) else [value["type"]]
        return {**value, "type": [*kinds, "null"]}
    described = {"description": value["description"]} if "description" in value else {}
    rest = {key: item for key, item in value.items() if key != "description"}
    options = rest["anyOf"] if set(rest) == {"anyOf"} else [rest]
    return {**described, "anyOf": [*options, {"type": "null"}]}


def _portable(pattern: str) -> str:
    r"""Write a pattern so that JavaScript means the same by it.

    `\w` is ASCII there, and a sign that needs no `\` may have none; spaces around a text between
    quotes aren't part of it.
    """
    inner = pattern.removeprefix("^").removesuffix("$")
    inner = inner.replace(r"\w", r"A-Za-z0-9_\u00aa-\uffff").replace(r"\"", '"')
    return rf"^\s*(?:{inner})\s*$"


def _has(key: str, value: JsonSchemaValue) -> JsonSchemaValue:
    return {"required": [key], "properties": {key: value}}


def _outcome_rules() -> list[JsonSchemaValue]:
    """Say what the model of outcomes says of two keys at once."""
    return [
        {"if": _has("status", _GIVEN), "then": _has("date", _GIVEN)},
        {
            "if": _has("status", {"const": "duplicate"}),
            "then": _has("duplicate_of", _GIVEN),
            "else": {"properties": {"duplicate_of": {"type": "null"}}},
        },
    ]


def _translated(value: Any, language: Language) -> Any:
    if isinstance(value, list):
        return [_translated(item, language) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: language.tell(item)
        if key == "description" and isinstance(item, str)
        else _translated(item, language)
        for key, item in value.items()
    }


def _walk(value: Any, found: list[str]) -> None:
    if isinstance(value, list):
        for item in value:
            _walk(item, found)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "description" and isinstance(item, str):
                found.append(item)
            else:
                _walk(item, found)
