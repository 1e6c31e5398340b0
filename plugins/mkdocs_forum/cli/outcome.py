"""`mkdocs-forum new outcome`: what becomes of a question."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from mkdocs_forum.adapter.project import config_option
from mkdocs_forum.cli.options import lang_option
from mkdocs_forum.cli.receiving.receiver import Receiver, open_receiver, read
from mkdocs_forum.cli.references import day_given, member_named, question_called, refused
from mkdocs_forum.core.checks.relations import Known
from mkdocs_forum.core.faults.diagnostic import Diagnostic, Message, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.forms.write import write_file
from mkdocs_forum.core.intake.decisions import retain, settle
from mkdocs_forum.core.intake.intake import Forum, Intake, Submission, admit
from mkdocs_forum.core.model.outcomes import Status
from mkdocs_forum.core.words.encodings import decode


@click.command()
@click.argument("question")
@click.option(
    "--status",
    type=click.Choice(["synthesised", "closed", "duplicate"]),
    help="What was decided; with '--body', a synthesis.",
)
@click.option("--duplicate-of", metavar="QUESTION", help="The question that asks the same.")
@click.option("--by", metavar="MEMBER", help="Who decided or wrote it.")
@click.option("--date", "day", help="Day of the decision (YYYY-MM-DD); by default today.")
@click.option("--topic", "topics", multiple=True, help="What it is about, beside its talk.")
@click.option("--asked-of", "asked", metavar="MEMBER", multiple=True, help="Who was asked, today.")
@click.option(
    "--promised-by",
    "promised",
    metavar="MEMBER=DAY",
    multiple=True,
    help="Who promised an answer, and by what day.",
)
@click.option(
    "--retained", metavar="AUTHOR", multiple=True, help="Whose answer is kept; several may be."
)
@click.option(
    "--body",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    help="File that holds the synthesis; '-' reads it from the standard input.",
)
@config_option
@lang_option
def outcome(question: str, config_file: Path, lang: str | None, **given: Any) -> None:
    """Say what becomes of a QUESTION: a synthesis, an end, a promise, an answer that is kept.

    QUESTION is 'talk/question', as in the address of its page, or that address. What its file says
    of other things stays. Ends with 0 if it was written, with 1 if the check found faults, and with
    2 if it could not look.
    """
    receiver = open_receiver(config_file, lang)
    forum, settings = receiver.forum, receiver.forum.settings
    key = question_called(question, Known(forum.library, forum.missing), settings)
    if unclear := next(_unclear(key, given, forum), None):
        raise refused(settings, *unclear, lang)
    values = _values(given, receiver, lang)
    body = decode(read(given["body"])).strip() if given["body"] else ""
    if lacking := next(_lacking(key, values, body, forum), None):
        raise refused(settings, *lacking, lang)
    settled: list[Submission | Refusal | list[Diagnostic]] = [
        retain(f"{key}/{author}", forum) for author in given["retained"]
    ]
    if values or body:
        text = write_file(values, body)
        settled.append(settle(key, text, forum))
    if not settled:
        hint = say("name '--status', '--promised-by', '--asked-of' or '--retained'")
        raise refused(settings, say("nothing says what becomes of the question"), hint, lang)
    intake = _admitted(settled, receiver)
    receiver.take(intake)
    if intake.is_refused:
        raise SystemExit(1)


def _unclear(
    question: str, given: Mapping[str, Any], forum: Forum
) -> Iterator[tuple[Message, Message | None]]:
    """Tell what options don't say, and by which it is said."""
    answers = forum.library.answers_by_question.get(question, ())
    names = [answer.rpartition("/")[2] for answer in answers]
    for author in given["retained"]:
        if author not in names:
            hint = say("its answers are: {names}", names=", ".join(names)) if names else None
            yield say("this question has no answer called '{wanted}'", wanted=author), hint
    for promise in given["promised"]:
        if "=" not in promise:
            line = f"--promised-by {promise}=2026-12-31"
            yield (
                say("'{promise}' gives no day", promise=promise),
                say(Sentence.WRITE_LINE, line=line),
            )
    if (given["status"] or "duplicate") != "duplicate" and given["duplicate_of"]:
        hint = say("leave one of the two out")
        yield say("'--status {status}' contradicts '--duplicate-of'", status=given["status"]), hint
    if given["status"] == "duplicate" and not given["duplicate_of"]:
        hint = say("name it: '--duplicate-of talk/question'")
        yield say("nothing says which other question asks the same"), hint


def _lacking(
    question: str, values: Mapping[str, Any], body: str, forum: Forum
) -> Iterator[tuple[Message, Message]]:
    """Tell what a synthesis lacks that neither the options give nor its file has."""
    present = forum.library.outcomes.get(question)
    status = values.get("status") or (present and present.meta.status)
    text = body or (present.body.strip() if present else "")
    if status == Status.SYNTHESISED and not text:
        hint = say("name the file that holds it: '--body FILE'")
        yield say("the synthesis has no text"), hint
    if body and not (status or values.get("by") or (present and present.meta.by)):
        hint = say("add '--status synthesised', or '--by' and who wrote it")
        yield say("this text is shown as the conclusion, and doesn't say who wrote it"), hint


def _values(given: Mapping[str, Any], receiver: Receiver, lang: str | None) -> dict[str, Any]:
    """Give the keys of the file; members may be called by their names."""
    forum, settings = receiver.forum, receiver.forum.settings
    known, today = Known(forum.library, forum.missing), settings.today
    other = given["duplicate_of"]
    status = given["status"] or (Status.DUPLICATE.value if other else None)
    promised = [each.partition("=")[::2] for each in given["promised"]]
    values = {
        "status": status,
        "by": given["by"] and member_named(given["by"], known, settings),
        "date": status and today,
        "duplicate_of": other and question_called(other, known, settings),
        "topics": list(given["topics"]),
        "asked_of": {member_named(name, known, settings): today for name in given["asked"]},
        "promised_by": {
            member_named(name, known, settings): day_given("--promised-by", day, settings, lang)
            for name, day in promised
        },
    }
    if given["day"]:
        values["date"] = day_given("--date", given["day"], settings, lang)
    return {name: value for name, value in values.items() if value}


def _admitted(
    settled: Iterable[Submission | Refusal | list[Diagnostic]], receiver: Receiver
) -> Intake:
    files = [each for each in settled if isinstance(each, Submission)]
    refusals = [each for each in settled if isinstance(each, Refusal)]
    faults = [fault for each in settled if isinstance(each, list) for fault in each]
    if refusals or faults:
        return Intake(refusals=refusals, faults=faults)
    return admit(receiver.forum, files)
