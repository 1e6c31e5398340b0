"""`mkdocs-forum import`: a folder of old pages becomes drafts, once and for all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import mkdocs_forum.cli.organising.archive
from tests.commands.conftest import Forum, told
from tests.core.intake.archive_pages import LAYOUTS, TALKS, TEXTS

Typed = Callable[..., Result]
INDEX = '<html><body><ul><li><a href="a.htm">Un titre</a></ul></body></html>'


def fill(forum: Forum) -> None:
    """Put pages of all layouts into a folder, one of another kind, and a menu."""
    layouts = [*LAYOUTS.items()]
    for (name, layout), talk in zip(layouts, TALKS, strict=False):
        forum.put(f"old/{name}/{talk.number}.htm", layout(talk).encode("cp1252"))
    forum.put("old/5.txt", TEXTS["spaced"](TALKS[5]))
    forum.put("old/index.htm", INDEX)
    forum.put("old/fond.gif", b"GIF89a")


def test_folder(forum: Forum) -> None:
    """Each page becomes a draft under its former address; the check has nothing to say of any."""
    fill(forum)
    before = forum.files
    result = forum.run("import", "old", "--base", "archives")
    after = forum.files
    new = sorted(path for path in after if path not in before)
    assert result.exit_code == 0, result.output
    assert told(result.stdout).splitlines()[0] == (
        "fichiers laissés de côté, faute de pouvoir en lire le format : .gif (1)"
    )
    assert {path: after[path] for path in before} == before
    assert [path.split("/")[1] for path in new] == [
        *["editions"] * 6,
        *["interventions"] * 6,
        *["membres"] * 6,
    ]
    talk = after["docs/interventions/sous-traiter-a-un-ami.md"].decode()
    assert "aliases:\n  - archives/centred/5.htm\ndraft: true\n" in talk
    check = forum.run("check", "--strict")
    assert (check.exit_code, told(check.stdout)) == (0, "aucune faute trouvée\n")
    again = forum.run("import", "old", "--base", "archives")
    assert (again.exit_code, forum.files == after) == (0, True)
    assert told(again.stdout).splitlines()[-1] == "Rien de nouveau."


def test_told(forum: Forum) -> None:
    """What each line was taken for is told, and all that is left out."""
    forum.put("5.txt", TEXTS["spaced"](TALKS[1]))
    result = forum.run("import", "5.txt")
    assert told(result.stdout).splitlines()[:9] == [
        "5.txt:",
        "  « Intervention de foire aux idées » est pris pour la forme de la session : "
        "« Foire aux idées »",
        "  « 5e forum interconsultants GDC » est pris pour l’édition",
        "  « 24 septembre 2004 » est pris pour le jour de l’édition : « 2004-09-24 »",
        '  « "Co-traitance et approche client" » est pris pour le thème de l’édition : '
        "« Co-traitance et approche client »",
        "  « Marc DELOMBRE » est pris pour l’orateur : « Marc Delombre »",
        "  « MD Formation » est pris pour l’entreprise",
        "  « Formateur » est pris pour le métier",
        "  « Sous-traiter à un ami » est pris pour le titre",
    ]
    assert (
        "  laissé de côté, car personne n’a donné son accord : « Tél. : 01 40 00 00 02 »"
        in told(result.stdout).splitlines()
    )


def test_never_over_another(forum: Forum) -> None:
    """A draft that was changed stays as it is, under whatever title."""
    forum.put("5.txt", TEXTS["spaced"](TALKS[1]))
    forum.run("import", "5.txt")
    path = "docs/interventions/sous-traiter-a-un-ami.md"
    changed = forum.files[path].replace("Sous-traiter à un ami".encode(), b"Autre titre")
    forum.put(path, changed)
    before = forum.files
    result = forum.run("import", "5.txt", "--lang", "en")
    assert (result.exit_code, forum.files == before) == (0, True)
    assert f"  Already there: {path}" in result.stdout


def test_shown(forum: Forum) -> None:
    """What would be written is printed, and nothing is written."""
    forum.put("5.txt", TEXTS["spaced"](TALKS[1]))
    before = forum.files
    result = forum.run("import", "5.txt", "--print")
    assert (result.exit_code, forum.files == before) == (0, True)
    assert result.stdout.startswith("---\n")


def test_refused(forum: Forum) -> None:
    """A file that can't be read is refused with the way that works; the others are taken."""
    forum.put("old/a.doc", b"\xd0\xcf\x11\xe0")
    forum.put("old/b.htm", LAYOUTS["columns"](TALKS[0]).encode("cp1252"))
    result = forum.run("import", "old")
    assert result.exit_code == 1
    assert told(result.stdout).splitlines()[:3] == [
        "a.doc:",
        "  « a.doc » est d’une sorte qui ne se lit pas",
        "    conseil : enregistrez-le en .docx, .odt, PDF, page (.html) ou texte seul (.txt)",
    ]
    assert "docs/interventions/le-prix-de-la-premiere-journee.md" in forum.files


def test_asked(typed: Typed, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, what the page doesn't tell is asked, and what isn't sure with a proposal."""
    monkeypatch.setattr(mkdocs_forum.cli.organising.archive, "in_terminal", lambda: True)
    text = "Un titre seul\n\n" + "Une phrase qui a bien plus de neuf mots pour en être une. " * 8
    (folder / "a.txt").write_text(text)
    result = typed(["import", "a.txt"], "Ana Ferrand", "3 mai 2001")
    talk = (folder / "docs/interventions/un-titre-seul.md").read_text(encoding="utf-8")
    assert result.exit_code == 0, result.output
    assert 'edition: "2001"\nspeakers:\n  - ana\ndraft: true\n' in talk
