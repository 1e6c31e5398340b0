"""The plugins of MkDocs that are used most, and how a forum is built beside each.

By the number of downloads in November 2026, those that are no plugins of a site's pages left out;
and `print-site`, which follows further below.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Plugin(NamedTuple):
    """A plugin beside the forum."""

    package: str
    """Its name on PyPI."""
    options: Mapping[str, Any] = {}
    told: str = ""
    """Regular expression for what may be told meanwhile."""
    site: Mapping[str, Any] = {}
    """What the site needs beside it."""
    added: str = ""
    """What it may add to the text of a page."""


SUPERFENCES = {"markdown_extensions": ["pymdownx.superfences"]}
NAV = {"nav": [{"Accueil": "index.md"}, {"Interventions": "interventions/index.md"}]}
ALWAYS: Mapping[str, Plugin] = {
    "macros": Plugin("mkdocs-macros-plugin"),
    "glightbox": Plugin("mkdocs-glightbox"),
    "git-revision-date-localized": Plugin("mkdocs-git-revision-date-localized-plugin"),
    "i18n": Plugin(
        "mkdocs-static-i18n",
        {"languages": [{"locale": "fr", "name": "Français", "default": True, "build": True}]},
    ),
    "mike": Plugin("mike"),
    "git-authors": Plugin("mkdocs-git-authors-plugin", {"strict": False}),
    "monorepo": Plugin("mkdocs-monorepo-plugin", site=NAV),
    "print-site": Plugin("mkdocs-print-site-plugin", told=".* is empty and will be ignored"),
}
"""Those that every run is built with."""
FURTHER: Mapping[str, Plugin] = {
    "mkdocstrings": Plugin("mkdocstrings[python]"),
    "autorefs": Plugin("mkdocs-autorefs"),
    "rss": Plugin("mkdocs-rss-plugin"),
    "redirects": Plugin("mkdocs-redirects", {"redirect_maps": {"ancienne.md": "index.md"}}),
    "literate-nav": Plugin("mkdocs-literate-nav"),
    "gen-files": Plugin("mkdocs-gen-files", {"scripts": []}),
    "section-index": Plugin("mkdocs-section-index"),
    "minify": Plugin("mkdocs-minify-plugin", {"minify_html": True, "minify_js": True}),
    "markdown-exec": Plugin("markdown-exec", site=SUPERFENCES),
    "awesome-pages": Plugin("mkdocs-awesome-pages-plugin"),
    "mermaid2": Plugin("mkdocs-mermaid2-plugin", {"javascript": "mermaid.js"}),
    "techdocs-core": Plugin("mkdocs-techdocs-core", added="¶"),
    "include-markdown": Plugin("mkdocs-include-markdown-plugin"),
    "panzoom": Plugin("mkdocs-panzoom-plugin"),
    "mkdocs-jupyter": Plugin("mkdocs-jupyter"),
    "meta-manager": Plugin("mkdocs-meta-manager"),
    "link-marker": Plugin("mkdocs-link-marker"),
    "autotag": Plugin("mkdocs-auto-tag-plugin", told=".*No rules were specified"),
    "mkdocs-simple-hooks": Plugin("mkdocs-simple-hooks", told=".*No hooks defined.*"),
    "llmstxt": Plugin("mkdocs-llmstxt", {"sections": {"Pages": ["index.md"]}}),
    "awesome-nav": Plugin("mkdocs-awesome-nav", {"logs": {"nav_override": "info"}}),
    "table-reader": Plugin("mkdocs-table-reader-plugin"),
    "swagger-ui-tag": Plugin("mkdocs-swagger-ui-tag"),
}
"""Those that a run with `--popular` is built with, too."""
