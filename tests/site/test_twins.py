"""What members write, by the constructs that attacks use, stands on pages as they meant it."""

from pathlib import Path

import pytest

from mkdocs_forum.adapter.rendering import sanitise as safety
from tests.conftest import Log
from tests.core.reading.test_twins import EXTENSIONS, TWINS, Tree
from tests.sites import Site, build_site, configuration, write
from tests.small import SMALL

BODY = "\n\n".join(text for name, text in TWINS.items() if name != "question")
TEXTS = {
    **SMALL,
    "mkdocs.yml": configuration(
        markdown_extensions=[{name: dict(options)} for name, options in EXTENSIONS.items()],
        validation={"links": {"not_found": "ignore", "anchors": "ignore"}},
    ),
    "docs/editions/2024.md": SMALL["docs/editions/2024.md"] + BODY,
    "docs/interventions/prix.md": SMALL["docs/interventions/prix.md"].replace("Du prix.", BODY),
    "docs/membres/ana.md": SMALL["docs/membres/ana.md"] + BODY,
    "docs/reponses/prix/marge/bob.md": f"---\ndate: 2024-11-02\n---\n\n{BODY}\n",
    "docs/questions/prix/marge.md": f"---\nstatus: synthesised\ndate: 2025-01-01\n---\n\n{BODY}\n",
    "docs/themes/prix.md": BODY,
    "docs/membres/index.md": BODY,
}
"""A forum in which all of them stand in a text of every kind."""


def _build(folder: Path, log: Log) -> Site:
    site = build_site(write(folder, TEXTS), folder / "site")
    log.take()
    return site


def test_twins(tmp_path: Path, log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page has the same elements, attributes and text as if nothing were sanitised."""
    site = _build(tmp_path / "sanitised", log)
    monkeypatch.setattr(safety, "sanitise", lambda html, **_: html)
    raw = _build(tmp_path / "raw", log)
    assert site.pages.keys() == raw.pages.keys()
    for path in raw.pages:
        assert Tree(site.page(path)).found == Tree(raw.page(path)).found, path
    for path in ("editions/2024/", "interventions/prix/", "membres/ana/", "questions/prix/marge/"):
        assert all(word in site.main(path) for word in ("tabbed-set", "task-list", "<kbd", "<svg"))
