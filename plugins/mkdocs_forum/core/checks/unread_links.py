"""What looks like a link or a picture and is none to a renderer: readers see its brackets."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from mkdocs_forum.core.checks.anchors import Anchors
from mkdocs_forum.core.faults.diagnostic import Diagnostic, Message, brief, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.gfm.addresses import encoded, joined, own_file
from mkdocs_forum.core.html.pieces import Token, element, words_of
from mkdocs_forum.core.reading.markdown.links import find_prose
from mkdocs_forum.core.reading.source import Source

# The bounds keep a text made to be slow from being so.
_TEXT: Final = r"(?<!\\)(?P<mark>!?)\[(?P<words>(?:[^\[\]\n\\]|\\.|\[[^\[\]\n]{0,200}\]){0,200})\]"
_ADDRESS: Final = r"(?P<address>[^\s()\[\]{}<>]{1,1000})"
_INLINE = re.compile(
    rf"{_TEXT}\("
    # What is plainly a link is passed over at once.
    r"(?!<?[^\s()<>]*>?\))"
    r"(?P<rest>[^\n()]{0,1000}(?:\([^\n()]{0,200}\)[^\n()]{0,200}){0,9})(?P<close>\)?)"
)
_VALID = re.compile(
    r"""\s*(?:<[^<>]*>|(?!<)\S*)(?:\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\([^()]*\)))?\s*"""
)
_TITLE = re.compile(r"(?P<address>.*?\S)\s+(?P<title>[\"'“«‘„].*)")
_DEFINED = re.compile(
    r"^ {0,3}(?P<mark>)\[(?P<words>[^\[\]^\n][^\[\]\n]{0,200})\]:[ \t]+(?P<address>[^\s<]\S* .*\S)",
    re.MULTILINE,
)
_APART = re.compile(rf"{_TEXT}[ \t]*(?:\n[ \t]*)?(?<!\])\({_ADDRESS}\)")
_OTHERWISE = re.compile(rf"{_TEXT}[ \t]?(?:\[|\{{(?![#.:])){_ADDRESS}[\]}}](?!\()")
_REVERSED = re.compile(
    rf"(?<![\\\]])(?P<mark>!?)\((?P<words>[^()\n]{{1,200}})\)\[{_ADDRESS}\](?![(\[])"
)
_HALF = re.compile(
    rf"(?<!\\)(?P<mark>!?)\[(?P<words>[^\[\]()\n]{{1,200}})(?<!\s)\({_ADDRESS}\)(?![^\[\n]*\])"
)
_SPLIT = re.compile(
    rf"^[ \t>*+-]*(?P<mark>!) \[(?P<words>[^\[\]\n]{{0,200}})\]\({_ADDRESS}\)", re.MULTILINE
)
"""A picture whose first two signs stand apart: it is shown as a link."""
_WIKI = re.compile(
    r"(?<!\\)(?P<mark>!?)\[\[(?P<address>[^\[\]\n|]{2,200})(?:\|(?P<words>[^\[\]\n]*))?\]\](?![(\[])"
)
_NAMED = re.compile(rf"(?<!\w){_TEXT}\[(?P<label>[^\[\]\n^][^\[\]\n]{{0,200}}|)\](?![(\[:])")
_PLACE = re.compile(
    r"(?:https?://|mailto:\s?|tel:\s?|www\.|[a-z]:[\\/]|file:|\.{1,2}/|#(?!\d))\S.*"
    r"|.*[^\s.]\.(?:md|html?|pdf|png|jpe?g|gif|svg|webp|avif|vtt|docx?|odt|pptx?)(?:#.*)?",
    re.IGNORECASE | re.DOTALL,
)
"""What nobody writes between brackets but to lead there."""
_ALONE = re.compile(r"https?://[^/]+/?|.*\.\w{2,4}", re.IGNORECASE)
"""An address behind which no more of it is missed."""
_PICTURE = re.compile(r".*\.(?:png|jpe?g|gif|svg|webp|avif)", re.IGNORECASE)
_SUSPECT = re.compile(
    r"\](?:\((?!<?[^\s()<>]*>?\))|[ \t\n]{1,9}\(|[ \t]?[\[{]|:[ \t]+[^\s<]\S* )"
    r"|\)\[|\[\[|! \[|\((?<=\w\()http"
)
"""A sign of any of these: most texts have none, and aren't read for them."""


@dataclass(frozen=True)
class _Unread:
    """What is shown with its brackets, and what was meant."""

    start: int
    written: str
    is_picture: bool
    hint: Message
    address: tuple[int, str, str] | None = None
    """Where an address with spaces begins, what it is, and how it is written."""
    shown: str | None = None
    """What readers see of it, if it isn't all."""


def check_unread_links(sources: Iterable[Source], anchors: Anchors) -> Iterator[Diagnostic]:
    """Report what looks like a link or a picture and is shown with its brackets.

    Only texts that hold something of the kind are rendered, which tells whether it is one.
    """
    for source in sources:
        found = _found(source.body)
        if not found:
            continue
        shown = anchors.rendered(source.body, source.path)
        words = _bare(words_of(_prose(shown.tokens)))
        last = -1
        for each in found:
            seen = each.written if each.shown is None else each.shown
            if each.start > last and _bare(seen) in words:
                last = each.start + len(each.written) - 1
                yield _fault(source, each)


@lru_cache(1 << 14)  # A forum that is served is looked through after each edit.
def _found(body: str) -> Sequence[_Unread]:
    """Give what may be shown with its brackets, in the order of the text."""
    found = _unread(body) if _SUSPECT.search(body) else ()
    return tuple(sorted(found, key=lambda one: one.start))


def _fault(source: Source, unread: _Unread) -> Diagnostic:
    start, edit = unread.start, None
    written = brief(" ".join(unread.written.split()))
    message = say("'{link}' isn't read as a link", link=written)
    if unread.is_picture:
        message = say("'{path}' isn't read as a picture", path=written)
    if unread.address:
        start, written, new = unread.address
        message = say("'{link}' isn't read as a link, because it contains spaces", link=written)
        if unread.is_picture:
            message = say(
                "'{path}' isn't read as a picture, because it contains spaces", path=written
            )
    line = source.body.count("\n", 0, start)
    column = start - source.body.rfind("\n", 0, start)
    if unread.address and not own_file(written):
        edit = source.change((line, column), written, new)
    return Diagnostic(source.locate_body(line, column), "F315", message, unread.hint, edit)


def _unread(body: str) -> Iterator[_Unread]:
    text = find_prose(body)
    for found in _INLINE.finditer(text):
        if not (found["close"] and _VALID.fullmatch(found["rest"])):
            yield from _inline(body, found)
    for found in _DEFINED.finditer(text):
        if not _VALID.fullmatch(found["address"]) and _PLACE.fullmatch(found["address"]):
            yield _defined(body, found)
    for pattern in (_APART, _OTHERWISE, _REVERSED, _HALF):
        for found in pattern.finditer(text):
            if _PLACE.fullmatch(found["address"]):
                yield _as_link(found, found["address"])
    for found in _SPLIT.finditer(text):
        if _PICTURE.fullmatch(found["address"]):
            yield replace(_as_link(found, found["address"]), shown=found["words"])
    for found in _WIKI.finditer(text):
        if re.search(r"[^\W\d_]{2}", found["address"]):
            yield _wiki(found)
    for found in _NAMED.finditer(text):
        label = found["label"] or found["words"]
        if re.search(r"[^\W\d_]{2}", label) and not found["words"].startswith("^"):
            hint = say(
                "write '[{words}](address)', or '[{label}]: address' on a line of its own",
                words=brief(found["words"]),
                label=brief(label),
            )
            yield _Unread(found.start(), found[0], bool(found["mark"]), hint)


def _inline(body: str, found: re.Match[str]) -> Iterator[_Unread]:
    """Give a link whose address or title isn't written as it should be."""
    address, quoted = _parted(found["rest"].strip())
    if not found["close"]:
        first = address.partition(" ")[0]
        address = address if _PLACE.fullmatch(address) and not _PLACE.fullmatch(first) else first
        quoted = ""
    if not (_PLACE.fullmatch(address) or (found["mark"] and address)):
        return
    if " " in address and found["close"] and not quoted:
        place = found.start("rest") + found["rest"].index(address)
        yield _spaced(body, found, place, address)
    else:
        yield _as_link(found, address, quoted)


def _parted(rest: str) -> tuple[str, str]:
    """Give the address and the title that are meant by what stands there for them."""
    title = _TITLE.fullmatch(rest)
    if title:
        quoted = re.sub(r"[\"“”«»„]", "", title["title"]).strip("'‘’ \u00a0\u202f")
        return title["address"].strip("<>"), quoted
    first, _, more = rest.strip("<>").partition(" ")
    if more and _ALONE.fullmatch(first) and not _ALONE.fullmatch(more):
        return first, more.strip()
    return rest.strip("<>"), ""


def _defined(body: str, found: re.Match[str]) -> _Unread:
    """Give a definition whose address or title isn't written as it should be."""
    address, quoted = _parted(found["address"])
    if not quoted:
        return _spaced(body, found, found.start("address"), found["address"])
    line = f'[{found["words"]}]: {encoded(address)} "{quoted}"'
    return _Unread(found.start(), found[0], False, say(Sentence.WRITE_LINE, line=line))


def _spaced(body: str, found: re.Match[str], start: int, address: str) -> _Unread:
    written = body[start : start + len(address)]
    new = own_file(written) or joined(written)
    hint = say(Sentence.WRITE_LINE, line=new)
    is_picture = bool(found["mark"])
    return _Unread(found.start(), found[0], is_picture, hint, (start, written, new))


def _as_link(found: re.Match[str], address: str, title: str = "") -> _Unread:
    address = f"https://{address}" if address.lower().startswith("www.") else encoded(address)
    behind = f' "{title}"' if title else ""
    line = f"{found['mark']}[{found['words'].strip()}]({address}{behind})"
    start = found.start("mark")
    written = found.string[start : found.end()]
    return _Unread(start, written, bool(found["mark"]), say(Sentence.WRITE_LINE, line=line))


def _wiki(found: re.Match[str]) -> _Unread:
    address, words = found["address"].strip(), (found["words"] or "").strip()
    is_picture = bool(found["mark"] or _PICTURE.fullmatch(address))
    if is_picture:
        line = f"![{words}]({encoded(address)})"
        hint = say("write '{line}', with what the picture shows between '[' and ']'", line=line)
    else:
        hint = say(
            "write '[{words}](path.md)', with the path of its file", words=brief(words or address)
        )
    return _Unread(found.start(), found[0], is_picture, hint)


def _prose(tokens: Iterable[Token]) -> Iterator[Token]:
    """Give the tokens of a text that aren't code."""
    pieces = iter(tokens)
    for token in pieces:
        if token.name in {"code", "pre"} and token.is_open:
            element(pieces, token)
        else:
            yield token


def _bare(text: str) -> str:
    """Give a text without white space and the signs that a renderer may take or change."""
    return re.sub(r"[^\w()\[\]]|_", "", text)
