"""Words as a search compares them."""

import pytest

from mkdocs_forum.core.words.stems import folded, stems_of


@pytest.mark.parametrize(
    ("word", "wanted"),
    [("Œil", "oeil"), ("MÉDIATION", "mediation"), ("Kouandé", "kouande"), ("ﬁn", "fin")],
)
def test_folded(word: str, wanted: str) -> None:
    """Case, accents and ligatures make no difference."""
    assert folded(word) == wanted


def test_stems() -> None:
    """Words of one kind have one stem, whatever their endings and accents, composed or not."""
    stems = stems_of("fr")
    words = ["médiation", "me\u0301diation", "Médiations"]
    assert {stem for word in words for _, stem in stems.counted(word)} == {"mediat"}


def test_hyphens_and_elision() -> None:
    """A word with a hyphen is found by its parts and as one; a letter that was elided isn't."""
    forms = {
        form for form, _ in stems_of("fr").counted("L’offre d'un co-traitant, main-d’œuvre, à 7")
    }
    assert forms == {"offre", "un", "co", "traitant", "cotraitant", "main", "oeuvre", "7"}


@pytest.mark.parametrize("code", ["xx", "zh", "not a code"])
def test_unknown_language(code: str) -> None:
    """In a language without rules, words stay whole but for a plural's sign."""
    assert stems_of(code).of("wording") == (("wording", "wording"),)
