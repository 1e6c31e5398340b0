"""The theme's shell is rendered once for many pages, and each page is as the theme renders it."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from mkdocs_forum.adapter.theme import shell
from tests.conftest import Workshop
from tests.sites import configuration
from tests.small import SMALL

TEXTS = {
    "docs/docs.md": "---\ntitle: À part\n---\n\nUn texte.\n",
    "docs/questions/index.md": "---\ntitle: Toutes les questions\n---\n\nLisez, répondez.\n",
    "docs/membres/zoe.md": "---\nname: Zoé\n---\n",
    "docs/membres/eve.md": (
        "---\nname: Ève <b> & ana@example.org\nrole: A &lt;b&gt; role\ntopics: Prix\n---\n"
    ),
    "hooks.py": "def on_page_context(context, **_):\n    context['note'] = 'Une note'\n",
    "own/main.html": (
        '{% extends "base.html" %}{% block extrahead %}<meta name="x" content="{{ page.url }}">'
        "{% endblock %}"
    ),
    "own/forum/talk.html": (
        '{% extends "main.html" %}{% block content %}<h1>{{ talk.title }}</h1>{% endblock %}'
    ),
}


def _features(*names: str) -> dict[str, Any]:
    return {"theme": {"features": list(names)}}


SITES: dict[str, dict[str, Any]] = {
    "plain": {},
    "tabs": _features("navigation.tabs", "navigation.path", "navigation.footer", "toc.integrate"),
    "sections": _features("navigation.sections", "navigation.indexes", "navigation.top"),
    "own navigation": {
        "nav": ["index.md", {"Forum": ["questions/index.md", "questions/sans-reponse.md"]}],
        **_features("navigation.tabs"),
    },
    "addresses of files": {"use_directory_urls": False},
    "no address": {"site_url": ""},
    "links to edit": {
        "repo_url": "https://example.org/depot",
        "edit_uri": "edit/main/docs/",
        **_features("content.action.edit", "content.tooltips"),
    },
    "key of another plugin": {"forum": {"extra_keys": ["matricule"]}},
    "styles and scripts": {
        "extra_css": ["a/b.css"],
        "extra_javascript": ["questions/prix/a.js"],
        "site_description": "Un <forum>",
        "copyright": "&copy; ana@example.org",
    },
    "own templates": {"theme": {"custom_dir": "own"}},
    "another plugin": {"hooks": ["hooks.py"]},
    "homepage": {"extra": {"homepage": "questions/prix/marge/"}},
}
WHOLE = {"own templates", "homepage"}
"""Sites whose pages are rendered whole."""


@pytest.mark.parametrize("name", SITES)
def test_as_the_theme_renders_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Every file is the same, byte for byte, as where each page is rendered whole."""
    workshop = Workshop(tmp_path).write(SMALL, TEXTS, {"mkdocs.yml": configuration(**SITES[name])})
    if name == "key of another plugin":
        workshop.write({"docs/membres/zoe.md": "---\nname: Zoé\nmatricule: 3\n---\n"})
    ways: Counter[str] = Counter()
    around = shell._Shell.around

    def counted(self: shell._Shell, parts: Any) -> tuple[str, str | None]:
        ways["in a shell"] += bool(parts["content"])
        return around(self, parts)

    monkeypatch.setattr(shell._Shell, "around", counted)
    once = workshop.build().files
    monkeypatch.setattr(shell, "_has_known_theme", lambda _: False)
    ways["in all"] = sum(path.endswith(".html") for path in once)
    whole = workshop.build().files
    assert [path for path in whole if once.get(path) != whole[path]] == []
    assert once.keys() == whole.keys()
    is_whole = name in WHOLE or name == "another plugin"
    assert (ways["in a shell"] == 0) is is_whole, ways


def test_text_of_another_plugin(tmp_path: Path) -> None:
    """A page without a text of its own shows the one that another plugin gives it."""
    hook = (
        "def on_page_markdown(markdown, page, **_):\n"
        "    return 'Un *mot*.' if page.url == 'questions/prix/marge/' else markdown\n"
    )
    config = configuration(hooks=["hook.py"])
    workshop = Workshop(tmp_path).write(SMALL, {"hook.py": hook, "mkdocs.yml": config})
    assert "Un <em>mot</em>." in workshop.build().main("questions/prix/marge/")
