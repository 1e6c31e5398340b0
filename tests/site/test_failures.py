"""A text that can't be rendered stops no other: it is shown as written, and told at its line."""

import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from mkdocs_forum.adapter.project import open_project
from tests.conftest import Log, Workshop
from tests.sites import build_site, configuration, write
from tests.small import SMALL

TEXTS: Mapping[str, str] = {
    "interventions/prix.md": "La marge.",
    "reponses/prix/marge/bob.md": "Beaucoup de clients.",
    "questions/prix/rabais.md": "Une synthèse.",
    "membres/ana.md": "Elle conseille.",
    "editions/2024.md": "Le vingtième forum.",
}
"""A text of each kind, as the small forum has it or is given."""
RAISING = """
import random
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

SIGN = "PANNE"


class Early(Preprocessor):
    def run(self, lines):
        if any(SIGN + "-A" in line for line in lines):
            raise AssertionError("expected name token")
        return lines


class Late(Treeprocessor):
    def run(self, root):
        if SIGN + "-B" in "".join(root.itertext()):
            raise KeyError("x")


class Raising(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Early(md), "early", 100)
        md.treeprocessors.register(Late(md), "late", 1)


def on_config(config):
    config.markdown_extensions.append(Raising())
    return config


def on_page_markdown(markdown, page, config, files):
    if SIGN + "-C" in markdown:
        raise ValueError("c")


def on_page_content(html, page, config, files):
    if SIGN + "-D" in html:
        raise ZeroDivisionError
"""
"""Extensions and events of other plugins that fail at a text, each at a stage of its own."""
OWN = {"interventions/prix.md", "membres/ana.md", "editions/2024.md"}
"""Those whose files are pages, for which other plugins' events are run."""


def forum(folder: Path, changes: Mapping[str, str], **options: bool) -> Path:
    """Write a forum whose build has such extensions, with some more text in some files."""
    texts = {
        path.removeprefix("docs/"): text for path, text in SMALL.items() if path.startswith("docs/")
    }
    texts["questions/prix/rabais.md"] = (
        "---\nstatus: synthesised\nby: ana\ndate: 2024-11-03\n---\n\nUne synthèse.\n"
    )
    for path, more in changes.items():
        head, closing, body = texts[path].partition("\n---\n")
        texts[path] = f"{head}{closing}\n{more}\n{body}"
    settings = configuration(hooks=["hooks.py"])
    write(folder, {"mkdocs.yml": settings, "hooks.py": RAISING})
    return write(folder, {f"docs/{path}": text for path, text in texts.items()})


def test_text_as_written(tmp_path: Path, log: Log) -> None:
    """What fails is shown escaped, told by the path of its own file, and all else is whole."""
    folder = forum(tmp_path, {"reponses/prix/marge/bob.md": "Premier.\n\nUne PANNE-A *ici* <b>."})
    site = build_site(folder, tmp_path / "site")
    told = "\n".join(log.take())
    assert "docs/reponses/prix/marge/bob.md:7:1: F317 " in told
    assert "AssertionError: expected name token" in told
    page = site.main("questions/prix/marge/")
    assert "<pre>" in page
    assert "Une PANNE-A *ici* &lt;b&gt;." in page
    assert "Une synthèse." in site.main("questions/prix/rabais/")


def test_same_before_a_merge(tmp_path: Path, log: Log) -> None:
    """The check tells what a build tells: it renders, too."""
    folder = forum(
        tmp_path,
        {"membres/ana.md": "Une PANNE-B.", "editions/2024.md": "[NDLR]: démenti"},
    )
    build_site(folder, tmp_path / "site")
    told = [line.partition(" ")[2] for line in log.take() if " F31" in line]
    (folder / "mkdocs.yml").write_text(configuration(), encoding="utf-8")
    found = open_project(folder / "mkdocs.yml").check().faults
    assert [str(fault.location) for fault in found] == ["editions/2024.md:6:9"]
    assert len(told) == 2
    assert any(line.startswith("docs/editions/2024.md:6:9: F318") for line in told)


@pytest.mark.parametrize("stage", "CD")
def test_other_plugins(tmp_path: Path, log: Log, stage: str) -> None:
    """What another plugin raises at a member's page is told of that page."""
    folder = forum(tmp_path, {"membres/ana.md": f"Une PANNE-{stage}."})
    site = build_site(folder, tmp_path / "site")
    assert "docs/membres/ana.md:6:1: F317" in "\n".join(log.take())
    assert f"PANNE-{stage}" in site.main("membres/ana/")


def test_own_pages(tmp_path: Path, log: Log) -> None:
    """What fails at a page of the organisers stops the build, as ever."""
    folder = forum(tmp_path, {})
    write(folder, {"docs/a-propos.md": "Une PANNE-A.\n"})
    with pytest.raises(AssertionError, match="expected name token"):
        build_site(folder, tmp_path / "site")
    assert log.take() == ["ERROR Error reading page 'a-propos.md': expected name token"]


@pytest.mark.parametrize("runs", [8, pytest.param(500, marks=pytest.mark.thorough)])
def test_any_failure(tmp_path: Path, log: Log, runs: int) -> None:
    """Whichever texts fail at whichever stage, each is told and the site is whole."""
    chance = random.Random(runs)
    whole = build_site(forum(tmp_path / "whole", {}), tmp_path / "whole/site")
    log.take()
    for number in range(runs):
        chosen = chance.sample(sorted(TEXTS), chance.randint(1, len(TEXTS)))
        stages = {path: chance.choice("ABCD" if path in OWN else "AB") for path in chosen}
        changes = {path: f"Une PANNE-{stage}." for path, stage in stages.items()}
        folder = forum(tmp_path / str(number), changes)
        site = build_site(folder, folder / "site")
        assert site.files.keys() == whole.files.keys()
        told = {
            line.split(":")[0].rpartition("docs/")[2] for line in log.take() if " F317 " in line
        }
        assert told == set(chosen)


MARKED = {
    "body": ("interventions/prix.md", "Le tableau <![ tel quel, puis la suite."),
    "declaration": ("reponses/prix/marge/bob.md", "Un <!signe et <?autre signe."),
    "section": ("questions/prix/rabais.md", "Copie : <![CDATA[ du texte ]]"),
    "presentation": ("membres/ana.md", "Copie : <![vide\n\nSuite."),
}


@pytest.mark.parametrize("case", MARKED)
def test_signs_of_declarations(tmp_path: Path, log: Log, case: str) -> None:
    """What only looks like a declaration of HTML is text."""
    path, more = MARKED[case]
    site = build_site(forum(tmp_path, {path: more}), tmp_path / "site")
    assert log.take() == []
    pages = " ".join(site.main(page) for page in ("interventions/prix/", "membres/ana/"))
    pages += site.main("questions/prix/marge/") + site.main("questions/prix/rabais/")
    for word in ("signe", "autre", "texte", "vide") if case != "body" else ("tel quel",):
        assert word not in more or word in pages


def test_signs_in_titles(workshop: Workshop, log: Log) -> None:
    """Nor do they hurt in a title or a question."""
    talk = SMALL["docs/interventions/prix.md"]
    talk = talk.replace("title: ", "title: Le <![ prix, ").replace("- ", "- Le <![ et ", 1)
    site = workshop.write(SMALL, {"docs/interventions/prix.md": talk}).build()
    assert "Le &lt;![ prix" in site.main("interventions/prix/")
