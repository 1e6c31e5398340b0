"""Letters by hand, as every program sends them: the words of the author come out, and no others."""

import pytest

from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.mail.prose import Prose, prose
from mkdocs_forum.core.intake.mail.read import read_letter
from tests.correspondence import LANGUAGES, PROGRAMS, SHAPES, TEXT, mail


def read(data: bytes) -> Prose:
    """Give what somebody wrote in a mail."""
    letter = read_letter(data)
    assert not isinstance(letter, Refusal)
    return prose(letter)


@pytest.mark.parametrize("program", PROGRAMS)
def test_french(program: str) -> None:
    """The text is exact in each shape, whether as plain text, as HTML or as both."""
    found = {
        (shape, kind): read(mail(program, shape, kind=kind)).text
        for shape in SHAPES
        for kind in ("plain", "html", "both")
    }
    assert {case: text for case, text in found.items() if text != TEXT} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages(language: str) -> None:
    """Whatever language a program speaks, its words are no others than its own."""
    found = {
        (program, shape): read(mail(program, shape, language)).text
        for program in PROGRAMS
        for shape in SHAPES
    }
    assert {case: text for case, text in found.items() if text != TEXT} == {}
