"""GitHub's Markdown as an extension of Python-Markdown."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import BacktickInlineProcessor
from markdown.preprocessors import Preprocessor

from mkdocs_forum.core.gfm import inlines, syntax
from mkdocs_forum.core.gfm.blocks import Blocks
from mkdocs_forum.core.gfm.document import Document

_SUBSCRIPT = re.compile(r"(?<!~)~(?!~)[^~\s]+(?<!~)~(?!~)")
"""What a site may read as a subscript, and GitHub as struck."""
_FIRST = 1000
"""Priority before whatever an extension takes."""


class GfmExtension(Extension):
    """Lets a renderer read some texts as GitHub does, with the notations of its extensions."""

    def __init__(
        self,
        reads: Callable[[Markdown], bool] = bool,
        extensions: Sequence[str] = (),
        configs: Mapping[str, Mapping[str, Any]] = {},
        titles: Mapping[str, str] = {},
    ) -> None:
        """Make the extension.

        Arguments:
            reads: Tells whether the text that is being rendered is read so; all others are read as
                ever.
            extensions: Further extensions for such texts.
            configs: How these are set.
            titles: Titles of alerts (`> [!NOTE]`) by those that GitHub gives them.
        """
        super().__init__()
        self._reads, self._extensions, self._configs = reads, extensions, configs
        self._titles = titles

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name.
        """Register what looks at each text before it is read."""
        # After white space is made plain (30), before what looks for fenced code (25), HTML (20).
        md.preprocessors.register(_Turning(md, self._turned), "gfm", 29)

    def _turned(self, md: Markdown, lines: list[str]) -> list[str]:
        """Put GitHub's parser in the place of what reads blocks and lines, if a text is for it.

        Returns:
            The lines; or a word that stands for them, so that nothing else reads them.
        """
        if not self._reads(md):
            return lines
        md.registerExtensions(self._extensions, self._configs)  # type: ignore[arg-type]
        document = Document()
        document.env[syntax.EARLY] = _early(md)
        md.parser.blockprocessors.register(Blocks(md.parser, document, self._titles), "gfm", _FIRST)
        # While texts are as written still others read them (25), before inline patterns do (20).
        md.treeprocessors.register(inlines.Inlines(md, document), "gfm", 24)
        for name in inlines.OWN:
            md.inlinePatterns.deregister(name, strict=False)
        shown = inlines.CODE in md.inlinePatterns and md.inlinePatterns[inlines.CODE]
        if type(shown) is BacktickInlineProcessor:
            md.inlinePatterns.deregister(inlines.CODE)
        md.inlinePatterns.register(inlines.Elements(md, document), "gfm", _FIRST)
        return [document.hide("\n".join(lines))]


class _Turning(Preprocessor):
    def __init__(self, md: Markdown, turned: Callable[[Markdown, list[str]], list[str]]) -> None:
        super().__init__(md)
        self._turned = turned

    def run(self, lines: list[str]) -> list[str]:
        return self._turned(self.md, lines)


def _early(md: Markdown) -> list[Any]:
    """Give what finds the notations that come before escapes: formulas, keys, and others."""
    if "escape" not in md.inlinePatterns:
        return []
    first, code = md.inlinePatterns["escape"], md.inlinePatterns[inlines.CODE]
    patterns = takewhile(lambda pattern: pattern is not first, md.inlinePatterns)
    found = [pattern.getCompiledRegExp() for pattern in patterns if pattern is not code]
    tildes = (extension for extension in md.registeredExtensions if _is_tilde(extension))
    return [*found, _SUBSCRIPT] if any(map(_has_subscript, tildes)) else found


def _is_tilde(extension: Extension) -> bool:
    return type(extension).__module__ == "pymdownx.tilde"


def _has_subscript(extension: Extension) -> bool:
    return bool(extension.getConfig("subscript"))
