"""What organisers send by a form: what becomes of a question, an answer that is kept, an erratum.

A file that is there already keeps what the decision says nothing of.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from mkdocs_forum.core.checks.relations import Known, unknown_question
from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, Message, say
from mkdocs_forum.core.forms.change import no_end_of_keys, with_items, with_key
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.forms.write import write_file
from mkdocs_forum.core.intake.intake import Forum, Submission
from mkdocs_forum.core.intake.mail.embedded_files import Enclosure
from mkdocs_forum.core.model.notices import Notice
from mkdocs_forum.core.model.outcomes import Outcome
from mkdocs_forum.core.reading.entry import Entry, kind_of, read_entry
from mkdocs_forum.core.reading.source import Source, read_source
from mkdocs_forum.core.words.encodings import decode
from mkdocs_forum.core.words.slugs import is_slug

_KEPT: Final = re.compile(r"---\s*\nretained:[ \t]*true[ \t]*\n---\s*")
"""The file that a form makes of an answer that is kept."""
_DECIDED: Final = frozenset({"status", "by", "date", "duplicate_of"})


def decide(enclosure: Enclosure, forum: Forum) -> Submission | Refusal | list[Diagnostic] | None:
    """Take a decision, or a notice that is to stand above a text; nothing if a file is neither."""
    path = enclosure.name.strip().removeprefix(f"{forum.settings.docs_path}/")
    kind = kind_of(path, forum.settings)
    _, *names = path.removesuffix(".md").split("/")
    if not all(map(is_slug, names)):
        return None
    if kind == "questions" and len(names) == 2:
        settled = settle("/".join(names), enclosure.text, forum)
        return _with_remarks(settled, enclosure.text, forum)
    if kind == "answers" and _KEPT.fullmatch(enclosure.text):
        return _with_remarks(retain("/".join(names), forum), "", forum)
    if kind in {"answers", "talks"}:
        return _noticed(path, "/".join(names), enclosure.text, forum)
    return None


_Settled = TypeVar("_Settled", bound=Submission | Refusal | list[Diagnostic])


def _with_remarks(settled: _Settled, text: str, forum: Forum) -> _Settled:
    """Say of a file that comes from a stranger that organisers alone decide."""
    if not isinstance(settled, Submission) or settled.is_present:
        return settled
    decided = _read(settled.path, text, forum) if text else None
    meta = decided.meta if isinstance(decided, Entry) else None
    remarks = [*_remarks(settled.path, forum, meta), *settled.remarks]
    return replace(settled, remarks=remarks)


def _remarks(path: str, forum: Forum, decided: Outcome | None = None) -> list[Message]:
    shown = f"{forum.settings.docs_path}/{path}"
    if decided and decided.promised_by and not decided.status:
        names = ", ".join(decided.promised_by)
        return [
            say(
                "'{path}' contains a promise of {names}: see whether they sent it",
                path=shown,
                names=names,
            )
        ]
    return [say("'{path}' contains a decision: see whether an organiser sent it", path=shown)]


def retain(answer: str, forum: Forum) -> Submission | Refusal:
    """Let an answer be kept, which is called `talk/question/author`."""
    found = forum.library.answers.get(answer)
    if found is None:
        message = say("no answer is called '{name}'", name=answer)
        return Refusal(message, say("open the form from the page of the question"))
    if found.meta.retained:
        return Submission(found.path, decode(forum.texts[found.path]), is_present=True)
    text = with_key(decode(forum.texts[found.path]), "retained", True)
    return _changed(found.path, text, [], forum)


def _noticed(path: str, names: str, text: str, forum: Forum) -> Submission | Refusal | None:
    """Let an erratum or a remark stand above a text that is there; nothing if a file is another."""
    source = read_source(path, text)
    if not isinstance(source, Source) or [*source.meta] != ["notice"] or source.body.strip():
        return None
    kind = kind_of(path, forum.settings)
    entries = forum.library.talks if kind == "talks" else forum.library.answers
    found = entries.get(names)
    if found is None:
        message = say("no text is called '{name}'", name=names)
        return Refusal(message, say("open the form from the page of the question"))
    known = [(str(each.date), each.text) for each in found.meta.notice]
    new = [each for each in _listed(source.meta["notice"]) if _said(each) not in known]
    before = decode(forum.texts[found.path])
    if not new:
        return Submission(found.path, before, is_present=True)
    shown = f"{forum.settings.docs_path}/{found.path}"
    remark = say("'{path}' gets a notice: see whether an organiser sent it", path=shown)
    return _changed(found.path, with_items(found, before, "notice", Notice, new), [remark], forum)


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [value]


def _said(notice: Any) -> tuple[str, str]:
    given = notice if isinstance(notice, dict) else {}
    return str(given.get("date")), str(given.get("text"))


def _changed(
    path: str, text: str | None, remarks: Sequence[Message], forum: Forum
) -> Submission | Refusal:
    if text is None:
        return no_end_of_keys(f"{forum.settings.docs_path}/{path}")
    return Submission(path, text, remarks, is_change=True)


def settle(question: str, text: str, forum: Forum) -> Submission | Refusal | list[Diagnostic]:
    """Write what becomes of a question; what its file says of other things stays.

    Arguments:
        question: The question, as `talk/question`.
        text: A file that says what is new.
        forum: The forum.
    """
    path = f"{forum.settings.folders['questions']}/{question}.md"
    known = Known(forum.library, forum.missing)
    if unknown := next(unknown_question(Location(path), question, known), None):
        return Refusal(unknown.message, unknown.hint)
    decided = _read(path, text, forum)
    if not isinstance(decided, Entry):
        return decided
    outcome = forum.library.outcomes.get(question)
    remarks = list(_overdue(decided.meta, forum))
    if outcome is None:
        return Submission(path, text, remarks)
    before = _read(outcome.path, decode(forum.texts[outcome.path]), forum)
    if not isinstance(before, Entry):
        return before
    present: dict[str, Any] = before.meta.model_dump(exclude_defaults=True)
    given = decided.meta.model_dump(exclude_defaults=True)
    kept = {key: value for key, value in present.items() if key not in _DECIDED}
    # A promise decides nothing: what was decided stays.
    values = {**given, **kept} if decided.meta.status else {**present, **given}
    for key in ("asked_of", "promised_by"):
        if people := {**getattr(before.meta, key), **getattr(decided.meta, key)}:
            values[key] = people
    if topics := tuple(dict.fromkeys([*before.meta.topics, *decided.meta.topics])):
        values["topics"] = topics
    body = decided.body.strip() or before.body.strip()
    if (values, body) == (present, before.body.strip()):
        return Submission(outcome.path, text, is_present=True)
    if body != before.body.strip() and (lines := before.body.strip().split("\n")) != [""]:
        message = say("these lines of the file are replaced:")
        remarks.append(Message(message.text, below=tuple(filter(None, lines))))
    return Submission(outcome.path, write_file(values, body), remarks, is_change=True)


def _overdue(decided: Outcome, forum: Forum) -> Iterator[Message]:
    """Tell of promises whose day is over before they are written down."""
    for name, day in decided.promised_by.items():
        if day < forum.settings.today:
            yield say("the day {day} that '{name}' promises has passed", day=day, name=name)


def _read(path: str, text: str, forum: Forum) -> Entry[Any] | list[Diagnostic]:
    source = read_source(path, text)
    if not isinstance(source, Source):
        return source
    return read_entry(source, "questions", forum.settings)
