"""The catalogues: complete, compiled, and written as their languages are."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import mkdocs_forum
from mkdocs_forum.core.words.languages import LANGUAGES
from mkdocs_forum.core.words.typography.rules import typeset

LOCALES = Path(mkdocs_forum.__file__).parent / "locales"
SCRIPT = Path(__file__).parents[3] / ".ci" / "catalogues.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Give the script that keeps the catalogues up to date."""
    spec = importlib.util.spec_from_file_location("catalogues", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def path_of(language: str) -> Path:
    """Give the path of a language's catalogue."""
    return LOCALES / language / "LC_MESSAGES" / "forum.po"


def catalogue(language: str) -> Catalog:
    """Give a language's catalogue."""
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def wordings(string: str | tuple[str, ...] | list[str] | None) -> list[str]:
    """Give the wordings of a sentence: several where a number decides."""
    return [string] if isinstance(string, str) else list(string or [""])


def test_languages(script: ModuleType) -> None:
    """There is a catalogue for each language of the interface, and no other."""
    folders = {path.name for path in LOCALES.iterdir() if path.is_dir()}
    assert folders == set(script.LANGUAGES) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled(language: str) -> None:
    """The compiled catalogue says what the written one says.

    The header is left out: it names the version of the tool that compiled it.
    """
    with path_of(language).with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)
    said = [
        {tuple(wordings(message.id)): wordings(message.string) for message in found if message.id}
        for found in (compiled, catalogue(language))
    ]
    assert said[0] == said[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_complete(script: ModuleType, language: str) -> None:
    """Every sentence of the code and the templates is translated, and no other."""
    present = catalogue(language)
    translated = {message.id for message in present if message.id and all(wordings(message.string))}
    assert translated == {message.id for message in script.extracted() if message.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_fuzzy(language: str) -> None:
    """No translation is a guess, which gettext would leave out."""
    assert [message.id for message in catalogue(language) if message.id and message.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms(language: str) -> None:
    """Where a number decides there are as many wordings as the language has forms."""
    present = catalogue(language)
    counts = {len(wordings(message.string)) for message in present if message.pluralizable}
    assert counts == {present.num_plurals}


def values(text: str) -> set[str]:
    """Give the values that a sentence takes."""
    return set(re.findall(r"(?<!\{)\{\w+\}(?!\})|%\(\w+\)s|\{\{|\}\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_values(language: str) -> None:
    """A translation takes the values of its sentence; one for a single thing may spell it out."""
    wrong = []
    for message in catalogue(language):
        if not message.id:
            continue
        wanted = set[str]().union(*map(values, wordings(message.id)))
        told = [values(string) for string in wordings(message.string)]
        needed = values(wordings(message.id)[-1])
        # What kind of thing a path is, the command line's library says in English.
        if "{filename!r}" in wordings(message.id)[0]:
            needed -= {"{name}"}
        if not all(found <= wanted for found in told) or not needed <= told[-1]:
            wrong.append(message.string)
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_can_be_filled(language: str) -> None:
    """No translation has a brace or a per cent sign that `format` would stumble over."""
    for message in catalogue(language):
        if not isinstance(message.id, str) or not message.id:
            continue
        string = wordings(message.string)[0]
        if "%(" in message.id:
            names = re.findall(r"%\((\w+)\)s", message.id)
            assert string % dict.fromkeys(names, "x")
        elif "{" in message.id:
            names = re.findall(r"\{(\w+)(?:!r)?\}", message.id)
            assert string.format(**dict.fromkeys(names, "x"))


@pytest.mark.parametrize(
    ("language", "code"),
    [("fr", r"«[^»]*(?:[\w}\]]:|\d-\d)[^»]*»|&\w+;"), ("de", r"„[^“]*“|<[^>]*>")],
)
def test_spaces(language: str, code: str) -> None:
    """The sentences are set as the site sets its contributors' texts, save what is code."""
    sentences = [
        re.sub(code, "code", string)
        for message in catalogue(language)
        if message.id
        for string in wordings(message.string)
    ]
    assert [found for found in sentences if typeset(found, language) != found] == []
