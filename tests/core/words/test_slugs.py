"""Slugs: which names are, and which one a text gets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.words.slugs import is_slug, slugify

SLUGS = dict.fromkeys(["a", "a" * 200, "2004", "claire-martin", "a-1-b"], True) | dict.fromkeys(
    ["", "A", "a" * 201, "é", "a_b", "a b", "a--b", "-a", "a-", "a/b", "a.b", "a\n", "²"], False
)


@pytest.mark.parametrize(("name", "expected"), SLUGS.items(), ids=map(repr, SLUGS))
def test_is_slug(name: str, *, expected: bool) -> None:
    """A slug has lower-case letters, digits and single hyphens within."""
    assert is_slug(name) is expected


TEXTS = {
    "accents": ("Élève à l’été", "eleve-a-l-ete"),
    "ligatures": ("Œuvre, cœur et Læticia", "oeuvre-coeur-et-laeticia"),
    "other letters": ("Straße Ødegård Łódź Đặng", "strasse-odegard-lodz-dang"),
    "signs": ("Prix : 10 % (ou « 5 » ?)", "prix-10-ou-5"),
    "apostrophes": ("l'an l’an", "l-an-l-an"),
    "hyphens": ("--a -- b--", "a-b"),
    "decomposed": ("e\u0301te\u0301", "ete"),
    "marks around letters": ("e\u20dde", "ee"),
    "no-break space": ("a\u00a0b\u202fc", "a-b-c"),
    "superscripts and ligatures": ("1ᵉʳ ﬁn", "1er-fin"),
    "no letter": ("… ?", ""),
    "other script": ("Ελλάδα", ""),
    "empty": ("", ""),
}


@pytest.mark.parametrize(("text", "slug"), TEXTS.values(), ids=TEXTS)
def test_slugify(text: str, slug: str) -> None:
    """A text gets a slug that reads as it does."""
    assert slugify(text) == slug


CUTS: dict[str, tuple[str, int, str]] = {
    "short enough": ("aaa bbb", 7, "aaa-bbb"),
    "at a hyphen": ("aaa bbb ccc", 7, "aaa-bbb"),
    "before a hyphen": ("aaa bbb ccc", 6, "aaa"),
    "behind a hyphen": ("aaa bbb ccc", 8, "aaa-bbb"),
    "within a word": ("aaa bbb ccc", 9, "aaa-bbb"),
    "one long word": ("aaaaaaaaaa", 4, "aaaa"),
    "long word first": ("aaaaaa bbb", 4, "aaaa"),
}


@pytest.mark.parametrize(("text", "longest", "slug"), CUTS.values(), ids=CUTS)
def test_cut(text: str, longest: int, slug: str) -> None:
    """A long slug ends with a whole word."""
    assert slugify(text, longest=longest) == slug


@given(st.text(), st.integers(1, 80))
def test_any_text(text: str, longest: int) -> None:
    """Whatever the text, it gets a slug, not too long, or none; that slug stays as it is."""
    slug = slugify(text, longest=longest)
    assert slug == "" or is_slug(slug)
    assert len(slug) <= longest
    assert slugify(slug, longest=longest) == slug
