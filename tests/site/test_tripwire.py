"""What other programs do with a forum that they don't know: nothing."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from markdown import Markdown

from mkdocs_forum.core.scaffold.choices import Choices
from mkdocs_forum.core.scaffold.files import forum_files
from tests.conftest import Workshop
from tests.sites import Run, configuration
from tests.small import SMALL

HIDDEN = {
    "docs/interventions/inedit.md": (
        "---\ntitle: Titre caché\nedition: 2024\nspeakers: ana\ndraft: true\n---\n\nTexte caché.\n"
    ),
    "docs/editions/2029.md": "---\ntitle: Édition cachée\ndate: 2029-10-01\ndraft: true\n---\n",
    "docs/reponses/prix/marge/bob.md": (
        "---\ndate: 2024-11-02\n---\n\n<script>alert(1)</script>\n"
    ),
}
"""A draft with a text, one without, and a script of a member's."""


def zensical(folder: Path) -> Run:
    """Build a folder with Zensical, as its users do."""
    command = [sys.executable, "-P", "-m", "zensical", "build", "-c", "-f", "mkdocs.yml"]
    result = subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    return Run(result.returncode, result.stdout + result.stderr)


def test_zensical(workshop: Workshop) -> None:
    """Zensical, which passes over the plugin, writes no page, and tells what to do."""
    run = zensical(workshop.write(SMALL, HIDDEN).folder)
    assert run.status != 0
    assert "«\u202fmkdocs-forum export DOSSIER\u202f»" in run.told
    written = [path for path in (workshop.folder / "site").rglob("*") if path.is_file()]
    assert [path.name for path in written if path.name == "index.html"] == []
    told = "".join(path.read_text(encoding="utf-8", errors="replace") for path in written)
    assert not any(word in told for word in ("caché", "inedit", "alert(1)"))


SENT = [
    f"docs/{path}"
    for path in (
        *("interventions/eve.html", "reponses/prix/EVE.HTM", "membres/eve.xhtml", "themes/eve.svg"),
        *("questions/eve.SVG", "editions/2024/eve.xht"),
    )
]
"""Files that a browser would run, in every folder to which anyone may send."""


def test_sent_pages(workshop: Workshop) -> None:
    """What was sent and could run scripts is copied by no program, as `init` has it, but told."""
    choices = Choices("Forum", "fr", datetime.date(2026, 1, 2))
    excluded = yaml.safe_load(forum_files(choices)["mkdocs.yml"])["exclude_docs"]
    files = {"mkdocs.yml": configuration(exclude_docs=excluded), "docs/assets/plan.svg": "<svg/>"}
    workshop.write(SMALL, files, dict.fromkeys(SENT, "<script>alert(1)</script>"))
    zensical(workshop.folder)
    written = [path for path in (workshop.folder / "site").rglob("*") if path.is_file()]
    assert "plan.svg" in {path.name for path in written}
    assert [path for path in written if path.stem.lower() == "eve"] == []
    told = workshop.run("build").told
    assert [path for path in SENT if path.removeprefix("docs/") not in told] == []


def test_mkdocs_without_the_plugin(workshop: Workshop) -> None:
    """MkDocs without the plugin stops with the sentence alone."""
    run = workshop.write(SMALL, {"mkdocs.yml": configuration(plugins=[])}).run("build")
    assert (run.status, run.traceback) == (1, False)
    assert "mkdocs-forum export" in run.told


@pytest.mark.parametrize("text", ["", "Un texte."])
def test_every_text_is_refused(text: str) -> None:
    """No text is rendered, an empty one neither: a page would bear its title."""
    with pytest.raises(SystemExit, match=r"brouillons.*\n.*drafts"):
        Markdown(extensions=["mkdocs_forum"]).convert(text)
