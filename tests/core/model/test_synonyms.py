"""What people call keys: the table fits the model."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from mkdocs_forum.core.model.kinds import Call, Consent, Contact
from mkdocs_forum.core.model.materials import Material
from mkdocs_forum.core.model.notices import Notice
from mkdocs_forum.core.model.schedule import Slot
from mkdocs_forum.core.model.synonyms import BELOW, near_key, nested_key, synonyms
from mkdocs_forum.core.reading.entry import MODELS
from mkdocs_forum.core.words.languages import LANGUAGES, conventions
from mkdocs_forum.core.words.slugs import slugify

KINDS: Mapping[str, type[BaseModel]] = {
    **MODELS,
    "call": Call,
    "consent": Consent,
    "contact": Contact,
    "materials": Material,
    "notice": Notice,
    "schedule": Slot,
}


def test_table() -> None:
    """Each key exists, and each word is written as it is compared."""
    keys = {key for model in KINDS.values() for key in model.model_fields}
    tables = [conventions(code).synonyms for code in LANGUAGES]
    words = [word for table in tables for written in table.values() for word in written.split()]
    unknown = {key for table in tables for key in table} - keys
    assert (unknown, [word for word in words if slugify(word) != word]) == (set(), [])


@pytest.mark.parametrize("kind", KINDS)
def test_one_meaning(kind: str) -> None:
    """No word stands for two keys of one kind of entry, nor is it itself one of them."""
    keys = KINDS[kind].model_fields
    words = Counter(word for key in keys for word in synonyms(key))
    assert [word for word, times in words.items() if times > 1 or word in keys] == []


def test_keys_below() -> None:
    """Keys that stand below others do so in the model."""
    known: dict[str, Any] = {**MODELS["members"].model_fields, **MODELS["editions"].model_fields}
    for key, holder in BELOW.items():
        kinds = get_args(known[holder].annotation) or (known[holder].annotation,)
        assert key in kinds[0].model_fields


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("thèmes", "talks", "topics"),
        ("thème", "editions", "theme"),
        ("Mots-clés", "members", "topics"),
        ("TITRE", "talks", "title"),
        ("intervenant", "talks", "speakers"),
        ("auteur", "answers", "author"),
        ("auteur", "talks", "speakers"),
        ("auteur", "questions", "by"),
        ("date de fin", "editions", "end_date"),
        ("tél.", "contact", "phone"),
        ("couleur", "talks", None),
        ("…", "talks", None),
    ],
)
def test_near_key(name: str, kind: str, key: str | None) -> None:
    """The key that is meant depends on what may stand there."""
    assert near_key(name, KINDS[kind].model_fields) == key


@pytest.mark.parametrize(
    ("name", "kind", "found"),
    [
        ("email", "members", ("contact", "email")),
        ("Téléphone", "members", ("contact", "phone")),
        ("publier", "members", ("consent", "publish")),
        ("email", "talks", None),
        ("date", "members", None),
    ],
)
def test_nested_key(name: str, kind: str, found: tuple[str, str] | None) -> None:
    """A key that belongs below another one is told with that one."""
    assert nested_key(name, KINDS[kind].model_fields) == found
