"""What is told of arguments that can't stand: in the language of the forum."""

import gettext
import os

import pytest

from tests.commands.conftest import Forum, told
from tests.sites import configuration

FRENCH = {
    ("check", "--foo"): "Erreur : L’option '--foo' n’existe pas.",
    ("chek",): "Erreur : La commande 'chek' n’existe pas.",
    ("check", "nope.md"): "Erreur : Valeur refusée pour '[FILES]...' : 'nope.md' n’existe pas.",
    ("check", "docs"): "Erreur : Valeur refusée pour '[FILES]...' : 'docs' est un dossier.",
    ("invite",): "Erreur : Il manque l’argument 'QUESTION'.",
    ("digest",): "Erreur : Il manque l’option '--since'.",
    ("check", "--against"): "Erreur : L’option '--against' demande une valeur.",
    ("invite", "a", "b"): "Erreur : Il y a un argument de trop (b)",
    ("check", "--format", "pdf"): "Valeur refusée pour '--format' : 'pdf' ne convient pas.",
}


@pytest.mark.parametrize("arguments", FRENCH, ids=" ".join)
def test_french(forum: Forum, arguments: tuple[str, ...]) -> None:
    """A French forum tells in French what is wrong, and how the command is called."""
    result = forum.run(*arguments)
    assert (result.exit_code, FRENCH[arguments] in told(result.output)) == (2, True)
    assert "Usage" not in result.output


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("check", "--lang", "de", "--foo"), "Fehler: Die Option"),
        (("check", "--lang=de", "--foo"), "Fehler: Die Option"),
        (("check", "-f", "theme.yml", "--foo"), "Fehler: Die Option"),
        (("check", "-f", "flow.yml", "--foo"), "Fehler: Die Option"),
        (("check", "-f", "english.yml", "--foo"), "Error: No such option"),
        (("check", "--config-file=english.yml", "--foo"), "Error: No such option"),
        (("check", "--config-file", "none.yml"), "Error: Invalid value"),
    ],
)
def test_other_languages(forum: Forum, arguments: tuple[str, ...], word: str) -> None:
    """The language is the one that is chosen, or that of the configuration that is named."""
    forum.put("english.yml", configuration(language="en"))
    forum.put("theme.yml", "theme:\n  language: en\nplugins:\n  - forum:\n      language: de\n")
    forum.put("flow.yml", "theme: {language: en}\nplugins:\n- forum: {language: de}\n")
    assert word in forum.run(*arguments).output


def test_nothing_else_changes(forum: Forum, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a command has ended, the process speaks as before."""
    monkeypatch.setenv("LANGUAGE", "it")
    before = gettext.textdomain()
    forum.run("check", "--foo")
    assert (os.environ["LANGUAGE"], gettext.textdomain()) == ("it", before)
