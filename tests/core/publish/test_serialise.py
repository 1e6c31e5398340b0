"""Values as bytes, and back; fingerprints of equal values."""

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from pydantic import BaseModel

from mkdocs_forum.core.publish.serialise import Fingerprints, Serialiser


class Colour(StrEnum):
    """An enumeration."""

    RED = "red"


class Model(BaseModel):
    """A model with a key that may be left out."""

    name: str
    size: int | None = None


@dataclass(frozen=True)
class Thing:
    """A frozen value that holds others."""

    name: str
    held: Any = None


FORMS = Serialiser(Colour, Model, Thing)
ATOMS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(),
    st.dates(),
    st.datetimes().map(lambda time: time.replace(fold=0)),
    st.just(Colour.RED),
    st.builds(Model, name=st.text()),
)
VALUES = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner),
        st.lists(inner).map(tuple),
        st.frozensets(st.text(), max_size=1),
        st.dictionaries(st.tuples(st.text(), st.integers()), inner),
        st.builds(Thing, st.text(), inner),
    ),
    max_leaves=10,
)


@given(VALUES.filter(lambda value: "\\ud" not in repr(value)))
def test_round_trip(value: Any) -> None:
    """What is written is read again, with the same types; its fingerprint is the same."""
    again = FORMS.loads(FORMS.dumps(value))
    assert (again, repr(again)) == (value, repr(value))
    assert Fingerprints().of(again) == Fingerprints().of(value)


@pytest.mark.parametrize("value", [Markup("<b>"), b"", re.compile("a"), object(), print])
def test_unknown_class(value: object) -> None:
    """What isn't known isn't written."""
    with pytest.raises(TypeError):
        FORMS.dumps(Thing("", [value]))


@pytest.mark.parametrize("data", [b"", b"[", b'["os.system","ls"]', b'["Thing"]', b'["Colour",1]'])
def test_unreadable(data: bytes) -> None:
    """What isn't written so isn't read, and makes nothing of a class that isn't known."""
    with pytest.raises(ValueError, match=r".*"):
        FORMS.loads(data)


DIFFERENT = [
    1, "1", True, None, "", (), [], {}, frozenset(), (1,), [1], frozenset({1}), {1: 2}, {2: 1},
    ("a", "b"), ("ab",), Markup("1"), datetime.date(2026, 1, 1), datetime.datetime(2026, 1, 1),
    Colour.RED, "red", Model(name="a"), Model(name="b"), Thing("a"), Thing("a", ""),
    Thing("a", Thing("a")), re.compile("a"), re.compile("(?i)a"),
]  # fmt: skip


def test_fingerprints_differ() -> None:
    """Values of different types or contents have different fingerprints."""
    found = [Fingerprints().of(value) for value in DIFFERENT]
    assert len(set(found)) == len(DIFFERENT)


def test_fingerprint_of_sets() -> None:
    """The order in which a set happens to be held doesn't matter."""
    names = [f"name{number}" for number in range(100)]
    assert Fingerprints().of(frozenset(names)) == Fingerprints().of(frozenset(reversed(names)))


def test_no_fingerprint() -> None:
    """What is no plain value has none."""
    with pytest.raises(TypeError):
        Fingerprints().of(Thing("a", print))
