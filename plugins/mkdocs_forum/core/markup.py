"""Rewriting of rendered HTML, token by token: all that is not touched stays as it was."""

from collections.abc import Callable, Sequence
from html import escape
from html.parser import HTMLParser
from itertools import pairwise

Attributes = Sequence[tuple[str, str | None]]

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


class _Rewriter(HTMLParser):
    """Cuts HTML where its tokens begin, and puts new text in place of those that change."""

    def __init__(
        self,
        text: Callable[[str], str],
        tag: Callable[[str, Attributes], tuple[str, Attributes] | None],
    ) -> None:
        super().__init__(convert_charrefs=False)
        self._text, self._tag = text, tag
        self._tokens: list[tuple[int, int, str | None]] = []
        self._renamed: list[tuple[str, str]] = []
        self._verbatim: list[str] = []

    def rewrite(self, html: str) -> str:
        self.feed(html)
        self.close()
        starts = [0]
        for line in html.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        places = [starts[line - 1] + column for line, column, _ in self._tokens]
        pieces = [html[: places[0]] if places else html]
        ends = pairwise([*places, len(html)])
        for (*_, new), (start, end) in zip(self._tokens, ends, strict=False):
            pieces.append(html[start:end] if new is None else new)
        return "".join(pieces)

    def handle_starttag(self, tag: str, attrs: Attributes, *, end: str = ">") -> None:
        if tag in VERBATIM and end == ">":
            self._verbatim.append(tag)
        changed = self._tag(tag, attrs)
        if changed is None:
            return self._token()
        name, attributes = changed
        if name != tag:
            self._renamed.append((tag, name))
        return self._token(f"<{name}{''.join(map(_attribute, attributes))}{end}")

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self.handle_starttag(tag, attrs, end=" />")

    def handle_endtag(self, tag: str) -> None:
        if self._verbatim and self._verbatim[-1] == tag:
            self._verbatim.pop()
        renamed = bool(self._renamed) and self._renamed[-1][0] == tag
        self._token(f"</{self._renamed.pop()[1]}>" if renamed else None)

    def handle_data(self, data: str) -> None:
        self._token(None if self._verbatim else self._text(data))

    def _token(self, new: str | None = None) -> None:
        """Note where a token begins, and what stands in its place if it changes."""
        self._tokens.append((*self.getpos(), new))

    def handle_entityref(self, name: str) -> None:
        self._token()

    def handle_charref(self, name: str) -> None:
        self._token()

    def handle_comment(self, data: str) -> None:
        self._token()

    def handle_decl(self, decl: str) -> None:
        self._token()

    def handle_pi(self, data: str) -> None:
        self._token()

    def unknown_decl(self, data: str) -> None:
        self._token()


def _attribute(item: tuple[str, str | None]) -> str:
    name, value = item
    return f" {name}" if value is None else f' {name}="{escape(value)}"'


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
