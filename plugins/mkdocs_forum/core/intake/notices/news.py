"""What was published since: talks and answers that readers couldn't read before."""

from collections.abc import Iterator, Mapping

from mkdocs_forum.core.checks.addresses.compare import Comparison
from mkdocs_forum.core.checks.addresses.publication import Publication, Subject
from mkdocs_forum.core.library.library import of
from mkdocs_forum.core.model.kinds import Answer
from mkdocs_forum.core.reading.entry import Entry


def news(
    before: Publication | None, now: Publication, renamed: Mapping[str, str]
) -> Iterator[Subject]:
    """Give the talks and answers that are published and weren't.

    What only got another name, or whose question or talk did, was published before; a draft
    wasn't.

    Arguments:
        before: What was published once, or nothing if there was no forum.
        now: What is published now.
        renamed: Present paths of files by their former ones, as far as the history tells.
    """
    known = set(_known(Comparison(before, now, renamed))) if before else set()
    shown = now.shown
    talks = (("talks", slug) for slug in shown.talks)
    answers = (
        ("answers", key)
        for question in shown.questions
        for key in shown.answers_by_question.get(question, ())
    )
    yield from (subject for subject in (*talks, *answers) if subject not in known)


def _known(comparison: Comparison) -> Iterator[Subject]:
    """Give the present names of what was published before."""
    before, now = comparison.before, comparison.now
    # What a slip hides for a while is no news once that is mended.
    yield from (subject for subject in before.missing.unread if subject[0] == "talks")
    for file, (kind, slug) in before.pages.items():
        if kind == "talks":
            present = now.subject_at(file)
            yield from [present] if present else []
            yield from _moved(before.shown.talks[slug].path, comparison)
    for answer in (*before.shown.answers.values(), *_hidden(before)):
        question = comparison.question_now(answer.meta.question)
        key = question[1] if question else answer.meta.question
        yield "answers", f"{key}/{answer.slug}"
        yield from _moved(answer.path, comparison)


def _hidden(before: Publication) -> Iterator[Entry[Answer]]:
    """Give the answers that weren't shown since a file above them was at fault."""
    library, missing = before.library, before.missing
    for answer in (*library.answers.values(), *of(Answer, missing.unplaced)):
        talk = answer.meta.question.split("/")[0]
        is_unread = talk in missing.misread or ("talks", talk) in missing.unread
        if is_unread and not answer.meta.draft:
            yield answer


def _moved(path: str, comparison: Comparison) -> Iterator[Subject]:
    present = comparison.subject_now(path)
    if present:
        yield present
