"""What the forum adds to Markdown: questions with their anchors, links to any entry's file."""

import posixpath
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from mkdocs_forum.core.questions import MARK
from mkdocs_forum.core.slugs import SLUG

_SLOT = re.compile(rf'<span data-forum-state="({SLUG}/{SLUG})"></span>')

SYNTHESIS = "synthesis_"
"""Prefix of the identifiers within a synthesis; no answer can be called so."""


@dataclass(frozen=True)
class Target:
    """Where a file leads that has no page of its own."""

    page: str
    """Source path of the page that shows it."""
    anchor: str = ""
    """Its own anchor there; links into it begin with that and `_`."""
    anchors: Collection[str] = field(default_factory=frozenset)
    """Anchors of the page that aren't its own."""

    def anchor_of(self, fragment: str) -> str:
        """Give the anchor on the page for one within the file."""
        if not fragment:
            return self.anchor
        if self.anchor:
            return f"{self.anchor}_{fragment}"
        return fragment if fragment in self.anchors else SYNTHESIS + fragment


class ForumExtension(Extension):
    """Markdown of the forum's entries and of the pages that link to them."""

    def __init__(
        self, targets: Mapping[str, Target], source_of: Callable[[Markdown], str | None]
    ) -> None:
        """Make the extension.

        Arguments:
            targets: Where the files lead that have no page of their own, by path.
            source_of: Gives the path of the file that is being rendered.
        """
        super().__init__()
        self._targets, self._source_of = targets, source_of
        self.written: dict[tuple[str, str], str] = {}
        """What was written for a link that was rewritten, by its file and its new form."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name.
        """Register the processors."""
        # Before inline patterns (20): the mark of a question is still plain text.
        md.treeprocessors.register(_QuestionAnchors(md), "forum_questions", 25)
        # After inline patterns, before MkDocs checks and rewrites links (0).
        links = _EntryLinks(md, self._targets, self._source_of, self.written)
        md.treeprocessors.register(links, "forum_links", 2)


def fill_states(html: str, state: Callable[[str], str]) -> str:
    """Put the state of each question at its end in the rendered text of its talk.

    Arguments:
        html: The text as the extension gave it.
        state: Gives the HTML that tells the state of a question, by its identifier.
    """
    return _SLOT.sub(lambda found: state(found[1]), html)


class _QuestionAnchors(Treeprocessor):
    def run(self, root: Element) -> None:
        parents = {child: parent for parent in root.iter() for child in parent}
        for element in list(root.iter()):
            if element.text and (found := MARK.search(element.text)):
                element.text = type(element.text)(element.text[: found.start()])
                self._name(element, found["id"], parents)

    def _name(self, element: Element, identifier: str, parents: Mapping[Element, Element]) -> None:
        item = element if element.tag == "li" else None
        while element in parents:
            element = parents[element]
            item = element if element.tag == "li" else item
        if item is None:
            return
        item.set("id", identifier.split("/")[1])
        item.set("class", "forum-asked")
        SubElement(item, "span", {"data-forum-state": identifier})


class _EntryLinks(Treeprocessor):
    def __init__(
        self,
        md: Markdown,
        targets: Mapping[str, Target],
        source_of: Callable[[Markdown], str | None],
        written: dict[tuple[str, str], str],
    ) -> None:
        super().__init__(md)
        self._targets, self._source_of, self._written = targets, source_of, written

    def run(self, root: Element) -> None:
        source = self._source_of(self.md)
        if source is None:
            return
        folder = posixpath.dirname(source)
        for link in root.iter("a"):
            url = urlsplit(link.get("href", ""))
            if url.scheme or url.netloc or not url.path.endswith(".md"):
                continue
            path = posixpath.normpath(posixpath.join(folder, unquote(url.path)))
            if target := self._targets.get(path):
                anchor = target.anchor_of(url.fragment)
                page = posixpath.relpath(target.page, folder or ".")
                new = f"{page}#{anchor}" if anchor else page
                self._written[source, new] = link.get("href", "")
                link.set("href", new)
