"""Writes a site of Material for MkDocs alone, with as many pages as a forum and the same texts.

It is what a forum's build is measured against: a site that somebody keeps by hand. A text stands on
its page; a question's page holds the question and its answers, a document to print what it prints
of one talk, a listing the titles of what it lists. The theme has the same options.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from mkdocs_forum.adapter.project import open_project
from mkdocs_forum.core.forms.guide import all_pages
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.making.make_views import make_views
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.printing.lists.collections import collection_of

SILENT = {"not_found": "ignore", "unrecognized_links": "ignore", "anchors": "ignore"}
"""Links to files that such a site lacks are told by no one."""


def write_stock(forum: Path, folder: Path) -> None:
    """Write the site of a forum into a folder.

    Arguments:
        forum: Folder of the forum, with its `mkdocs.yml`.
        folder: Folder of the new site, which isn't there yet.
    """
    project = open_project(forum / "mkdocs.yml")
    settings, addresses = project.settings, Addresses(project.settings)
    entries = project.texts()
    library = load(entries, settings).library
    pages = list(all_pages(library, settings, make_views(library, settings), {}))
    texts = {page.source: _text(page, library) for page in pages}
    for page in pages:
        if collection := collection_of(page, addresses):
            texts[collection.source] = texts[page.source]
    for slug, talk in library.talks.items():
        texts[addresses.output("talks", slug, "print")] = talk.body
    for slug in library.editions:
        talks = [library.talks[talk] for talk in library.talks_by_edition.get(slug, ())]
        programme = "".join(f"- {talk.meta.title}\n" for talk in talks)
        texts[addresses.output("editions", slug, "print")] = programme
        texts[addresses.output("editions", slug, "proceedings")] = programme
    for path in project.docs.rglob("*"):
        source = path.relative_to(project.docs).as_posix()
        if path.is_file() and source.endswith(".md") and source not in entries:
            texts[source] = path.read_text(encoding="utf-8")
    for source, text in texts.items():
        file = folder / "docs" / source
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    roots = [page.source for page in pages if page.is_root]
    config = _configuration(forum / "mkdocs.yml", roots)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")


def _configuration(path: Path, roots: list[str]) -> Mapping[str, Any]:
    """Give the forum's configuration without the forum; of its pages only roots are in the nav."""
    with path.open(encoding="utf-8") as file:
        config: dict[str, Any] = yaml_load(file, get_yaml_loader())
    kept = ("site_name", "site_url", "theme", "markdown_extensions", "nav")
    return {
        "nav": roots,
        **{key: config[key] for key in kept if key in config},
        "plugins": ["search"],
        "not_in_nav": "*",
        "validation": {"links": SILENT},
    }


def _text(page: VirtualPage, library: Library) -> str:
    """Give what a page says, as Markdown."""
    entry = library.pages.get(page.source)
    if isinstance(page.context, contexts.Question):
        text = "\n\n".join(_discussion(page.subject or "", library))
        # As seen from the page of the question.
        return re.sub(r"\]\(\.\./\.\./\.\./", "](../../", text)
    lists = page.variables.values() if entry is None or page.kind != "talk" else ()
    titles = [item for value in lists if isinstance(value, list | tuple) for item in value]
    listed = [f"- {_title(item)}" for item in titles if hasattr(item, "url")]
    return "\n\n".join([f"# {page.title}", entry.body if entry else "", "\n".join(listed)])


def _title(view: Any) -> str:
    return str(getattr(view, "title", "") or getattr(view, "name", "") or view.text)


def _discussion(key: str, library: Library) -> Iterator[str]:
    """Give what was written about a question."""
    question, outcome = library.questions[key], library.outcomes.get(key)
    yield f"# {question.title}"
    yield question.detail or ""
    yield outcome.body if outcome else ""
    for answer in map(library.answers.__getitem__, library.answers_by_question.get(key, ())):
        yield f"## {library.members[answer.meta.author].meta.name}"
        yield answer.body
