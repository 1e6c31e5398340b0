"""`mkdocs-forum check`: given files alone, and what was read before."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_forum.adapter.kept import readings
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.publish.store import Store
from mkdocs_forum.core.reading.read import read_file
from tests.commands.conftest import Forum, told
from tests.commands.test_check import ANSWER, UNKNOWN, WARNING


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the paths of the files that are read anew."""
    paths: list[str] = []

    def counted(path: str, *others: object) -> object:
        paths.append(path)
        return read_file(path, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(readings, "read_file", counted)
    return paths


def _faulty(forum: Forum) -> None:
    forum.put("docs/reponses/prix/marge/zoe.md", ANSWER)
    forum.put("docs/membres/eve.md", WARNING)
    forum.put("docs/membres/max.md", "---\nname: Max\n")
    forum.put("docs/membres/écu.md", b"---\nname: No\xe9\n---\n")


def test_faults_of_a_file(forum: Forum) -> None:
    """Of a forum with more faults those of the file are told, judged by the whole forum."""
    _faulty(forum)
    result = forum.run("check", "docs/reponses/prix/marge/zoe.md")
    assert (result.exit_code, result.output) == (1, f"docs/{UNKNOWN}1 erreur\n")
    forum.put("docs/membres/zoe.md", "---\nname: Zoé\n---\n")
    assert forum.run("check", "docs/reponses/prix/marge/zoe.md").exit_code == 0


def test_several_files(forum: Forum) -> None:
    """All files that are named count, in the order of the whole report."""
    _faulty(forum)
    result = forum.run("check", "--format", "editor", "docs/membres/max.md", "docs/membres/eve.md")
    paths = [line.split(":")[0] for line in result.output.splitlines()]
    assert paths == ["docs/membres/eve.md", "docs/membres/max.md"]


def test_link_of_a_file(forum: Forum) -> None:
    """Links are judged, too, in pages that are no entries as well."""
    text = "# À propos\n\n[Un texte](nulle-part.md)\n"
    forum.put("docs/a-propos.md", text)
    forum.put("docs/autre.md", text)
    result = forum.run("check", "--format", "editor", "docs/a-propos.md")
    (line,) = result.output.splitlines()
    assert line.startswith("docs/a-propos.md:3:")


def test_other_files(forum: Forum) -> None:
    """A hook names all that a commit changes: what isn't the forum's is told, and passed over."""
    _faulty(forum)
    forum.put("README.md", "Un forum.\n")
    forum.put("docs/.brouillon.md", "Un forum.\n")
    result = forum.run("check", "README.md", "mkdocs.yml", "docs/.brouillon.md")
    assert (result.exit_code, result.stdout) == (0, "")
    assert told(result.stderr).splitlines() == [
        "« README.md » n’est pas un fichier du forum : ceux-ci sont dans le dossier « docs »",
        "« mkdocs.yml » n’est pas un fichier du forum : ceux-ci sont dans le dossier « docs »",
        "« docs/.brouillon.md » n’est pas un fichier du forum : le site l’exclut",
    ]
    result = forum.run("check", "README.md", "docs/membres/ana.md")
    assert (result.exit_code, "README.md" in result.stderr) == (0, True)
    assert told(result.stdout) == "aucune faute trouvée\n"


def test_mended_file(forum: Forum) -> None:
    """With `--fix`, no other file is changed."""
    for name in ("max", "eva"):
        forum.put(f"docs/membres/{name}.md", f"---\nname: {name}\nrole: a: b\n---\n")
    before = forum.files
    result = forum.run("check", "--fix", "docs/membres/max.md")
    changed = {path for path, data in forum.files.items() if before.get(path) != data}
    assert result.exit_code == 0
    assert changed == {"docs/membres/max.md"}


@pytest.mark.parametrize("options", [("--against", "HEAD"), ("--fetch", "--fix")])
def test_whole_forum(forum: Forum, options: tuple[str, ...]) -> None:
    """What looks at the whole forum takes no files."""
    result = forum.run("check", *options, "docs/membres/ana.md")
    assert result.exit_code == 2
    assert options[0] in result.output.splitlines()[-1]


def test_kept(forum: Forum, read: list[str]) -> None:
    """What was read is not read again, and the same is told of it; what changed is read."""
    _faulty(forum)
    first = forum.run("check", "--format", "json").output
    assert "membres/écu.md" in read
    read.clear()
    assert forum.run("check", "--format", "json").output == first
    assert read == []
    forum.put("docs/membres/eve.md", "---\nname: Ève\n---\n")
    assert "F302" not in forum.run("check", "--format", "json").output
    assert read == ["membres/eve.md"]


def test_kept_for_builds(tmp_path: Path, read: list[str]) -> None:
    """A reading serves on every day, whether drafts are shown or not; not with other folders."""
    store = Store(tmp_path, "root")
    text = b"---\nname: Ana\n---\n"
    settings = Settings()
    others = replace(settings, today=datetime.date(2026, 1, 1), drafts=True)
    elsewhere = replace(settings, folders={**settings.folders, "members": "people"})
    for given in (settings, others, elsewhere):
        readings.KeptReader(store, given)("members/ana.md", text, given)
    store.close()
    assert len(read) == 2


def test_damaged(forum: Forum, read: list[str]) -> None:
    """A store that can't be read costs time alone."""
    _faulty(forum)
    first = forum.run("check").output
    (store,) = (forum.folder / ".cache").rglob("*.sqlite")
    store.write_bytes(b"no store")
    read.clear()
    assert forum.run("check").output == first
    assert "membres/écu.md" in read


def test_unnamed_material(forum: Forum) -> None:
    """A transcript that no talk names is told; one that a draft names isn't."""
    captions = b"WEBVTT\n\n00:01.000 --> 00:02.000\nOui.\n"
    forum.put("docs/interventions/un.vtt", captions)
    forum.put("docs/interventions/deux.vtt", captions)
    draft = "---\ntitle: Deux\nedition: 2024\nspeakers: ana\ndraft: true\n"
    material = "{title: Le débat, file: deux.vtt}"
    text = f"{draft}materials: {material}\n---\n\nDeux.\n"
    forum.put("docs/interventions/deux.md", text)
    lines = forum.run("check", "--format", "editor").output.splitlines()
    assert [line.partition(": ")[0] for line in lines if "F222" in line] == [
        "docs/interventions/un.vtt:1:1"
    ]


def test_notices_and_materials_are_kept(forum: Forum, read: list[str]) -> None:
    """A talk with errata and materials isn't read anew either."""
    keys = "notice: {date: 2024-12-01, text: Erratum.}\nmaterials: Film https://a.example/film\n"
    forum.put(
        "docs/interventions/un.md",
        f"---\ntitle: Un\nedition: 2024\nspeakers: ana\n{keys}---\n\nUn.\n",
    )
    forum.run("check")
    read.clear()
    forum.run("check")
    assert read == []
