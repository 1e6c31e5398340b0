"""What a reader sees of a text: its elements and words, without what only looks."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final
from urllib.parse import unquote

import cmarkgfm
from cmarkgfm.cmark import Options
from markdown import Markdown

from mkdocs_forum.core.gfm.extension import GfmExtension
from mkdocs_forum.core.html.pieces import Token, tokens
from mkdocs_forum.core.html.sanitise import sanitise

EXTENSIONS: Final = (
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "tables", "toc"),
    *("pymdownx.details", "pymdownx.superfences"),
)
"""Extensions of the forum in this repository."""
FURTHER: Final = ("footnotes", "pymdownx.tasklist")
CONFIGS: Final = {"footnotes": {"USE_DEFINITION_ORDER": False}}

_SHOWN = frozenset(
    {
        *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "thead", "tr", "th", "td"),
        *("blockquote", "pre", "code", "a", "img", "em", "strong", "del", "input", "hr", "br"),
    }
)
_BLOCKS = frozenset({"p", "div", "section", "details", "summary"})
_BACK = re.compile(r'<a[^>]*class="footnote-backref[^>]*>.*?</a>', re.DOTALL)
_NOTES = re.compile(r'<div class="footnote">\s*<hr />|<section class="footnotes"[^>]*>')
_MARK = re.compile(r"<sup[^>]*><a[^>]*footnote-ref[^>]*>(.*?)</a></sup>")


def ours(text: str, extensions: tuple[str, ...] = EXTENSIONS) -> str:
    """Render a text as contributions are."""
    gfm = GfmExtension(lambda _: True, FURTHER, CONFIGS)
    return Markdown(extensions=[*extensions, gfm]).convert(text)


def githubs(text: str) -> str:
    """Render a text by GitHub's own parser."""
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    html: str = cmarkgfm.github_flavored_markdown_to_html(text, options)
    return html


def structure(html: str) -> list[str]:
    """Give elements and words in their order; those of notes stand where the notes do."""
    html = _MARK.sub(r"[^\1]", _NOTES.sub("", _BACK.sub("", html)))
    found: list[str] = []
    for piece in _pieces(tokens(sanitise(html))):
        if found and piece[0] == found[-1][0] == "=":
            found[-1] += piece[1:]
        else:
            found.append(piece)
    told = (piece[0] + " ".join(piece[1:].split()) for piece in found)
    # A link that nobody sees comes of a tag that nothing closes: where it ends, parsers differ.
    text = "\n".join(piece for piece in told if piece != "=")
    return re.sub(r"(^|\n)<a[^\n]*\n/a(?=\n|$)", "", text).strip().split("\n")


def _pieces(cut: list[Token]) -> Iterator[str]:
    for token in cut:
        if token.name in _BLOCKS:
            yield "= "
        elif token.kind in {"start", "empty"} and token.name in _SHOWN:
            yield f"<{token.name} {_telling(token)}"
        elif token.kind == "end" and token.name in _SHOWN:
            yield f"/{token.name}"
        elif token.kind in {"text", "other"} and not token.source.startswith("<!"):
            yield f"={unescape(token.source)}"


def _telling(token: Token) -> str:
    """Give what the attributes of an element tell."""
    match token.name:
        case "a":
            return unquote(token.get("href"))
        case "img":
            return f"{unquote(token.get('src'))} {token.get('alt')}"
        case "ol":
            start = token.get("start")
            return "" if start == "1" else start
        case "input":
            return str("checked" in dict(token.attributes))
        case "th" | "td":
            side = token.get("style").removeprefix("text-align:").strip(" ;")
            return token.get("align") or side
    return ""
