"""Rules over all that a site publishes: its links, its pictures, its legal notice."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from mkdocs_forum.core.checks.addresses.own import check_own_addresses
from mkdocs_forum.core.checks.anchors import Anchors
from mkdocs_forum.core.checks.link_targets import LinkTargets, Site
from mkdocs_forum.core.checks.links import Finding, LinkContext, check_references
from mkdocs_forum.core.checks.materials import check_materials, check_unnamed
from mkdocs_forum.core.checks.misplaced_files import check_misplaced
from mkdocs_forum.core.checks.misread import check_misread
from mkdocs_forum.core.checks.rendering import check_rendering
from mkdocs_forum.core.checks.unread_links import check_unread_links
from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, say
from mkdocs_forum.core.html.extension import hidden_questions
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.shown import published
from mkdocs_forum.core.library.targets import Destination
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.reading.markdown.outline import is_heading, prose
from mkdocs_forum.core.reading.questions.scan import mark
from mkdocs_forum.core.reading.read import Missing
from mkdocs_forum.core.reading.source import Source
from mkdocs_forum.core.reading.unreadable import Unreadable
from mkdocs_forum.core.words.languages import of_all
from mkdocs_forum.core.words.similar_names import SimilarNames
from mkdocs_forum.core.words.slugs import SLUG

_HEADER = re.compile(r"-{3}[ \t]*\n(?P<keys>(?:.*?\n)?)(?:-{3}|\.{3})[ \t]*(?:\n|$)", re.DOTALL)
_PLACEHOLDER = re.compile(
    r"(?<!\])\[(?!\^)[^\[\]]{2,}\](?![\[(:])|\b(?:todo|tbd|xxx+)\b|"
    rf"{'|'.join(map(re.escape, of_all(lambda language: language.placeholders.text)))}|lorem ipsum",
    re.IGNORECASE,
)
_BLANK = re.compile(
    rf"\[(?:{'|'.join(map(re.escape, of_all(lambda language: language.placeholders.text)))})"
    r"\b[^\[\]]*\](?![\[(:])",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_PLAIN = re.compile(r"[^\W_]|[(«“\"'’]")
"""How a question begins that no renderer takes for anything else."""
_MARKS = re.compile(rf"forum:({SLUG}/{SLUG})(?![\w-])")
_UNDERLINED = re.compile(r"^.*\n(?:=+|-+)[ \t]*$", re.MULTILINE)

CONFLICT = re.compile(r"<{7}(?:\s|$)")
"""How a line begins with which git opens the first of two versions."""


def check_site(
    library: Library,
    missing: Missing,
    settings: Settings,
    site: Site,
    *,
    proposed: Collection[str] | None = None,
    judged: Collection[str] | None = None,
) -> list[Finding]:
    """Apply the rules that need to know the site's files.

    Arguments:
        library: All that the site shows.
        missing: What it lacks because files are at fault.
        settings: The options.
        site: The site's files.
        proposed: Paths of texts that are rendered, beside those that may lose words by it, for
            what shows only then; a build, which looks at its own pages, gives none, and passes
            over what is still to be filled in.
        judged: Paths of the files whose own faults are looked for; by default all.

    Returns:
        What was found, save what the organisers don't want to hear.
    """
    pages = [_page(path, data) for path, data in sorted(site.pages.items())]
    texts: list[Entry[Any] | Unreadable] = [*library.entries.values(), *missing.unplaced]
    sources = [*(text.source for text in [*texts, *missing.unreadable]), *pages]
    bodies = {source.path: source.body for source in sources}
    anchors = Anchors(library, settings, bodies, site.render)
    sources = [source for source in sources if judged is None or source.path in judged]
    findings = [
        *_references(library, missing, settings, site, sources, anchors),
        *map(Finding, check_conflicts(sources)),
        *map(Finding, check_misread(library, settings)),
        *map(Finding, check_unread_links(sources, anchors)),
        *map(Finding, check_shown(library, site.render)),
        *map(Finding, check_photos(library, settings, site.addresses)),
        *map(Finding, check_materials(library, settings, site.addresses)),
        *map(Finding, check_notice(pages, settings)),
        *map(Finding, check_misplaced(pages, settings)),
    ]
    if proposed is not None:
        told = [finding.fault for finding in findings]
        findings += map(Finding, check_rendering(library, proposed, anchors, told))
        findings += map(Finding, check_blanks(pages))
        findings += map(Finding, check_unnamed(library, settings, site.addresses))
    return [finding for finding in findings if finding.fault.code not in settings.unheard]


def dead_links(findings: Iterable[Finding]) -> Mapping[str, set[Destination]]:
    """Give what the links of each file lead to in vain, by its path."""
    dead: defaultdict[str, set[Destination]] = defaultdict(set)
    for finding in findings:
        if finding.dead:
            dead[finding.fault.location.path].add(finding.dead)
    return dead


def check_photos(
    library: Library, settings: Settings, paths: Mapping[str, object]
) -> Iterator[Diagnostic]:
    """Report members' photos that aren't there."""
    for member in library.members.values():
        path = f"{settings.folders['members']}/{member.meta.photo}"
        if member.meta.photo and path not in paths:
            message = say("there is no picture '{path}'", path=path)
            hint = say("put it there, or remove the line")
            yield Diagnostic(member.source.locate("photo"), "F304", message, hint)


def check_notice(pages: Iterable[Source], settings: Settings) -> Iterator[Diagnostic]:
    """Report a legal notice that says nothing; one that isn't there may stand elsewhere."""
    for page in pages:
        if page.path == settings.legal_notice and not _says_something(page.body):
            message = say("the legal notice is empty")
            hint = say("say who publishes the site, who is responsible for it and who hosts it")
            yield Diagnostic(Location(page.path), "F303", message, hint)


def check_blanks(pages: Iterable[Source]) -> Iterator[Diagnostic]:
    """Report what a page of the site's own leaves to be filled in, each place of it."""
    for page in pages:
        for number, line in prose(page.body.split("\n")):
            for blank in _BLANK.finditer(line):
                message = say("this isn't filled in yet: '{blank}'", blank=blank[0])
                hint = say("write it instead of the brackets")
                place = page.locate_body(number, blank.start() + 1)
                yield Diagnostic(place, "F320", message, hint)


def check_conflicts(sources: Iterable[Source]) -> Iterator[Diagnostic]:
    """Report texts in which two versions stand, since nobody chose: each at the first place."""
    for source in sources:
        number = _first_conflict(source.body)
        if number is not None:
            message = say("two versions of the text are here, between marks of git")
            hint = say("keep one of them, and remove the lines '<<<<<<<', '=======', '>>>>>>>'")
            yield Diagnostic(source.locate_body(number), "F158", message, hint)


@lru_cache(1 << 14)  # A forum that is served is looked through after each edit.
def _first_conflict(body: str) -> int | None:
    """Give the line, from 0, on which git opens the first of two versions."""
    lines = body.split("\n") if "<<<<<<<" in body else ()
    return next((number for number, line in prose(lines) if CONFLICT.match(line)), None)


def check_shown(library: Library, render: Callable[[str, str], str]) -> Iterator[Diagnostic]:
    """Report questions that the renderer takes for something else; plain ones aren't rendered."""
    for slug, talk in library.talks.items():
        asked = library.asked(slug)
        if all(_PLAIN.match(question.text) for question in asked):
            continue
        html = render(mark(talk.body, asked), talk.path)
        marks = set(_MARKS.findall(html))
        shown = {question.slug for question in asked if question.id in marks}
        yield from hidden_questions(asked, shown)


def _says_something(body: str) -> bool:
    text = _UNDERLINED.sub("", _COMMENT.sub("", body))
    return any(
        re.search(r"\w", line) and not is_heading(line) and not _PLACEHOLDER.search(line)
        for line in text.split("\n")
    )


def _references(
    library: Library,
    missing: Missing,
    settings: Settings,
    site: Site,
    sources: Iterable[Source],
    anchors: Anchors,
) -> Iterator[Finding]:
    entries = library.entries
    shown = library
    if settings.drafts and any(getattr(entry.meta, "draft", False) for entry in entries.values()):
        shown = published(library)
    hidden = entries.keys() - shown.entries.keys()
    live = LinkTargets(library, missing, settings, site)
    public = live if shown is library else LinkTargets(shown, missing, settings, site)
    unplaced = {entry.path for entry in missing.unplaced}
    drafts = live.entries - shown.entries.keys() - unplaced
    near = {live: SimilarNames(), public: SimilarNames()}
    for source in sources:
        reachable = live if source.path in hidden else public
        around = LinkContext(reachable, live, drafts, unplaced, anchors, near[reachable])
        yield from check_references(source, around)
        yield from map(Finding, check_own_addresses(source, around, settings.site_url))


def _page(path: str, data: str | bytes) -> Source:
    """Read a page that is no entry: whatever stands at its head is the generator's affair."""
    text = data if isinstance(data, str) else data.decode("utf-8-sig", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    header = _HEADER.match(text)
    body = text[header.end() :] if header else text
    line = text.count("\n", 0, len(text) - len(body)) + 1
    return Source(path, header=header["keys"] if header else "", body=body, body_line=line)
