"""Rules over the links and images of a text: each leads somewhere, each says what it shows."""

import posixpath
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urlsplit

from mkdocs_forum.core.checks.anchors import Anchors
from mkdocs_forum.core.checks.link_targets import LinkTargets
from mkdocs_forum.core.checks.refused_links import MAILBOX, is_no_mailbox, refusal
from mkdocs_forum.core.faults.diagnostic import Diagnostic, Message, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.gfm.addresses import encoded
from mkdocs_forum.core.html.allowed import UNMISSED
from mkdocs_forum.core.html.embedded import EMBEDDED
from mkdocs_forum.core.html.sanitise import keeps
from mkdocs_forum.core.html.tree import Text
from mkdocs_forum.core.library.targets import Destination, is_address, resolve
from mkdocs_forum.core.model.types import EMAIL
from mkdocs_forum.core.reading.markdown.links import Kind, Reference, find_elements, find_references
from mkdocs_forum.core.reading.source import Source
from mkdocs_forum.core.words.similar_names import SimilarNames

SITE = re.compile(r"www\.[\w-]|(?:[\w-]+\.)+(?:be|ch|com|eu|fr|info|net|org)(?:/|$)", re.IGNORECASE)
"""How the address of a site begins that lacks what it is reached by."""

_NOWHERE = Destination("")
"""Stands for what an address leads to that can't be taken apart."""
_EMPTY = Destination("", "empty")
"""Stands for what no address leads to."""


@dataclass(frozen=True)
class Finding:
    """A fault of a link or an image."""

    fault: Diagnostic
    dead: Destination | None = None
    """What it leads to in vain, where the site shows it without the link."""


@dataclass(frozen=True)
class LinkContext:
    """What the references of a text are held against."""

    reachable: LinkTargets
    """What they may lead to."""
    live: LinkTargets
    """What there is in this build: drafts too, where these are shown."""
    drafts: Collection[str]
    """Paths of files that aren't published yet."""
    unplaced: Collection[str]
    """Paths of files that aren't shown until the list of questions that they refer to is mended."""
    anchors: Anchors
    near: SimilarNames


def check_references(source: Source, around: LinkContext) -> Iterator[Finding]:
    """Report links and images that lead nowhere, and images without alternative text.

    What looks like a link may be none: a text with a fault is rendered, and the fault is told if
    the link is there. Every other text is read without rendering.
    """
    text = _Text(source, around)
    found = (
        (reference, text.lost(reference), text.is_refused(reference))
        for reference in find_references(source.body)
    )
    suspects = [each for each in found if each[1] or each[2] or not each[0].has_text]
    dropped = text.dropped()
    shown = around.anchors.rendered(source.body, source.path) if suspects or dropped else None
    for name, place in dropped:
        if shown and name in shown.elements:
            yield text.unshown(name, place)
    for reference, lost, is_refused in suspects:
        address = text.address_of(reference)
        kind = _shown_as(reference, address, shown) if shown and (lost or is_refused) else None
        if lost and kind:
            yield text.nowhere(reference, lost, kind)
        elif kind:
            yield text.refused(reference, kind)
        if shown and not reference.has_text and address in shown.wordless:
            yield text.wordless(reference)


def _shown_as(reference: Reference, address: str, shown: Text) -> Kind | None:
    """Tell whether a rendered text has a reference, and as what."""
    if reference.kind is not Kind.IMAGE and address in shown.links:
        return Kind.LINK
    return Kind.IMAGE if reference.kind is not Kind.LINK and address in shown.images else None


class _Text:
    def __init__(self, source: Source, around: LinkContext) -> None:
        self._source, self._around = source, around
        self._reachable, self._anchors = around.reachable, around.anchors
        self._folder = posixpath.dirname(source.path)
        self._is_sanitised = around.reachable.is_contribution(source.path)

    def lost(self, reference: Reference) -> Destination | None:
        """Give what a reference leads to in vain: a file, or with a fragment a place in one."""
        within = reference.address.startswith("#")
        if not reference.address:
            return _EMPTY
        address = unescape(reference.address)
        if not is_address(address) or is_no_mailbox(address):
            return _NOWHERE
        if (within or reference.is_html) and self._source.path not in self._reachable.paths:
            # It is seen from a page, and this text has none until it is mended.
            return None
        if reference.is_html and not within:
            return self._lost_in_html(reference)
        meant = resolve(reference.address, self._source.path)
        if meant is None and SITE.match(reference.address):
            return Destination(unquote(reference.address))
        if meant and not self._reachable.has(meant.path):
            return Destination(meant.path)
        return meant if meant and not self._has_anchor(meant, within=within) else None

    def _lost_in_html(self, reference: Reference) -> Destination | None:
        """Read an address as browsers do, since nobody turns it into that of a page."""
        url = urlsplit(unescape(reference.address))
        if url.scheme or url.netloc or not url.path or url.path.startswith(("/", "\\")):
            return None
        path = self._reachable.at(url.path, self._source.path)
        if path is None:
            # What it would lead to in Markdown is most likely what its author had in mind.
            return Destination(posixpath.normpath(posixpath.join(self._folder, unquote(url.path))))
        meant = Destination(path, url.fragment)
        return None if self._has_anchor(meant, within=False) else meant

    def is_refused(self, reference: Reference) -> bool:
        """Whether the site takes an address off that leads to no file of its own."""
        if not self._is_sanitised or (not reference.is_html and resolve(reference.address, "")):
            return False
        is_picture = reference.kind is Kind.IMAGE
        return not keeps(self.address_of(reference), is_picture=is_picture)

    def address_of(self, reference: Reference) -> str:
        """Give the address of a reference as it stands in the page."""
        address = unescape(reference.address)
        return encoded(address) if self._is_sanitised and not reference.is_html else address

    def dropped(self) -> list[tuple[str, tuple[int, int]]]:
        """Give what looks like elements that the site takes off, each where it stands first."""
        found = find_elements(self._source.body) if self._is_sanitised else ()
        return [(name, place) for name, place in found if name not in UNMISSED]

    def _has_anchor(self, meant: Destination, *, within: bool) -> bool:
        """Whether a place is there, or nobody can tell: not every file is a page that was read."""
        if not (
            meant.fragment and meant.path in self._reachable.paths and meant.path.endswith(".md")
        ):
            return True
        target = self._reachable.targets.get(meant.path)
        for fragment in {meant.fragment: None, unquote(meant.fragment): None}:
            if target and within:
                found = self._anchors.in_text(meant.path, fragment)
            elif target:
                found = self._anchors.on_page(target.page, target.anchor_of(fragment))
            else:
                found = self._anchors.on_page(meant.path, fragment)
            if found:
                return True
        return False

    def nowhere(self, reference: Reference, lost: Destination, kind: Kind) -> Finding:
        """Report a reference that leads nowhere."""
        written = reference.address
        hint: Message | None
        if lost == _EMPTY:
            message = say("the link has no address")
            code, hint = "F305", say("write where it leads between the brackets, or remove them")
            if kind is Kind.IMAGE:
                message = say("the picture has no address")
                code, hint = "F307", say("write its path between the brackets, or remove them")
        elif lost == _NOWHERE:
            message = say(Sentence.NO_ADDRESS, name=written)
            code, hint = "F305", say("write the whole address, such as 'https://example.org/'")
            if is_no_mailbox(unescape(written)):
                hint = MAILBOX
        elif lost.fragment:
            message = say("the link '{link}' leads to a place that doesn't exist", link=written)
            code, hint = "F306", self._near_anchor(reference, lost)
        elif lost.path in self._around.drafts:
            message = say("the link '{link}' leads to a draft", link=written)
            code, hint = "F305", say("publish the draft first, or remove the link")
        elif lost.path in self._around.unplaced:
            message = say("the link '{link}' leads to a text that can't be shown yet", link=written)
            code, hint = "F305", say("first correct what is reported for it, or for its talk")
        elif kind is Kind.IMAGE:
            message = say("there is no picture '{path}'", path=written)
            code, hint = "F307", self._near_file(reference, lost)
        else:
            message = say("the link '{link}' leads to a file that doesn't exist", link=written)
            code, hint = "F305", self._near_file(reference, lost)
        edit = None
        raw, meant = self._meant(reference)
        if meant and not lost.fragment:
            hint = say(Sentence.WRITE_LINE, line=meant)
            edit = self._source.change(reference.place, raw, meant)
        where = self._source.locate_body(*reference.place)
        shown = reference.is_html or (not lost.fragment and self._around.live.has(lost.path))
        return Finding(Diagnostic(where, code, message, hint, edit), None if shown else lost)

    def _meant(self, reference: Reference) -> tuple[str, str | None]:
        """Give an address as it stands there, and the one that is meant if that is plain.

        It may be that of a mailbox, of a site without its scheme, or a path as Windows has it, of
        which Markdown takes some backslashes off.
        """
        line, column = reference.place
        written = reference.address
        raw = re.split(r"[\s)>]", self._source.body.split("\n")[line][column - 1 :], maxsplit=1)[0]
        slashed = resolve(raw.replace("\\", "/"), self._source.path)
        if "\\" in raw and slashed and self._reachable.has(slashed.path):
            return raw, raw.replace("\\", "/")
        if re.fullmatch(EMAIL, written):
            return written, f"mailto:{written}"
        path = resolve(written, self._source.path)
        is_site = SITE.match(written) and not (path and self._reachable.has(path.path))
        return written, f"https://{written}" if is_site else None

    def refused(self, reference: Reference, kind: Kind) -> Finding:
        """Report a reference whose address the site takes off."""
        message, hint = refusal(reference.address, is_picture=kind is Kind.IMAGE)
        return Finding(
            Diagnostic(self._source.locate_body(*reference.place), "F309", message, hint)
        )

    def unshown(self, name: str, place: tuple[int, int]) -> Finding:
        """Report an element that the site takes off."""
        message = say("the site doesn't show '<{name}>'", name=name)
        hint = say("write '`<{name}>`' to show these signs, or remove it", name=name)
        if name in EMBEDDED:
            message = say("the site shows a link instead of '<{name}>'", name=name)
            hint = say("write '[title](address)' to choose what the link says")
        return Finding(Diagnostic(self._source.locate_body(*place), "F310", message, hint))

    def _near_file(self, reference: Reference, lost: Destination) -> Message:
        if lost.path in self._reachable.unpublished_photos:
            return say("it is shown only if the member's consent names 'photo'")
        is_there = self._reachable.has(lost.path)
        here = self._source.path
        names = self._around.near
        near = lost.path if is_there else self._reachable.nearest(lost.path, names, here)
        if near is None:
            return say("write the path of a file, starting from the folder of this one")
        fragment = reference.address.partition("#")[1:]
        if reference.is_html:
            address = self._reachable.relative_address(near, self._source.path)
            return say(
                "in HTML, write '{address}', starting from the page's own address", address=address
            )
        path = posixpath.relpath(near, self._folder or ".").replace(" ", "%20")
        return say(Sentence.NEAR, near=path + "".join(fragment))

    def _near_anchor(self, reference: Reference, lost: Destination) -> Message:
        target = self._reachable.targets.get(lost.path)
        if target and (target.anchor or reference.address.startswith("#")):
            among, known = lost.path, self._anchors.all_in
        else:
            among, known = target.page if target else lost.path, self._anchors.all_on
        page, sign, fragment = reference.address.partition("#")
        near = self._around.near.seek(
            unquote(fragment), lambda: known(among), among=f"{among}#", path=self._source.path
        )
        if near:
            return say(Sentence.NEAR, near=page + sign + near[0])
        if page:
            return say("write '{page}' to lead to the top of the page", page=page)
        return say("remove the link, or write the name of a heading of this text")

    def wordless(self, reference: Reference) -> Finding:
        """Report an image without alternative text."""
        hint = say("write what it shows between '![' and ']'")
        if reference.is_html:
            hint = say("write what it shows as 'alt=\"…\"', or 'alt=\"\"' if it only decorates")
        message = say("the picture '{path}' has no alternative text", path=reference.address)
        return Finding(
            Diagnostic(self._source.locate_body(*reference.start), "F308", message, hint)
        )
