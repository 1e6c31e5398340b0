"""The blocks of a text, read by GitHub's parser in place of Python-Markdown's."""

from collections.abc import Mapping, Sequence
from typing import Final
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.util import HTML_PLACEHOLDER_RE
from markdown_it.token import Token

from mkdocs_forum.core.gfm import syntax
from mkdocs_forum.core.gfm.document import Document
from mkdocs_forum.core.gfm.notations import KNOWN, is_note
from mkdocs_forum.core.gfm.tree import Site, build

FENCES: Final = "fenced_code_block"
"""Name of the preprocessor that shows fenced code, of whichever extension it is."""
OWN: Final = (
    *("empty", "indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote"),
    *("reference", "paragraph", "table", "defindent"),
)
"""Names of the processors whose work is done here."""
DEEPEST: Final = 20
"""Boxes, notes and definitions in one another whose text is read as such."""


class Blocks(BlockProcessor):
    """Reads every block, and leaves the site's own notations to their extensions."""

    def __init__(self, parser: BlockParser, document: Document, titles: Mapping[str, str]) -> None:
        super().__init__(parser)
        self._document, self._titles = document, titles
        self._depth = 0

    def test(self, parent: Element, block: str) -> bool:
        """Take every block."""
        return True

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Read all blocks that there are."""
        text = self._document.shown("\n\n".join(blocks))
        blocks.clear()
        self._depth += 1
        self._read(parent, text, self._notations() if self._depth <= DEEPEST else frozenset())
        self._depth -= 1

    def _notations(self) -> frozenset[str]:
        known = self.parser.blockprocessors
        return frozenset(name for name in KNOWN if name in known)

    def _read(self, parent: Element, text: str, notations: frozenset[str]) -> None:
        tokens = syntax.blocks(text, self._document.env, notations)
        paragraphs = [token for token in tokens if token.type == "paragraph_open"]
        if self.parser.state.isstate("list") and len(paragraphs) == 1:
            paragraphs[0].hidden = True
        html = self.parser.md.htmlStash.store
        build(parent, tokens, Site(self._takes, self._holds, self._fence, html, self._titles))

    def _takes(self, parent: Element, text: str) -> bool:
        """Let an extension take a paragraph, then read what it left of that."""
        for processor in self._extensions() if self._depth <= DEEPEST else ():
            blocks = [text]
            if not processor.test(parent, text) or processor.run(parent, blocks) is False:
                continue
            if blocks != [text]:
                self.parser.parseBlocks(parent, blocks) if blocks else None
                return True
        return False

    def _holds(self, parent: Element, token: Token, term: str) -> None:
        """Let an extension take a notation whose inner text is hidden from it.

        Of two notes of one name the first counts, as on GitHub.
        """
        head = token.meta["head"]
        if is_note(head) and not self._document.defines(head):
            return
        inner = token.meta["inner"]
        word = self._document.hide(inner) if inner.strip() else ""
        whole = f"{head}{token.meta['joint']}{word}"
        if not self._takes(parent, f"{term}\n{whole}" if term else whole):
            self._read(parent, f"{term}\n{token.content}" if term else token.content, frozenset())

    def _extensions(self) -> Sequence[BlockProcessor]:
        known = self.parser.blockprocessors
        own = [self, *(known[name] for name in OWN if name in known)]
        return [processor for processor in known if processor not in own]

    def _fence(self, source: str) -> str | None:
        """Show fenced code as the site does."""
        if FENCES not in self.parser.md.preprocessors:
            return None
        lines = self.parser.md.preprocessors[FENCES].run(source.split("\n"))
        shown = "\n".join(lines).strip()
        return shown if HTML_PLACEHOLDER_RE.fullmatch(shown) else None
