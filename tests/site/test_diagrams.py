"""Diagrams of a site, drawn where a program is that does: to print, in books, as PDF."""

import os
import shutil
import stat
from collections.abc import Mapping
from pathlib import Path

import pytest
from pypdf import PdfReader

from mkdocs_forum.core.diagrams.drawings import DrawingMaker
from mkdocs_forum.core.diagrams.mermaid import PROGRAM, DiagramError, Mermaid, SlowError
from mkdocs_forum.core.diagrams.pictures import with_drawings
from mkdocs_forum.core.diagrams.svg import cleaned
from mkdocs_forum.core.printing.pdf.chromium_program import find_chromium
from mkdocs_forum.core.reading.source import Source
from tests.conftest import Log, Workshop
from tests.site.test_epub import files_of
from tests.sites import configuration
from tests.small import SMALL

DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><style>@import "x"; text'
    "{fill:#333}</style><script>1</script><a href='https://example.org/'><text y='20'"
    " onclick='1'>Dessin</text></a><image href='https://example.org/'/></svg>"
)
FAKE = f"""\
#!/bin/sh
if [ "$1" = --version ]; then echo 1.0; exit; fi
while [ "$#" -gt 1 ]; do
  case "$1" in --input) in="$2";; --output) out="$2";; esac
  shift
done
echo x >> "$FAKE_RUNS"
if grep -q slow "$in"; then sleep 60; fi
if grep -q wrong "$in"; then
  printf 'At once\\n\\nError: Parse error on line 2:\\nwrong\\n^ where\\n  at (x.js:1:2)\\n' >&2
  exit 1
fi
if grep -q silent "$in"; then exit 0; fi
cat > "$out" <<'END'
{DRAWN}
END
"""
"""Stands for the program: draws the same of whatever it is given."""
TALK = (
    "---\ntitle: Le prix\nedition: 2024\nspeakers: ana\n---\n\nVoici :\n\n"
    "```mermaid\ngraph LR\n  A --> B\n```\n\n1. Un point :\n\n"
    "    ~~~ mermaid\n    pie\n      accTitle: Deux parts\n    ~~~\n\n"
    "```text\ngraph LR\n  A\n```\n\n{more}\n"
)
KEPT = {name: text for name, text in SMALL.items() if "reponses" not in name}


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the program that stands for the real one into the path; give where it notes its runs."""
    program = tmp_path / "programs" / PROGRAM
    program.parent.mkdir()
    program.write_text(FAKE, encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("FAKE_RUNS", str(tmp_path / "runs"))
    return tmp_path / "runs"


def files(more: str = "", **options: object) -> Mapping[str, str]:
    """Give the files of a forum whose talk has diagrams."""
    wanted = configuration(markdown_extensions=["pymdownx.superfences"], forum=options)
    return {
        **KEPT,
        "mkdocs.yml": wanted,
        "docs/interventions/prix.md": TALK.replace("{more}", more),
    }


def test_drawn(workshop: Workshop, runs: Path) -> None:
    """Paper, books and PDF documents have the drawings; what is shown as text stays text."""
    site = workshop.write(files(epub=True, pdf=True)).build(strict=True)
    page = site.page("interventions/prix/imprimer/")
    assert page.count('class="print-diagram"') == 2
    assert ('alt="graph LR\nA --&gt; B"' in page, 'alt="Deux parts"' in page) == (True, True)
    assert page.count("<pre") == 1
    assert site.page("editions/2024/actes/").count('class="print-diagram"') == 2
    assert "print-diagram" not in site.page("interventions/prix/")
    book = files_of(site.files["editions/2024/actes-2024.epub"])
    assert book["book/talk-prix.xhtml"].count('src="pictures/') == 2
    pdf = PdfReader(site.path / "interventions/prix/prix.pdf")
    assert "Dessin" in "".join(each.extract_text() for each in pdf.pages)
    workshop.build(strict=True)
    assert len(runs.read_text(encoding="utf-8").split()) == 2


def test_undrawn(workshop: Workshop, runs: Path, log: Log) -> None:
    """What can't be drawn is told at the line that the program names, and its text stays."""
    wrong = "```mermaid\ngraph LR\n  wrong\n```\n\n```mermaid\nsilent\n```"
    site = workshop.write(files(wrong)).build()
    told = [line.partition("docs/")[2].split("\n")[0] for line in log.take()]
    assert told[:2] == [
        "interventions/prix.md:28:1: F404 ce diagramme est imprimé en texte\u00a0: "
        "Parse error on line 2: wrong",
        "interventions/prix.md:31:1: F404 ce diagramme est imprimé en texte\u00a0: "
        "aucun dessin n’en est sorti",
    ]
    page = site.page("interventions/prix/imprimer/")
    assert (page.count('class="print-diagram"'), "silent" in page) == (2, True)


def test_slow(runs: Path, tmp_path: Path) -> None:
    """The program is ended with all that it started; after one that is slow, none is begun."""
    maker = DrawingMaker(Mermaid(PROGRAM, None, 0.3), tmp_path / "kept")
    body = "```mermaid\nslow\n```\n\n```mermaid\nnext\n```\n"
    assert maker.make([Source("a.md", body=body)]) == {}
    assert [fault.location.line for fault in maker.faults] == [1, 5]
    assert len(runs.read_text(encoding="utf-8").split()) == 1


def test_cleaned() -> None:
    """Nothing of a drawing runs or leads elsewhere; its words stay, in letters of a page's size."""
    assert cleaned(DRAWN) == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="80" height="40">'
        '<style>none "x"; text{fill:#333}</style><text y="20">Dessin</text></svg>'
    )


REFUSED = {
    "no drawing": "Error",
    "page": '<html xmlns="http://www.w3.org/1999/xhtml"/>',
    "without size": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "words in HTML": (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><foreignObject>'
        "Perdu</foreignObject></svg>"
    ),
    "too large": DRAWN + " " * 2_000_000,
}


@pytest.mark.parametrize("drawing", REFUSED.values(), ids=REFUSED)
def test_refused(drawing: str) -> None:
    """What is no drawing, or would lose words, isn't taken."""
    with pytest.raises(DiagramError):
        cleaned(drawing)


REAL = {
    "flow": "graph LR\n  A[Demande] --> B{Accord ?}",
    "sequence": "sequenceDiagram\n  Demande->>B: Accord ?",
    "journey": "journey\n  title Accord ?\n  section Demande\n    B: 5: Moi",
    "labels in HTML": '%%{init: {"htmlLabels": true}}%%\ngraph LR\n  A["Demande"] --> B["Accord"]',
    "plan": "gantt\n  title Accord ?\n  section Demande\n  B :a1, 2026-01-01, 30d",
}


@pytest.mark.thorough
@pytest.mark.parametrize("text", REAL.values(), ids=REAL)
def test_real_program(text: str) -> None:
    """Mermaid's own program draws what a site accepts, and the same on each run."""
    program = shutil.which(PROGRAM)
    if program is None:
        pytest.skip(f"no {PROGRAM}")
    first, again = (cleaned(Mermaid(program, find_chromium()).draw(text)) for _ in range(2))
    assert first == again
    assert ("Demande" in first, "Accord" in first) == (True, True)


@pytest.mark.thorough
def test_real_program_at_fault() -> None:
    """It tells the line at which a text is wrong, and reaches no picture of another host."""
    program = shutil.which(PROGRAM)
    if program is None:
        pytest.skip(f"no {PROGRAM}")
    mermaid = Mermaid(program, find_chromium())
    with pytest.raises(DiagramError) as wrong:
        mermaid.draw("graph LR\n  A[Demande --> B{")
    assert wrong.value.line == 2
    with pytest.raises(DiagramError, match="decoded"):
        mermaid.draw('graph LR\n  A@{ img: "http://127.0.0.1:8000/x.png" } --> B')
    assert not isinstance(wrong.value, SlowError)


FENCED = {
    "fence": '<pre class="mermaid"><code>{}</code></pre>',
    "fence, cleaned": "<pre><code>{}</code></pre>",
    "highlighted": (
        '<div class="language-mermaid highlight"><pre><span></span><code>{}</code></pre></div>'
    ),
    "plain": '<pre><code class="language-mermaid">{}</code></pre>',
}
OTHERS = {
    "other language": '<pre><code class="language-text">a</code></pre>',
    "other text": "<pre><code>b</code></pre>",
}


@pytest.mark.parametrize("fence", FENCED.values(), ids=FENCED)
def test_placed(fence: str) -> None:
    """A drawing stands for its text, whichever extension wrote that."""
    html = with_drawings(
        f"<li>{fence.format('&quot;a&quot;&#10;  b&#10;')}</li>", {'"a"\nb': "<svg/>"}
    )
    assert html == (
        '<li><p class="print-diagram"><img src="data:image/svg+xml;base64,PHN2Zy8+" '
        'alt="&quot;a&quot;\n  b"></p></li>'
    )


@pytest.mark.parametrize("html", OTHERS.values(), ids=OTHERS)
def test_left(html: str) -> None:
    """Code of another language or with other words stays."""
    assert with_drawings(html, {"a": "<svg/>"}) == html
