"""Documents to print: a talk, an edition's programme, an edition's proceedings."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import Environment
from markupsafe import Markup

from mkdocs_forum.core.addresses import Addresses, relative, relocate
from mkdocs_forum.core.library import Library
from mkdocs_forum.core.markup import rebase
from mkdocs_forum.core.outputs.assets import PRINT_STYLE
from mkdocs_forum.core.outputs.output import Output, Place
from mkdocs_forum.core.settings import Settings
from mkdocs_forum.core.views import (
    AnswerView,
    EditionView,
    QuestionView,
    SynthesisView,
    TalkView,
    Views,
)


@dataclass
class Texts:
    """Texts as they were rendered for their pages, by the identifiers of their entries.

    They are gathered while pages are rendered, and read once all are.
    """

    talks: dict[str, str] = field(default_factory=dict)
    editions: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    syntheses: dict[str, str] = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PrintedQuestion:
    """A question with all that was written about it."""

    view: QuestionView
    anchor: str
    detail: Markup
    synthesis: Markup
    outcome: SynthesisView | None
    answers: tuple[tuple[AnswerView, Markup], ...]


@dataclass(frozen=True)
class PrintedTalk:
    """A talk with its text and its questions."""

    view: TalkView
    anchor: str
    text: Markup
    questions: tuple[PrintedQuestion, ...]


def documents(
    library: Library,
    views: Views,
    texts: Texts,
    settings: Settings,
    environment: Environment,
    site_url: str,
) -> Iterator[Output]:
    """Make every document to print.

    Arguments:
        library: The forum's entries.
        views: Their views.
        texts: Their texts as they were rendered for their pages.
        settings: The options.
        environment: Prepared for the forum's templates.
        site_url: Whole address of the site's root, or nothing if it isn't known.
    """
    printer = _Printer(library, views, texts, site_url)
    addresses = Addresses(settings)

    def output(source: str, template: str, **context: object) -> Output:
        page = Place(addresses.url(source))
        text = environment.get_template(template).render(
            **context,
            page=page,
            style=relative(PRINT_STYLE, page.url),
            site_url=site_url,
        )
        return Output(addresses.target(source), text)

    for slug, talk in views.talks.items():
        source = addresses.output("talks", slug, "print")
        printed = printer.talk(slug, addresses.url(source))
        yield output(source, "forum/print-talk.html", talk=printed, subject=talk)
    for slug, edition in views.editions.items():
        programme = library.talks_by_edition.get(slug, ())
        source = addresses.output("editions", slug, "print")
        yield output(
            source,
            "forum/print-edition.html",
            subject=edition,
            introduction=printer.edition(edition, addresses.url(source)),
            programme=[(views.talks[talk], printer.asked(talk)) for talk in programme],
        )
        source = addresses.output("editions", slug, "proceedings")
        here = addresses.url(source)
        yield output(
            source,
            "forum/proceedings.html",
            subject=edition,
            introduction=printer.edition(edition, here),
            talks=[printer.talk(talk, here, f"{talk}_") for talk in programme],
        )


class _Printer:
    def __init__(self, library: Library, views: Views, texts: Texts, site_url: str) -> None:
        self._library, self._views, self._texts = library, views, texts
        self._site_url = site_url

    def talk(self, slug: str, here: str, prefix: str = "") -> PrintedTalk:
        """Give a talk for a document at an address, its identifiers after a prefix."""
        view = self._views.talks[slug]
        return PrintedTalk(
            view=view,
            anchor=prefix + "talk_",
            text=self._placed(self._texts.talks.get(slug, ""), prefix, view.url, here),
            questions=tuple(self._question(view, here, prefix) for view in self.asked(slug)),
        )

    def asked(self, talk: str) -> list[QuestionView]:
        """Give the questions of a talk."""
        keys = self._library.questions_by_talk.get(talk, ())
        return [self._views.questions[key] for key in keys]

    def edition(self, view: EditionView, here: str) -> Markup:
        """Give the presentation of an edition for a document at an address."""
        return self._placed(self._texts.editions.get(view.slug, ""), "edition_", view.url, here)

    def _placed(self, html: str, prefix: str, origin: str, here: str) -> Markup:
        """Give a text of a page for a document: paper leads to whole addresses."""
        return Markup(
            rebase(
                html,
                prefix,
                link=lambda link: relocate(link, origin, here, self._site_url),
                image=lambda image: relocate(image, origin, here),
            )
        )

    def _question(self, view: QuestionView, here: str, prefix: str) -> PrintedQuestion:
        key = view.id
        own = f"{prefix}{view.slug}_"

        def placed(html: str) -> Markup:
            return self._placed(html, own, view.url, here)

        return PrintedQuestion(
            view=view,
            anchor=f"{own}discussion",
            detail=placed(self._texts.details.get(key, "")),
            synthesis=placed(self._texts.syntheses.get(key, "")),
            outcome=self._views.syntheses.get(key),
            answers=tuple(
                (self._views.answers[answer], placed(self._texts.answers[answer]))
                for answer in self._library.answers_by_question.get(key, ())
            ),
        )
