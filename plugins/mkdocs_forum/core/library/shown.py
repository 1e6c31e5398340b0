"""What of a library is shown: without drafts, and without what can't be placed."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from mkdocs_forum.core.library.library import Library, build
from mkdocs_forum.core.model.kinds import Answer
from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.model.outcomes import Outcome
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.reading.questions.scan import Question


def published(library: Library) -> Library:
    """Leave out the drafts and all that hangs on them; where there are none, it is the same."""
    members = [entry for entry in library.members.values() if not entry.meta.draft]
    hidden = {entry.slug for entry in library.members.values() if entry.meta.draft}
    editions = [entry for entry in library.editions.values() if not entry.meta.draft]
    shown = {entry.slug for entry in editions} | {
        talk.meta.edition
        for talk in library.talks.values()
        if talk.meta.edition not in library.editions
    }
    talks = [
        talk
        for talk in library.talks.values()
        if not talk.meta.draft
        and talk.meta.edition in shown
        and hidden.isdisjoint(talk.meta.speakers)
    ]
    slugs = {talk.slug for talk in talks}
    # A translation isn't shown without its talk.
    talks = [talk for talk in talks if library.originals.get(talk.slug, talk.slug) in slugs]
    slugs = {talk.slug for talk in talks}
    questions = [question for question in _all(library) if question.talk in slugs]
    asked = {f"{question.talk}/{question.slug}" for question in questions}
    answers = [
        answer
        for answer in library.answers.values()
        if not answer.meta.draft
        and answer.meta.question.split("/")[0] in slugs
        and answer.meta.author not in hidden
    ]
    outcomes = [
        _of_shown(outcome, hidden, asked)
        for outcome in library.outcomes.values()
        if outcome.slug.split("/")[0] in slugs and outcome.meta.by not in hidden
    ]
    kept: list[Entry[Meta]] = [*editions, *talks, *answers, *outcomes, *members]
    kept += library.introductions.values()
    is_whole = len(kept) == len(library.entries)
    if is_whole and all(entry is library.entries[entry.path] for entry in kept):
        return library
    return build(kept, questions)


def _of_shown(
    outcome: Entry[Outcome], hidden: Collection[str], questions: Collection[str]
) -> Entry[Outcome]:
    """Let an outcome name nobody who isn't shown, and no question of a talk that isn't."""
    meta = outcome.meta
    other = meta.duplicate_of
    told: dict[str, Any] = {
        "asked_of": {slug: day for slug, day in meta.asked_of.items() if slug not in hidden},
        "promised_by": {slug: day for slug, day in meta.promised_by.items() if slug not in hidden},
        "duplicate_of": other if other in questions else None,
    }
    if all(getattr(meta, key) == value for key, value in told.items()):
        return outcome
    return replace(outcome, meta=meta.model_copy(update=told))


def placed(
    library: Library, misread: Collection[str]
) -> tuple[Library, tuple[Entry[Answer] | Entry[Outcome], ...]]:
    """Leave out what refers to questions that a list at fault lacks.

    Arguments:
        library: All entries.
        misread: The talks whose lists of questions may lack some.

    Returns:
        The others, and what was left out.
    """

    def is_lacking(question: str) -> bool:
        return question not in library.questions and question.split("/")[0] in misread

    unplaced: list[Entry[Answer] | Entry[Outcome]] = [
        *(each for each in library.answers.values() if is_lacking(each.meta.question)),
        *(outcome for key, outcome in library.outcomes.items() if is_lacking(key)),
    ]
    if not unplaced:
        return library, ()
    paths = {entry.path for entry in unplaced}
    kept = (entry for path, entry in library.entries.items() if path not in paths)
    return build(kept, _all(library)), tuple(unplaced)


def _all(library: Library) -> Iterator[Question]:
    """Give the questions of all talks as they were read, those of translations, too."""
    yield from (*library.questions.values(), *library.strays)
    for slug, wordings in library.wordings.items():
        yield from (replace(question, talk=slug) for question in wordings)
