"""Talks in several languages: which is the translation of which, and how it words the questions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from mkdocs_forum.core.model.kinds import Talk
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.reading.questions.scan import Question


def originals(talks: Mapping[str, Entry[Talk]]) -> dict[str, str]:
    """Give the talk of which each translation is one, by the translation.

    What names no talk, itself or another translation is no translation.
    """
    named = {slug: talk.meta.translation_of for slug, talk in talks.items()}
    return {
        slug: original
        for slug, original in named.items()
        if original and original in talks and original != slug and not named[original]
    }


def shared(
    questions: Iterable[Question], translated: Mapping[str, str]
) -> tuple[dict[str, Question], dict[str, tuple[Question, ...]], tuple[Question, ...]]:
    """Give the questions of a forum, and how translations word them.

    Arguments:
        questions: Those of all talks, in their order.
        translated: The talk of which each translation is one.

    Returns:
        The questions by their identifiers, each once however many languages it is asked in; by
        each translation, its wordings of the questions of its talk, with their identifiers; and
        what translations ask that their talks don't.
    """
    own: dict[str, Question] = {}
    others: dict[str, list[Question]] = {}
    for question in questions:
        if question.talk in translated:
            others.setdefault(question.talk, []).append(question)
        else:
            own.setdefault(question.id, question)
    by_talk: dict[str, list[str]] = {}
    for question in own.values():
        by_talk.setdefault(question.talk, []).append(question.slug)
    wordings: dict[str, tuple[Question, ...]] = {}
    strays: list[Question] = []
    for slug, original in translated.items():
        pairs = paired(others.get(slug, []), by_talk.get(original, []))
        strays += [question for question, name in pairs if name is None]
        wordings[slug] = tuple(
            replace(question, talk=original, slug=name) for question, name in pairs if name
        )
    return own, wordings, tuple(strays)


def paired(wordings: Sequence[Question], names: Sequence[str]) -> list[tuple[Question, str | None]]:
    """Find the question that each wording stands for: by its name, else by its place.

    Arguments:
        wordings: The questions as a translation asks them.
        names: The names of the questions of its talk.

    Returns:
        Each with the name of the question, or nothing where there is none.
    """
    known = {question.slug for question in wordings}.intersection(names)
    is_whole = len(wordings) == len(names)
    found: list[tuple[Question, str | None]] = []
    for place, question in enumerate(wordings):
        here = names[place] if is_whole and names[place] not in known else None
        found.append((question, question.slug if question.slug in known else here))
    return found
