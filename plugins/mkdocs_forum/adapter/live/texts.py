"""The texts of a forum, each rendered when it is asked for."""

from collections.abc import Callable, Mapping

from mkdocs_forum.adapter.build import Build, Rendered
from mkdocs_forum.core.html.tree import Text
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.pages.making.on_demand import OnDemand
from mkdocs_forum.core.printing.talk import Texts

Render = Callable[[str], Rendered]
"""Renders what the page of a file's path shows."""


def texts_on_demand(build: Build, render: Render) -> Texts:
    """Give the texts of a forum.

    Arguments:
        build: Knows the forum.
        render: Renders them.
    """
    library, addresses = build.library, Addresses(build.settings)

    def texts(kind: str, hosts: Mapping[str, str]) -> OnDemand[Text]:
        def text(key: str) -> Text:
            host = hosts[key]
            found: Mapping[str, Text] = getattr(build.texts({host: render(host)}), kind)
            return found[key]

        return OnDemand(hosts, text)

    asked = {key: addresses.entry("questions", key) for key in library.questions}
    return Texts(
        texts("talks", {slug: talk.path for slug, talk in library.talks.items()}),
        texts("editions", {slug: edition.path for slug, edition in library.editions.items()}),
        answers=texts(
            "answers",
            {
                answer: asked[key]
                for key, answers in library.answers_by_question.items()
                for answer in answers
            },
        ),
        syntheses=texts(
            "syntheses",
            {key: asked[key] for key, found in library.outcomes.items() if found.body.strip()},
        ),
        details=texts(
            "details",
            {key: asked[key] for key, question in library.questions.items() if question.detail},
        ),
        members=texts("members", {slug: found.path for slug, found in library.members.items()}),
    )
