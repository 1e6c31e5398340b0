"""What comes in: contributions that are judged as files of the forum before they are written."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from mkdocs_forum.core.checks.fix import mend, name_questions
from mkdocs_forum.core.faults.code import Severity
from mkdocs_forum.core.faults.diagnostic import Diagnostic, Message, brief, say
from mkdocs_forum.core.forms.fields import FORMS
from mkdocs_forum.core.forms.form import Form, Refusal
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.namesakes import namesakes
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import kind_of
from mkdocs_forum.core.reading.read import Missing
from mkdocs_forum.core.reading.source import Source, read_source
from mkdocs_forum.core.words.encodings import encode
from mkdocs_forum.core.words.slugs import SLUG

Judge = Callable[[Mapping[str, bytes]], Sequence[Diagnostic]]
"""Gives every fault that a forum has with some files in it, texts and pictures, by path below the
docs folder."""


@dataclass(frozen=True)
class Forum:
    """The forum that a contribution comes to."""

    library: Library
    settings: Settings
    texts: Mapping[str, bytes]
    """What the files of its entries hold."""
    judge: Judge
    is_taken: Callable[[str], bool] = field(default=lambda path: False)
    """Whether there is a file at a path below the docs folder."""
    missing: Missing = field(default_factory=Missing)
    """What the library lacks because files are at fault."""

    def form(self, kind: str) -> Form:
        """Give the form of a kind of entry."""
        return Form(kind, self.library, self.settings, self.is_taken, self.missing)


@dataclass(frozen=True)
class Submission:
    """One file that somebody wants to be added."""

    path: str
    """Path below the docs folder."""
    text: str
    remarks: Sequence[Message] = ()
    """What an organiser should look at."""
    is_present: bool = False
    """Whether it is there already."""
    is_change: bool = False
    """Whether it takes the place of a file that is there."""


@dataclass(frozen=True)
class Intake:
    """What came of a contribution: files, or why there are none."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    """New files, by path below the docs folder."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """New pictures, documents and transcripts, by path below the docs folder."""
    named: Mapping[str, bytes] = field(default_factory=dict)
    """Talks that were there, their questions named so that rewording them loses no answer."""
    changed: Mapping[str, bytes] = field(default_factory=dict)
    """What files that were there hold by a decision of the organisers."""
    present: Sequence[str] = ()
    """Paths of files that are there already."""
    remarks: Sequence[Message] = ()
    """What an organiser should look at."""
    refusals: Sequence[Refusal] = ()
    """Why there are none."""
    faults: Sequence[Diagnostic] = ()
    """What the check would say of the files; then none of them is given."""
    is_passed_on: bool = False
    """Whether who sent it passed on what somebody else wrote."""

    @property
    def is_refused(self) -> bool:
        """Whether nothing may be written."""
        return bool(self.refusals or self.faults)


CONTACT: Final = "F311"
"""Code of contact data in a text, of which an organiser is told; the file is taken all the same."""


def admit(
    forum: Forum,
    submissions: Iterable[Submission],
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> Intake:
    """Judge files: all of them are admitted, or none.

    Questions that had no name of their own before something referred to them get one.

    Arguments:
        forum: The forum.
        submissions: The texts.
        pictures: What new pictures, documents and transcripts hold, by their paths.
    """
    submissions = list(submissions)
    remarks = [
        remark
        for submission in submissions
        for remark in [*submission.remarks, *_remarks(submission, forum)]
    ]
    present = [submission.path for submission in submissions if submission.is_present]
    files: dict[str, bytes] = {}
    changed = {each.path: encode(each.text) for each in submissions if each.is_change}
    for submission in submissions:
        if submission.is_present or submission.is_change:
            continue
        data = mend(submission.path, encode(submission.text), forum.settings)
        if files.get(submission.path, data) != data:
            shown = f"{forum.settings.docs_path}/{submission.path}"
            message = say("two different texts are given for '{path}'", path=shown)
            return Intake(refusals=[Refusal(message, say("ask the sender which one is meant"))])
        files[submission.path] = data
    new = {**files, **pictures, **changed}
    before = forum.judge({}) if new else ()
    faults = new_faults(forum.judge(new), before) if new else []
    talks = sorted({fault.location.path for fault in faults if fault.code == "F139"})
    named = {
        path: name_questions(path, {**forum.texts, **files}[path], forum.settings) for path in talks
    }
    if named:
        faults = new_faults(forum.judge({**new, **named}), before)
        files = {path: named.get(path, data) for path, data in files.items()}
    if refusing := [fault for fault in faults if fault.code != CONTACT]:
        return Intake(faults=refusing)
    remarks += _contact_remarks(faults, forum.settings)
    kept = {path: data for path, data in named.items() if path not in files}
    return Intake(files, pictures, kept, changed, present, remarks)


def remarked(intake: Intake, remarks: Iterable[Message]) -> Intake:
    """Give an intake with further remarks; what is refused needs none."""
    return intake if intake.is_refused else replace(intake, remarks=[*intake.remarks, *remarks])


def remarks_on(path: str, kind: str, keys: Mapping[str, Any], settings: Settings) -> list[Message]:
    """Tell what in a file an organiser should look at: its licence, and keys that no form has.

    Arguments:
        path: Path of the file below the docs folder.
        kind: Kind of the entry.
        keys: Its frontmatter.
        settings: The options.
    """
    found: list[Message] = []
    shown = f"{settings.docs_path}/{path}"
    licence = keys.get("licence")
    if settings.licence and kind != "members" and not licence:
        found.append(
            say(
                "'{path}' doesn't say that its author agrees to '{licence}': ask the author",
                path=shown,
                licence=settings.licence,
            )
        )
    elif licence and licence != settings.licence:
        found.append(
            say("'{path}' has a licence of its own: '{licence}'", path=shown, licence=licence)
        )
    asked = {field.keys[0] for field in FORMS[kind]} | {"consent"}
    if others := ", ".join(key for key in keys if key not in asked):
        found.append(
            say("'{path}' has keys that no form asks for: {keys}", path=shown, keys=others)
        )
    return found


def _remarks(submission: Submission, forum: Forum) -> list[Message]:
    """Tell what is worth a look in the text of a new file."""
    if submission.is_present:
        return []
    source = read_source(submission.path, submission.text)
    # The check tells why a file can't be read.
    meta = source.meta if isinstance(source, Source) else {}
    return [
        *_namesake_remarks(submission, meta, forum),
        *answer_remarks(submission.path, meta, forum.library, forum.settings),
    ]


def _namesake_remarks(
    submission: Submission, meta: Mapping[str, Any], forum: Forum
) -> list[Message]:
    """Tell which pages bear the name of a new one: most often its author has forgotten theirs."""
    if kind_of(submission.path, forum.settings) != "members":
        return []
    root = f"{forum.settings.docs_path}/"
    return [
        say(
            "'{path}' has the same name as '{other}': see whether they are the same person",
            path=f"{root}{submission.path}",
            other=f"{root}{member.path}",
        )
        for member in namesakes(str(meta.get("name") or ""), forum.library)
    ]


def answer_remarks(
    path: str, keys: Mapping[str, Any], library: Library, settings: Settings
) -> Iterator[Message]:
    """Tell what of a new answer is worth a look: its question, and what its author said before.

    Arguments:
        path: Path of the new file below the docs folder.
        keys: Its frontmatter.
        library: The forum without it.
        settings: The options.
    """
    if kind_of(path, settings) != "answers":
        return
    _, *parts, stem = path.removesuffix(".md").split("/")
    # The check tells what is no text.
    told = {key: value for key, value in keys.items() if isinstance(value, str)}
    author = told.get("author") or stem
    question = told.get("question") or "/".join(parts)
    shown = f"{settings.docs_path}/{path}"
    outcome = library.outcomes.get(question)
    if outcome and outcome.meta.duplicate_of:
        yield say(
            "'{path}' answers a question that is a duplicate of '{other}': see whether it "
            "belongs there",
            path=shown,
            other=outcome.meta.duplicate_of,
        )
    elif outcome and not library.status(question).takes_answers:
        yield say("'{path}' answers a question that is closed", path=shown)
    for key in library.answers_by_question.get(question, ()):
        other = library.answers[key]
        if author == other.meta.member and other.path != path:
            yield say(
                "'{path}' is a further answer of who wrote '{other}': see whether it replaces "
                "that one",
                path=shown,
                other=f"{settings.docs_path}/{other.path}",
            )


def _contact_remarks(faults: Iterable[Diagnostic], settings: Settings) -> Iterator[Message]:
    """Tell where new files hold contact data, beside that whose publication a page allows."""
    lines: dict[str, list[int]] = {}
    for fault in faults:
        lines.setdefault(fault.location.path, []).append(fault.location.line)
    for path, numbers in lines.items():
        shown = f"{settings.docs_path}/{path}"
        if len(numbers) == 1:
            yield say(
                "'{path}' contains a telephone number or an address in line {line}: "
                "contact data needs its owner's consent",
                path=shown,
                line=numbers[0],
            )
        else:
            yield say(
                "'{path}' contains telephone numbers or addresses in lines {lines}: "
                "contact data needs its owner's consent",
                path=shown,
                lines=brief(", ".join(map(str, numbers))),
            )


def named_questions(text: str, settings: Settings) -> list[str]:
    """Give the questions whose addresses occur in a text, as `talk/question`."""
    folder = re.escape(settings.folders["questions"])
    pattern = re.compile(rf"(?<![\w.-]){folder}/({SLUG})/({SLUG})(?![\w-])")
    return list(dict.fromkeys(f"{talk}/{name}" for talk, name in pattern.findall(text)))


def named_talks(text: str, settings: Settings) -> list[str]:
    """Give the names of the talks whose addresses occur in a text."""
    folder = re.escape(settings.folders["talks"])
    return list(dict.fromkeys(re.findall(rf"(?<![\w.-]){folder}/({SLUG})(?![\w-])", text)))


def new_faults(faults: Iterable[Diagnostic], before: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Give the faults that weren't there before; what is no fault refuses nothing.

    What is wrong stays so, though a new file may change what is offered instead.
    """
    known = {replace(fault, hint=None) for fault in before}
    wrong = (fault for fault in faults if fault.severity is not Severity.NOTICE)
    return [fault for fault in wrong if replace(fault, hint=None) not in known]
