"""Frozen values as bytes, and back: JSON that names classes, of which only known ones are made.

What stands in a file can't choose what is run, as it could with a pickle.
"""

import datetime
import json
import marshal
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from hashlib import blake2b
from itertools import chain
from operator import attrgetter
from typing import Any, Final

from pydantic import BaseModel

_ATOMS: Final = frozenset({str, int, float, bool, type(None)})
_ROWS: Final = frozenset({list, tuple})
_SHORT: Final = 8
"""Items of a row that is written out rather than by its own fingerprint."""


class Serialiser:
    """Writes values of known classes as bytes, and reads them again."""

    def __init__(self, *classes: type) -> None:
        """Name the classes.

        Arguments:
            classes: Data classes, models and enumerations; containers, numbers, texts and dates
                are known.
        """
        self._classes = {found.__name__: found for found in classes}
        self._makers: dict[str, Callable[[list[Any]], Any]] = {
            "tuple": lambda items: tuple(map(self._value, items)),
            "list": lambda items: list(map(self._value, items)),
            "set": lambda items: frozenset(map(self._value, items)),
            "dict": lambda items: {self._value(key): self._value(item) for key, item in items},
            "date": lambda items: datetime.date.fromisoformat(items[0]),
            "time": lambda items: datetime.datetime.fromisoformat(items[0]),
            **{name: self._maker(found) for name, found in self._classes.items()},
        }

    def dumps(self, value: object) -> bytes:
        """Write a value.

        Raises:
            TypeError: It holds something of a class that isn't known.
        """
        return json.dumps(self._form(value), ensure_ascii=False, separators=(",", ":")).encode()

    def loads(self, data: bytes) -> Any:
        """Read a value.

        Raises:
            ValueError: This isn't what `dumps` wrote.
        """
        try:
            return self._value(json.loads(data))
        except (KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError(str(error)) from error

    def _form(self, value: Any) -> Any:
        kind = type(value)
        if kind in _ATOMS:
            return value
        if self._classes.get(kind.__name__) is not kind:
            return _plain_form(value, self._form)
        if isinstance(value, Enum):
            return [kind.__name__, value.value]
        if isinstance(value, BaseModel):
            given = {key: self._form(item) for key, item in value}
            return [kind.__name__, given, sorted(value.model_fields_set)]
        return [kind.__name__, *(self._form(getattr(value, name)) for name in _names(kind))]

    def _value(self, form: Any) -> Any:
        return self._makers[form[0]](form[1:]) if isinstance(form, list) else form

    def _maker(self, found: type) -> Callable[[list[Any]], Any]:
        if issubclass(found, Enum):
            return lambda items: found(items[0])
        if issubclass(found, BaseModel):
            return lambda items: found.model_construct(
                set(items[1]), **{key: self._value(item) for key, item in items[0].items()}
            )
        return lambda items: found(*map(self._value, items))


def _plain_form(value: object, form: Callable[[Any], Any]) -> list[Any]:
    match value:
        case tuple():
            return ["tuple", *map(form, value)]
        case list():
            return ["list", *map(form, value)]
        case frozenset() | set():
            return ["set", *sorted(map(form, value), key=json.dumps)]
        case Mapping():
            return ["dict", *([form(key), form(item)] for key, item in value.items())]
        case datetime.datetime():
            return ["time", value.isoformat()]
        case datetime.date():
            return ["date", value.isoformat()]
    raise TypeError(f"{type(value).__name__} isn't known")


def _names(kind: Any) -> list[str]:
    """Give the names of a data class's fields."""
    return list(kind.__dataclass_fields__)


class Fingerprints:
    """Gives fingerprints of frozen values: equal ones have the same, in every process.

    Each object is looked at once, however many others hold it; it lives as long as this.
    """

    def __init__(self) -> None:
        self._known: dict[int, bytes] = {}
        self._seen: list[object] = []
        """Keeps them alive: of others, another object might get the same number."""

    def of(self, *values: object) -> str:
        """Give the fingerprint of values.

        Raises:
            TypeError: One of them holds something that is no plain value.
        """
        return digest(*self._forms(values))

    def _forms(self, values: Iterable[Any]) -> list[Any]:
        # Most are atoms: a build looks at half a million, of which each call would cost.
        return [each if type(each) in _ATOMS else self._form(each) for each in values]

    def _form(self, value: Any) -> Any:
        kind = type(value)
        if kind in _ATOMS:
            return value
        if kind in _ROWS and len(value) <= _SHORT:
            return [kind.__name__, *self._forms(value)]
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = _digest(self._whole(value))
            self._seen.append(value)
        return known

    def _whole(self, value: Any) -> Any:
        kind: Any = type(value)
        parts = _parts_of(kind)
        if parts is None:
            return _plain_form(value, self._form)
        return [kind.__name__, *self._forms(parts(value))]


@cache
def _parts_of(kind: type) -> Callable[[Any], Iterable[Any]] | None:
    """Give what takes values of a class apart; nothing for containers and days."""
    if issubclass(kind, Enum):
        return attrgetter("value", "name")
    if issubclass(kind, BaseModel):
        return chain.from_iterable  # Names and values of fields, in turn.
    if is_dataclass(kind):
        names = _names(kind)
        return (
            attrgetter(*names)
            if len(names) > 1
            else lambda value: map(value.__getattribute__, names)
        )
    if issubclass(kind, re.Pattern):
        return attrgetter("pattern", "flags")
    return (lambda value: [str.__str__(value)]) if issubclass(kind, str) else None


def digest(*values: Any) -> str:
    """Give a hash of atoms, bytes, and rows and mappings of such; these in their order."""
    return _digest(*values).hex()


def _digest(*values: Any) -> bytes:
    # Later forms of marshal tell which objects are one; this one tells what they hold alone.
    return blake2b(marshal.dumps(values, 2), digest_size=20).digest()
