"""The list of a forum's texts for language models (https://llmstxt.org)."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from mkdocs_forum.core.html.markdown.blocks import heading
from mkdocs_forum.core.html.markdown.escaping import escaped, line, linked
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.pages.output import Output

LIST: Final = "llms.txt"
"""Path below the root of the site."""


def llms(contents: Contents) -> Iterator[Output]:
    """Give the list: the Markdown twins of talks by edition, and of questions."""
    yield Output(LIST, partial(_written, contents))


def _written(contents: Contents) -> str:
    return "\n\n".join(filter(None, _blocks(contents))) + "\n"


def _blocks(contents: Contents) -> Iterator[str]:
    library, settings, tell = contents.library, contents.settings, contents.language.tell
    addresses = Addresses(settings)
    yield heading(escaped(settings.site_name), 1)
    if settings.site_description:
        yield f"> {line(settings.site_description)}"
    newest_first = sorted(library.editions.values(), key=lambda each: each.meta.date, reverse=True)
    for edition in newest_first:
        if talks := library.talks_by_edition.get(edition.slug, ()):
            yield heading(escaped(edition.meta.title), 2)
            yield "\n".join(
                _item(
                    contents,
                    library.talks[talk].meta.title,
                    addresses.twin("talks", talk),
                    library.talks[talk].meta.summary or "",
                )
                for original in talks
                for talk in library.versions(original)
            )
    if library.questions:
        yield heading(escaped(tell("Questions")), 2)
        yield "\n".join(
            _item(contents, question.title, addresses.twin("questions", key))
            for key, question in library.questions.items()
        )
    yield heading("Optional", 2)  # Its name says that it may be passed over.
    yield _item(contents, tell("The data"), addresses.data())


def _item(contents: Contents, title: str, url: str, note: str = "") -> str:
    link = linked(escaped(title), contents.address(url))
    return f"- {link}: {escaped(note)}" if note else f"- {link}"
