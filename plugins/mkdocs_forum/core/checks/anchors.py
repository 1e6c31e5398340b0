"""The anchors of a site's pages, found by rendering as little as will do."""

from collections.abc import Callable, Iterator, Mapping

from mkdocs_forum.core.html.tree import Text, as_written, read
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.targets import (
    ANSWERS_ANCHOR,
    DETAIL,
    SYNTHESIS,
    SYNTHESIS_ANCHOR,
    prefix_of,
)
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.markdown.outline import headings


class Anchors:
    """The anchors of pages, and what else is known of a text only once it is rendered."""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        bodies: Mapping[str, str],
        render: Callable[[str, str], str],
    ) -> None:
        """Make an index that is filled as it is asked.

        Arguments:
            library: The forum's entries.
            settings: The options.
            bodies: The text of each file that is rendered, by path.
            render: Renders Markdown as the site does, by the path of its file.
        """
        self._library, self._bodies, self._render = library, bodies, render
        addresses = Addresses(settings)
        self._questions = {addresses.entry("questions", key): key for key in library.questions}
        self._rendered: dict[tuple[str, str], Text] = {}
        self.errors: dict[str, Exception] = {}
        """What an extension raised while a text was rendered, by its path."""

    def rendered(self, text: str, path: str) -> Text:
        """Give what stands in a text of a file once it is rendered."""
        if (text, path) not in self._rendered:
            try:
                html = self._render(text, path)
            except Exception as error:  # Whatever an extension raises.
                self.errors[path] = error
                html = as_written(text)
            self._rendered[text, path] = read(html)
        return self._rendered[text, path]

    def is_rendered(self, part: str, path: str) -> bool:
        """Whether a part of a text can be rendered by itself."""
        try:
            self._render(part, path)
        except Exception:
            return False
        return True

    def in_text(self, path: str, anchor: str) -> bool:
        """Whether the text of a file has an anchor of its own."""
        return self._has(self._bodies.get(path, ""), path, anchor)

    def on_page(self, path: str, anchor: str) -> bool:
        """Whether a page has an anchor."""
        return anchor in self._own(path) or any(
            anchor.startswith(prefix) and self._has(text, source, anchor.removeprefix(prefix))
            for prefix, text, source in self._parts(path)
        )

    def all_in(self, path: str) -> set[str]:
        """Give every anchor of the text of a file."""
        return set(self.rendered(self._bodies.get(path, ""), path).ids)

    def all_on(self, path: str) -> set[str]:
        """Give every anchor of a page."""
        parts = {
            prefix + anchor
            for prefix, text, source in self._parts(path)
            for anchor in self.rendered(text, source).ids
        }
        return {*self._own(path), *parts}

    def _has(self, text: str, path: str, anchor: str) -> bool:
        """Look among the headings, which cost little to render, then in the whole text."""
        lines = text.split("\n")
        outline = ["\n".join(lines[found.first : found.after]) for found in headings(lines)]
        return any(anchor in self.rendered(part, path).ids for part in ("\n\n".join(outline), text))

    def _own(self, path: str) -> set[str]:
        """Give the anchors that the forum puts on a page."""
        if key := self._questions.get(path):
            answers = self._library.answers_by_question.get(key, ())
            own = {self._library.answers[answer].slug for answer in answers}
            outcome = self._library.outcomes.get(key)
            own |= {SYNTHESIS_ANCHOR} if outcome and outcome.body.strip() else set()
            return own | ({ANSWERS_ANCHOR} if answers else set())
        entry = self._library.pages.get(path)
        talk = self._library.talks.get(entry.slug) if entry else None
        is_talk = talk is not None and talk.path == path
        if entry is None or not is_talk:
            return set()
        return {question.slug for question in self._library.asked(entry.slug)}

    def _parts(self, path: str) -> Iterator[tuple[str, str, str]]:
        """Give the texts that a page shows, each after the prefix of its anchors, with its path."""
        key = self._questions.get(path)
        if key is None:
            yield "", self._bodies.get(path, ""), path
            return
        question = self._library.questions[key]
        yield DETAIL, question.detail, question.location.path
        if outcome := self._library.outcomes.get(key):
            yield SYNTHESIS, outcome.body, outcome.path
        for identifier in self._library.answers_by_question.get(key, ()):
            answer = self._library.answers[identifier]
            yield prefix_of(answer.slug), answer.body, answer.path
