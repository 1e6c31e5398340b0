"""The content of a question's page: its detail, its synthesis and its answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from mkdocs_forum.adapter.rendering.fragments import Fragment, render_fragment
from mkdocs_forum.adapter.rendering.markdown import Failures
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.targets import (
    ANSWERS_ANCHOR,
    DETAIL,
    SYNTHESIS,
    SYNTHESIS_ANCHOR,
    prefix_of,
)
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.reading.markdown.outline import definitions
from mkdocs_forum.core.reading.source import Source
from mkdocs_forum.core.words.language import Language


@dataclass(frozen=True)
class Discussion:
    """All that was written about a question, rendered for its page."""

    html: str
    toc: tuple[AnchorLink, ...]
    fragments: Mapping[str, Fragment]
    """The texts: those of the answers by their identifiers, `detail` and `synthesis`."""

    @property
    def anchors(self) -> Iterator[str]:
        """Every identifier of the content."""
        for fragment in self.fragments.values():
            yield from fragment.anchors
        yield from _anchors(self.toc)


def discuss(
    context: contexts.Question,
    page: Page,
    files: Files,
    config: MkDocsConfig,
    *,
    library: Library,
    settings: Settings,
    environment: Environment,
    failures: Failures,
) -> Discussion:
    """Render all that was written about the question of a page."""

    def render(
        source: Source, body: str, prefix: str, top: int, lang: str | None = None
    ) -> Fragment:
        return render_fragment(
            source,
            body,
            page,
            files,
            config,
            prefix=prefix,
            top=top,
            settings=settings,
            failures=failures,
            lang=lang,
        )

    key = context.question.id
    question, outcome = library.questions[key], library.outcomes.get(key)
    talk = library.talks[question.talk]
    fragments = {}
    if question.detail:
        # A link to a place on its own page is one to a place in the talk.
        detail = question.detail.replace("](#", f"]({talk.slug}.md#")
        known = "\n\n".join(definitions(talk.body.split("\n"), detail))
        detail = f"{detail}\n\n{known}"
        fragments["detail"] = render(talk.source, detail, DETAIL, 2, talk.meta.lang)
    if outcome and outcome.body.strip():
        fragments["synthesis"] = render(outcome.source, outcome.body, SYNTHESIS, 3)
    for identifier in library.answers_by_question.get(key, ()):
        answer = library.answers[identifier]
        prefix, lang = prefix_of(answer.slug), answer.meta.lang
        fragments[identifier] = render(answer.source, answer.body, prefix, 4, lang)
    bodies = {name: fragment.text for name, fragment in fragments.items()}
    template = environment.get_template("forum/partials/discussion.html")
    html = template.render(**vars(context), bodies=bodies, page=page)
    return Discussion(html, tuple(_toc(context, fragments, settings)), fragments)


def _toc(
    context: contexts.Question, fragments: Mapping[str, Fragment], settings: Settings
) -> Iterator[AnchorLink]:
    tell = Language(settings.language).tell
    synthesis = fragments.get("synthesis")
    if synthesis and context.synthesis:
        yield _link(context.synthesis.title, SYNTHESIS_ANCHOR, 2, synthesis)
    answers = AnchorLink(tell("Answers"), ANSWERS_ANCHOR, 2)
    for answer in context.answers:
        answers.children.append(_link(answer.byline, answer.slug, 3, fragments[answer.id]))
    if answers.children:
        yield answers


def _link(title: str, anchor: str, level: int, fragment: Fragment) -> AnchorLink:
    link = AnchorLink(escape(title), anchor, level)
    link.children = list(fragment.toc)
    return link


def _anchors(links: tuple[AnchorLink, ...] | list[AnchorLink]) -> Iterator[str]:
    for link in links:
        yield link.id
        yield from _anchors(link.children)
