"""Rewriting of rendered HTML, token by token: all that is not touched stays as it was."""

from collections.abc import Callable

from mkdocs_forum.core.html.pieces import Attributes, Token, tokens

VERBATIM = frozenset({"code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea"})
"""Elements whose text is not prose."""


def rewrite(
    html: str,
    *,
    text: Callable[[str], str] | None = None,
    tag: Callable[[str, Attributes], tuple[str, Attributes] | None] | None = None,
) -> str:
    """Rewrite the prose and the start tags of an HTML fragment.

    Arguments:
        html: A fragment, as a Markdown renderer gives it.
        text: Gives the new text of each piece of prose, still escaped. It never sees the text
            of the elements in `VERBATIM`.
        tag: Gives the new name and attributes of an element, or nothing to leave it.

    Returns:
        The fragment; what neither function changed is copied byte for byte.
    """
    return _Rewriter(text or str, tag or (lambda _name, _attributes: None)).rewrite(html)


class _Rewriter:
    """Puts new text in place of the tokens that change."""

    def __init__(
        self,
        text: Callable[[str], str],
        tag: Callable[[str, Attributes], tuple[str, Attributes] | None],
    ) -> None:
        self._text, self._tag = text, tag
        self._renamed: list[tuple[str, str]] = []
        self._verbatim: list[str] = []

    def rewrite(self, html: str) -> str:
        return "".join(map(self._new, tokens(html)))

    def _new(self, token: Token) -> str:
        if token.kind in {"start", "empty"}:
            return self._start(token)
        if token.kind == "end":
            return self._end(token)
        return (
            self._text(token.source)
            if token.kind == "text" and not self._verbatim
            else token.source
        )

    def _start(self, token: Token) -> str:
        if token.name in VERBATIM and token.kind == "start":
            self._verbatim.append(token.name)
        changed = self._tag(token.name, token.attributes)
        if changed is None:
            return token.source
        name, attributes = changed
        if name != token.name:
            self._renamed.append((token.name, name))
        return token.renamed(name, attributes).source

    def _end(self, token: Token) -> str:
        if self._verbatim and self._verbatim[-1] == token.name:
            self._verbatim.pop()
        renamed = bool(self._renamed) and self._renamed[-1][0] == token.name
        return f"</{self._renamed.pop()[1]}>" if renamed else token.source


REFERENCES = frozenset({"aria-controls", "aria-describedby", "aria-labelledby", "for", "headers"})
"""Attributes that hold identifiers of elements, separated by spaces."""


def rebase(
    html: str,
    prefix: str,
    *,
    top: int = 1,
    link: Callable[[str], str] = str,
    image: Callable[[str], str] = str,
) -> str:
    """Prepare a document for its place inside another one.

    Arguments:
        html: The document, as a fragment of HTML.
        prefix: Put before each identifier and before each link to one of them.
        top: Level of the heading (1 to 6) that the document's highest heading becomes, if it
            is higher; the others keep their distance, down to 6.
        link: Gives the new address of a link that leads out of the document.
        image: Gives the new address of an image.

    Returns:
        The same fragment with its identifiers, references, headings and links rewritten.
    """
    names = {f"h{level}" for level in range(1, 7)}
    highest = min((level for level in range(1, 7) if f"<h{level}" in html), default=6)
    shift = max(0, top - highest)

    def value(key: str, given: str) -> str:
        if key in {"id", "name"}:
            return prefix + given
        if key in REFERENCES:
            return " ".join(prefix + name for name in given.split())
        if key == "href" and given.startswith("#"):
            return f"#{prefix}{given[1:]}" if len(given) > 1 else given
        return {"href": link, "src": image}.get(key, str)(given)

    def place(name: str, attributes: Attributes) -> tuple[str, Attributes] | None:
        placed = [(key, value(key, given) if given else given) for key, given in attributes]
        tag = f"h{min(6, int(name[1]) + shift)}" if name in names else name
        return (tag, placed) if tag != name or placed != list(attributes) else None

    return rewrite(html, tag=place)
