"""What is told of a proposal: what the check found in it, and what becomes of it.

All that a stranger wrote stands there as code: it is no mention, no link and no picture.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.intake.code_spans import verbatim
from mkdocs_forum.core.words.characters import visible
from mkdocs_forum.core.words.language import N_, Language

Fault = Mapping[str, Any]
"""A fault in the report of the check."""

_NO_PAGE: Final = "F203"
"""Code of the fault that an author has no page; a newcomer's often waits in another proposal."""
SHOWN: Final = 50
"""Rows of a table and items of a list at the most; the check shows all faults."""
_HEADS: Final = (N_("File"), N_("Line"), N_("What was found"), N_("What to write"))
JOIN: Final = N_(
    "The text has changed meanwhile at the same place: an organiser has to join the two versions."
)
_TWICE: Final = N_("Files that changed twice")
_REFUSED: Final = N_("Files that were refused: a symbolic link, or too large")
_LEFT: Final = N_("Files that were ignored: they aren't contributions")
LONGEST: Final = 60_000
"""Characters of all at the most; the forge takes 65,536."""


@dataclass(frozen=True)
class Taken:
    """The files of a proposal, by what became of them."""

    read: Sequence[str] = ()
    refused: Sequence[str] = ()
    """They are among the contributions, but no plain files or too large."""
    left: Sequence[str] = ()
    """They are elsewhere, where the site, its settings and the software are."""
    conflicts: Sequence[str] = ()
    """They changed meanwhile at the same place: they were read as they were proposed."""


@dataclass(frozen=True)
class Verdict:
    """What was found in a proposal."""

    taken: Taken
    faults: Sequence[Fault]
    """All that the check tells of the forum with the proposal."""

    @cached_property
    def own(self) -> Sequence[Fault]:
        """What is wrong in the files of the proposal."""
        return [fault for fault in self._found if fault["path"] in self._read]

    @property
    def _found(self) -> Sequence[Fault]:
        """What is wrong; what is told without being so, a proposal has nothing to do with."""
        return [fault for fault in self.faults if fault["severity"] != "notice"]

    @cached_property
    def _read(self) -> frozenset[str]:
        """The paths that were read, also as the check tells strange ones."""
        return frozenset([*self.taken.read, *map(visible, self.taken.read)])

    @property
    def errors(self) -> Sequence[Fault]:
        """What keeps the proposal from being accepted."""
        return [fault for fault in self.own if _is_error(fault)]

    @property
    def warnings(self) -> Sequence[Fault]:
        """What should be looked at again."""
        return [fault for fault in self.own if not _is_error(fault)]

    @property
    def elsewhere(self) -> Sequence[Fault]:
        """What is wrong in files that somebody else wrote."""
        return [fault for fault in self._found if fault["path"] not in self._read]

    @property
    def is_accepted(self) -> bool:
        """Whether nothing in the proposal keeps it from being published."""
        return not (self.errors or self.taken.refused or self.taken.conflicts)

    @property
    def may_be_shown(self) -> bool:
        """Whether a preview would show all of the proposal, and all of it is theirs to change."""
        taken = self.taken
        has_texts_alone = taken.read and not (taken.refused or taken.left or taken.conflicts)
        return bool(has_texts_alone) and not any(map(_is_error, self.faults))


def describe(verdict: Verdict, language: Language) -> str:
    """Tell in a few words what was found."""
    if not verdict.taken.read and not verdict.taken.refused:
        return language.tell("No text of the forum changes.")
    if verdict.errors:
        return _to_correct(len(verdict.errors), language)
    if verdict.taken.refused:
        return language.tell("Some files can't be taken.")
    if verdict.taken.conflicts:
        return language.tell(JOIN)
    return language.tell("The text can be published.")


def aside(taken: Taken, language: Language) -> Iterator[str]:
    """Tell line by line of the files of which the check alone says nothing."""
    if taken.conflicts:
        yield language.tell(JOIN)
    for title, paths in (
        (_TWICE, taken.conflicts),
        (_REFUSED, taken.refused),
        (_LEFT, taken.left),
    ):
        if paths:
            yield say("{title}:", title=language.tell(title)).tell(language.tell)
            yield from (f"    {visible(path)}" for path in paths[:SHOWN])
        if len(paths) > SHOWN:
            more = say("and {count} more", count=len(paths) - SHOWN).tell(language.tell)
            yield f"    {more}"


def summary(verdict: Verdict, language: Language, address: str = "") -> str:
    """Tell what was found, in Markdown.

    Arguments:
        verdict: What was found.
        language: Language in which it is told.
        address: Where the preview is, if there is one.
    """
    told: list[str] = []
    length = 0
    for paragraph in _paragraphs(verdict, language, address):
        length += len(paragraph) + 2
        if length > LONGEST:
            told.append("…")
            break
        told.append(paragraph)
    return "\n\n".join(told)


def _paragraphs(verdict: Verdict, language: Language, address: str) -> Iterator[str]:
    tell, taken = language.tell, verdict.taken
    yield from _head(verdict, language)
    if address and verdict.may_be_shown:
        yield say("See it as it will appear: {url}", url=address).tell(tell)
        yield tell(
            "The page may take a minute to appear. It follows each change of this "
            "proposal, and disappears when the proposal is closed. Forms and the "
            "search don't work there."
        )
    elif taken.read and taken.left:
        yield tell("There is no preview, since the proposal changes other files of the site, too.")
    if taken.conflicts:
        yield tell(JOIN)
        yield from _listed(tell(_TWICE), taken.conflicts, language)
    yield from _table(verdict.errors, language)
    if verdict.warnings:
        yield f"### {_to_review(len(verdict.warnings), language)}"
        yield tell(
            "Correct the file in this proposal, or leave it to an organiser: it "
            "doesn't prevent the text from being published."
        )
        yield from _table(verdict.warnings, language)
    yield from _others(verdict.elsewhere, language)
    yield from _listed(tell("Files that were read"), taken.read, language)
    yield from _listed(tell(_REFUSED), taken.refused, language)
    yield from _listed(tell(_LEFT), taken.left, language)


def _head(verdict: Verdict, language: Language) -> Iterator[str]:
    """Say what becomes of the contribution, and what its author has to do."""
    tell, errors = language.tell, verdict.errors
    if not verdict.taken.read:
        title = tell("No text of the forum changes")
        words = tell("This proposal touches no contribution: nothing was checked.")
    elif errors and all(fault["code"] == _NO_PAGE for fault in errors):
        title = tell("Thank you: only a member's page is missing")
        words = tell(
            "If you have just sent it, it is in another proposal: an organiser accepts "
            "that one first, then runs this check again. You don't have to do "
            "anything. If the page has another name, correct it in this proposal. If "
            "there is none yet, send it with the form 'Create my page'."
        )
    elif errors:
        title = _to_correct(len(errors), language)
        words = tell(
            "Below is what the check found, in which line, and what to write. Correct "
            "the file in this proposal: it is checked again at once. If you prefer, an "
            "organiser will do it for you."
        )
    else:
        title = tell("Thank you: your contribution was read")
        words = tell("An organiser reads it, then publishes it.")
        done = tell("You don't have to do anything else.")
        is_done = not (verdict.warnings or verdict.taken.refused or verdict.taken.conflicts)
        words += f" {done}" if is_done else ""
    yield f"## {title}"
    yield words


def _others(faults: Sequence[Fault], language: Language) -> Iterator[str]:
    """Tell of faults in files that somebody else wrote."""
    if not faults:
        return
    tell = language.tell
    title = language.catalogue.ngettext(
        "{count} point elsewhere in the forum", "{count} points elsewhere in the forum", len(faults)
    )
    yield f"### {title.format(count=len(faults))}"
    words = tell(
        "This proposal doesn't change these files: you don't have to correct them, "
        "an organiser will."
    )
    if any(map(_is_error, faults)):
        waits = tell("Until then the check fails, and the preview waits.")
        words += f" {waits}"
    yield words
    yield from _table(faults, language)


def _table(faults: Sequence[Fault], language: Language) -> Iterator[str]:
    if faults:
        rows = [f"| {' | '.join(map(language.tell, _HEADS))} |", "|---|---|---|---|"]
        yield "\n".join([*rows, *map(_row, faults[:SHOWN])])
    if len(faults) > SHOWN:
        more = language.catalogue.ngettext(
            "{count} more point in the whole report of the check.",
            "{count} more points in the whole report of the check.",
            len(faults) - SHOWN,
        )
        yield more.format(count=len(faults) - SHOWN)


def _row(fault: Fault) -> str:
    cells = (fault["path"], str(fault["line"]), fault["message"], fault["hint"] or "")
    return f"| {' | '.join(map(verbatim, cells))} |"


def _listed(title: str, paths: Sequence[str], language: Language) -> Iterator[str]:
    if paths:
        shown = [f"- {verbatim(path)}" for path in paths[:SHOWN]]
        if len(paths) > SHOWN:
            more = say("and {count} more", count=len(paths) - SHOWN).tell(language.tell)
            shown.append(f"- {more}")
        head = say("{title}:", title=title).tell(language.tell)
        yield head + "\n\n" + "\n".join(shown)


def _to_correct(count: int, language: Language) -> str:
    told = language.catalogue.ngettext(
        "{count} point to correct", "{count} points to correct", count
    )
    return told.format(count=count)


def _to_review(count: int, language: Language) -> str:
    told = language.catalogue.ngettext(
        "{count} point to look at again", "{count} points to look at again", count
    )
    return told.format(count=count)


def _is_error(fault: Fault) -> bool:
    return bool(fault["severity"] == "error")
