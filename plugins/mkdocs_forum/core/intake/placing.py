"""Where a file belongs that came without its folder: its keys say it, or its name does.

A path is made of names that were judged to be slugs, and of nothing else that a stranger wrote.
"""

import re
from dataclasses import replace
from itertools import count
from pathlib import PurePosixPath
from typing import Any, Final

from mkdocs_forum.core.faults.code import Severity
from mkdocs_forum.core.faults.diagnostic import Diagnostic, brief, say
from mkdocs_forum.core.forms.form import Form, Refusal
from mkdocs_forum.core.forms.page_fields import ASKED
from mkdocs_forum.core.intake.decisions import decide
from mkdocs_forum.core.intake.header import straight
from mkdocs_forum.core.intake.intake import Forum, Submission, remarks_on
from mkdocs_forum.core.intake.mail.embedded_files import Enclosure
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import Entry, kind_of, read_entry
from mkdocs_forum.core.reading.source import Source, read_source
from mkdocs_forum.core.words.slugs import is_slug, slugify

_KINDS: Final = {
    "question": "answers",
    "author": "answers",
    "edition": "talks",
    "speakers": "talks",
    "title": "talks",
    "name": "members",
}
"""Kind of entry that each key tells, the surest first."""
_HEADER = re.compile(r"---[ \t]*\n(.*?)^---", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"^(\w+)[ \t]*:", re.MULTILINE)
_ENDING = re.compile(r"(?:\.md)?\.txt$|\.(?:md|markdown)$", re.IGNORECASE)
_COPY = re.compile(r"[ _]?\(\d+\)$")
"""What programs add to a name that is there already in a folder."""

_UNNAMED = "message"


def place(enclosure: Enclosure, forum: Forum) -> Submission | Refusal | list[Diagnostic]:
    """Find the place of a file, in which autocorrection may have changed the keys.

    Returns:
        The file at its place, why it has none, or the faults that keep it from being understood.
    """
    decided = decide(enclosure, forum)
    found = _placed(enclosure, forum) if decided is None else decided
    text = straight(enclosure.text)
    if isinstance(found, Submission) or text == enclosure.text:
        return found
    other = _placed(replace(enclosure, text=text), forum)
    return other if isinstance(other, Submission) else found


def kind_of_file(enclosure: Enclosure, settings: Settings) -> str | None:
    """Tell of which kind of entry a file is, by its keys or its name."""
    return _kind(enclosure.text, _told_path(enclosure.name, settings), settings)


def _placed(enclosure: Enclosure, forum: Forum) -> Submission | Refusal | list[Diagnostic]:
    told = _told_path(enclosure.name, forum.settings)
    kind = _kind(enclosure.text, told, forum.settings)
    stem = _stem(enclosure.name) if told or "/" not in enclosure.name else ""
    if kind is None:
        name = brief(PurePosixPath(enclosure.name).name) or _UNNAMED
        message = say("'{name}' is neither a talk, an answer nor the page of a member", name=name)
        return Refusal(message, say("ask the sender for the file that the form on the site makes"))
    form = forum.form(kind)
    path = told if told and kind == "answers" else form.path(stem or _UNNAMED)
    found = _read(path, enclosure.text, form)
    if isinstance(found, list) and kind == "answers" and not told:
        return found
    if isinstance(found, list):
        # The keys say where an answer belongs, whatever path was told.
        path = form.path(stem or _UNNAMED)
        other = _read(path, enclosure.text, form)
        if isinstance(other, list):
            return found
        found = other
    if kind == "answers":
        return _answer(found, enclosure, form, forum)
    return _page(stem, found, enclosure, form, forum)


def _read(path: str, text: str | bytes, form: Form) -> Entry[Any] | list[Diagnostic]:
    source = read_source(path, text)
    if not isinstance(source, Source):
        return source
    if wrong := [fault for fault in source.remarks if fault.severity is Severity.ERROR]:
        return wrong
    return read_entry(source, form.kind, form.settings)


def _answer(found: Entry[Any], enclosure: Enclosure, form: Form, forum: Forum) -> Submission:
    """Place an answer: below its question, with a number if its author has answered before."""
    own = f"{found.meta.question}/{found.meta.author}"
    for number in count(1):
        path = form.path(own if number == 1 else f"{own}-{number}")
        if path not in forum.texts:
            break
        if _is_same(found, path, form, forum):
            return _submission(path, found, enclosure, form, is_present=True)
    return _submission(form.path(form.free(own)), found, enclosure, form)


def _page(
    stem: str, found: Entry[Any], enclosure: Enclosure, form: Form, forum: Forum
) -> Submission | Refusal:
    """Place an entry that has a page of its own: under the name that was told, or another."""
    slug = next(field for field in form.fields if field.name == "slug")
    name = stem or form.proposal(slug, found.source.meta)
    path = form.path(name)
    if not name:
        message = say("it isn't clear what the file should be called")
        return Refusal(message, say("ask the sender to attach it as a file with a name"))
    if _is_same(found, path, form, forum):
        return _submission(path, found, enclosure, form, is_present=True)
    if forum.is_taken(path):
        shown = f"{form.settings.docs_path}/{path}"
        message = say("'{path}' exists already, with another text", path=shown)
        hint = say("put a correction into that file; for another text, ask for another name")
        return Refusal(message, hint)
    _, refusal = form.read(slug, name)
    return refusal or _submission(path, found, enclosure, form)


def _is_same(found: Entry[Any], path: str, form: Form, forum: Forum) -> bool:
    """Whether an entry says what the file at a path says."""
    present = _read(path, forum.texts[path], form) if path in forum.texts else None
    if not isinstance(present, Entry):
        return False
    return (present.meta, present.body.strip()) == (found.meta, found.body.strip())


def _submission(
    path: str, found: Entry[Any], enclosure: Enclosure, form: Form, *, is_present: bool = False
) -> Submission:
    if is_present:
        return Submission(path, enclosure.text, is_present=True)
    settings = form.settings
    remarks = remarks_on(path, form.kind, found.source.meta, settings)
    shown = f"{settings.docs_path}/{path}"
    if not enclosure.is_whole:
        remarks.append(
            say(
                "it isn't clear where '{path}' ends: see whether its last lines belong to it",
                path=shown,
            )
        )
    if enclosure.is_wrapped:
        remarks.append(
            say(
                "a mail program seems to have broken the lines of '{path}': look them through",
                path=shown,
            )
        )
    return Submission(path, enclosure.text, remarks)


def _kind(text: str, told: str | None, settings: Settings) -> str | None:
    header = _HEADER.match(text)
    keys = set(_KEY.findall(header[1])) if header else set()
    found = (kind for key, kind in _KINDS.items() if key in keys)
    return next(found, kind_of(told, settings) if told else None)


def _told_path(name: str, settings: Settings) -> str | None:
    """Give a path that was told, if a contribution can stand there."""
    path = name.strip().removeprefix(f"{settings.docs_path}/")
    kind = kind_of(path, settings)
    if kind not in ASKED or not path.endswith(".md"):
        return None
    parts = path.removesuffix(".md").split("/")
    return (
        path if len(parts) == (4 if kind == "answers" else 2) and all(map(is_slug, parts)) else None
    )


def _stem(name: str) -> str:
    """Give the name of a file as a slug, without its endings."""
    last = PurePosixPath(name.strip().replace("\\", "/")).name
    return slugify(_COPY.sub("", _ENDING.sub("", last)))
