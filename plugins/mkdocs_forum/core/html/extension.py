"""What the forum adds to Markdown: questions with their anchors, links to any entry's file."""

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from html import unescape
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from mkdocs_forum.core.faults.diagnostic import Diagnostic, say
from mkdocs_forum.core.library.targets import Destination, Target, is_address, resolve
from mkdocs_forum.core.reading.questions.scan import MARK, Question
from mkdocs_forum.core.words.slugs import SLUG
from mkdocs_forum.core.words.typography.rules import LEFT, QUOTES, SIGNS

_HEADING = re.compile("h[1-6]")
_ESCAPED = re.compile(f"{STX}(\\d+){ETX}")
_ESCAPED_SIGN = re.compile(f"{STX}(?:{'|'.join(str(ord(sign)) for sign in SIGNS)}){ETX}")
_SLOT = re.compile(rf'<span data-forum-state="({SLUG}/{SLUG})"></span>')


class ForumExtension(Extension):
    """Markdown of the forum's entries and of the pages that link to them."""

    def __init__(
        self,
        targets: Mapping[str, Target],
        source_of: Callable[[Markdown], str | None],
        dead: Mapping[str, Collection[Destination]],
        titles: Mapping[str, str],
    ) -> None:
        """Make the extension.

        Arguments:
            targets: Where the files lead that have no page of their own, by path.
            source_of: Gives the path of the file that is being rendered.
            dead: What the links in a file lead to in vain, by its path: it was told already, and
                readers aren't sent there. One without a fragment stands for the whole file.
            titles: What a page shows as the title of a file's text, by path.
        """
        super().__init__()
        self._source_of = source_of
        self.targets, self.dead, self.titles = targets, dead, titles
        self.asked: dict[str, set[str]] = {}
        """Paths that the links of each file led to when it was rendered, by its path."""
        self.written: dict[tuple[str, str], str] = {}
        """What was written for a link that was rewritten, by its file and its new form."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name.
        """Register the processors."""
        # Before inline patterns (20): the mark of a question is still plain text.
        md.treeprocessors.register(_QuestionAnchors(md), "forum_questions", 25)
        # After attributes are read (8), before headings get anchors and a table of contents (5).
        headings = _Headings(md, self.titles, self._source_of)
        md.treeprocessors.register(headings, "forum_headings", 7.5)
        md.ESCAPED_CHARS += QUOTES
        # After attributes were read (8), before headings are (5).
        md.treeprocessors.register(_EscapedSigns(md), "forum_escapes", 6)
        # After inline patterns, before MkDocs checks and rewrites links (0).
        md.treeprocessors.register(_DeadLinks(md, self.dead, self._source_of), "forum_dead", 3)
        links = _EntryLinks(md, self.targets, self._source_of, self.written, self.asked)
        md.treeprocessors.register(links, "forum_links", 2)


def fill_states(html: str, state: Callable[[str], str]) -> str:
    """Put the state of each question at its end in the rendered text of its talk.

    Arguments:
        html: The text as the extension gave it.
        state: Gives the HTML that tells the state of a question, by its identifier.
    """
    return _SLOT.sub(lambda found: state(found[1]), html)


def hidden_questions(
    questions: Iterable[Question], anchors: Collection[str]
) -> Iterator[Diagnostic]:
    """Report questions that the renderer took for something else than an item of a list.

    Arguments:
        questions: The questions of a talk.
        anchors: Identifiers in its rendered text.
    """
    for question in questions:
        if question.slug not in anchors:
            message = say("this question isn't shown as one: '{title}'", title=question.title)
            hint = say("write it as plain text on one line")
            yield Diagnostic(question.location, "F137", message, hint)


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


class _Headings(Treeprocessor):
    """Keeps a text from repeating its title, and from having headings as high as that."""

    def __init__(
        self,
        md: Markdown,
        titles: Mapping[str, str],
        source_of: Callable[[Markdown], str | None],
    ) -> None:
        super().__init__(md)
        self._titles, self._source_of = titles, source_of

    def run(self, root: Element) -> None:
        title = self._titles.get(self._source_of(self.md) or "")
        if title is None:
            return
        first = next((element for element in root if not (root.text or "").strip()), None)
        if first is not None and _HEADING.fullmatch(first.tag) and self._says(first, title):
            root.text = first.tail
            root.remove(first)
        headings = [element for element in root.iter() if _HEADING.fullmatch(element.tag)]
        if any(heading.tag == "h1" for heading in headings):
            for heading in headings:
                heading.tag = f"h{min(6, int(heading.tag[1]) + 1)}"

    def _says(self, heading: Element, title: str) -> bool:
        """Whether a heading says the same as a title, whatever signs were typed."""
        said = _ESCAPED.sub(lambda found: chr(int(found[1])), "".join(heading.itertext()))
        return _words(said) == _words(title)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


class _EscapedSigns(Treeprocessor):
    """Marks the signs that typography has to leave alone, since their author escaped them."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and element.tag != "code":
                element.text = _ESCAPED_SIGN.sub(rf"{LEFT}\g<0>", element.text)
            if element.tail:
                element.tail = _ESCAPED_SIGN.sub(rf"{LEFT}\g<0>", element.tail)
        blocks = self.md.htmlStash.rawHtmlBlocks
        for place, block in enumerate(blocks):
            if isinstance(block, str) and block[:1] == "&" and unescape(block) in QUOTES:
                blocks[place] = LEFT + block


class _EntryLinks(Treeprocessor):
    def __init__(
        self,
        md: Markdown,
        targets: Mapping[str, Target],
        source_of: Callable[[Markdown], str | None],
        written: dict[tuple[str, str], str],
        asked: dict[str, set[str]],
    ) -> None:
        super().__init__(md)
        self._targets, self._source_of = targets, source_of
        self._written, self._asked = written, asked

    def run(self, root: Element) -> None:
        source = self._source_of(self.md)
        if source is None:
            return
        folder = posixpath.dirname(source) or "."
        for link in root.iter("a"):
            found = resolve(link.get("href", ""), source)
            target = self._targets.get(found.path) if found else None
            if found:
                self._asked.setdefault(source, set()).add(found.path)
            # A link within its own text stays one.
            if found and target and not link.get("href", "").startswith("#"):
                anchor = target.anchor_of(found.fragment)
                page = posixpath.relpath(target.page, folder)
                new = f"{page}#{anchor}" if anchor else page
                self._written[source, new] = link.get("href", "")
                link.set("href", new)


class _DeadLinks(Treeprocessor):
    def __init__(
        self,
        md: Markdown,
        dead: Mapping[str, Collection[Destination]],
        source_of: Callable[[Markdown], str | None],
    ) -> None:
        super().__init__(md)
        self._dead, self._source_of = dead, source_of

    def run(self, root: Element) -> None:
        source = self._source_of(self.md) or ""
        dead = self._dead.get(source, ())
        for element in root.iter():
            address = element.get({"a": "href", "img": "src"}.get(element.tag, ""), "")
            found = resolve(address, source)
            # MkDocs gives up the whole build at what can't be taken apart.
            if not is_address(address) or (found and Destination(found.path) in dead):
                _make_text(element)
            elif found in dead:
                page = address.partition("#")[0]
                element.set("href", page) if page else _make_text(element)


def _make_text(element: Element) -> None:
    """Leave of a link its text, of an image its alternative text."""
    element.text = element.get("alt", element.text)
    element.tag = "span"
    element.attrib.clear()
