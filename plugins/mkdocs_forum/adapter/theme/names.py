"""What MkDocs is told of pages: their text, how they are called, which template shows them."""

from mkdocs.structure.pages import Page

from mkdocs_forum.adapter.build import Build
from mkdocs_forum.adapter.rendering.sanitise import escaped, shown_keys
from mkdocs_forum.adapter.theme.shell import OWN_TEMPLATE, TEMPLATE
from mkdocs_forum.core.model.kinds import Talk
from mkdocs_forum.core.pages.naming.descriptions import describe
from mkdocs_forum.core.reading.questions.scan import mark
from mkdocs_forum.core.words.language import Language


def source_of_page(page: Page, build: Build) -> str | None:
    """Give the text of an entry without its frontmatter, which the forum read; else nothing."""
    entry = build.library.pages.get(page.file.src_uri)
    if entry is None:
        return None
    questions = build.library.asked(entry.slug) if isinstance(entry.meta, Talk) else []
    # The empty line keeps MkDocs from taking a first line such as `Note: …` for a key.
    return "\n" + mark(entry.body, questions)


def name_page(page: Page, build: Build) -> None:
    """Tell the theme how a page is called and which template shows it."""
    if entry := build.library.pages.get(page.file.src_uri):
        page.meta.update(shown_keys(entry))
    view = build.pages.get(page.file.src_uri)
    if view is None:
        page.meta.setdefault("template", OWN_TEMPLATE)
        return
    # The theme prints titles and descriptions as they are.
    if view.title:
        page.meta.setdefault("title", escaped(view.title))
    if told := describe(view, Language(build.settings.language)):
        page.meta.setdefault("description", escaped(told))
    page.meta.setdefault("template", TEMPLATE)
