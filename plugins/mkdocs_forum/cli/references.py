"""What an argument of a command refers to: a question, a member, a text, however it is called."""

import datetime
from typing import Any

import click

from mkdocs_forum.core.checks.relations import Known, unknown_member, unknown_question
from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, Message, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.receipts import refusal_text
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.namesakes import member_called
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.reading.keys import wanted
from mkdocs_forum.core.words.days import days
from mkdocs_forum.core.words.language import Language


def question_called(told: str, known: Known, settings: Settings) -> str:
    """Find a question by its name, or by the address of its page.

    Raises:
        UsageError: There is none.
    """
    name = _bare(told, settings, "questions")
    name = known.library.former_questions.get(name, name)
    _refuse_fault(next(unknown_question(Location(told), name, known), None), settings)
    if name not in known.library.questions:
        raise refused(settings, say("no question is called '{wanted}'", wanted=name))
    return name


def member_named(told: str, known: Known, settings: Settings) -> str:
    """Find a member by the name of the page's file, or by what they are called.

    Raises:
        UsageError: There is none.
    """
    found = member_called(told, known.library)
    slug = found.slug if found else told
    _refuse_fault(next(unknown_member(Location(told), slug, known), None), settings)
    if slug not in known.library.members:
        raise refused(settings, say("no member is called '{wanted}'", wanted=told))
    return slug


def day_given(option: str, told: str, settings: Settings, lang: str | None = None) -> datetime.date:
    """Give the day that an option tells.

    Raises:
        UsageError: It is none, or may be two.
    """
    found = days(told)
    if len(found) == 1:
        return found[0]
    message = say(Sentence.UNFIT, value=told, key=option)
    raise refused(settings, message, wanted("forum_date", "date", {}), lang)


def text_called(told: str, library: Library, settings: Settings) -> Entry[Any] | None:
    """Find a talk or an answer by its address, the path of its file, or its name."""
    bare, _, anchor = told.partition("#")
    name = _bare(bare.removeprefix(f"{settings.docs_path}/"), settings, "talks", "answers")
    if anchor:
        name = f"{_bare(bare, settings, 'questions')}/{anchor}"
    return library.talks.get(name) or library.answers.get(name)


def refused(
    settings: Settings, message: Message, hint: Message | None = None, lang: str | None = None
) -> click.UsageError:
    """Make the error that tells why an argument can't stand."""
    language = Language(lang or settings.language)
    return click.UsageError(refusal_text(Refusal(message, hint), language))


def _bare(told: str, settings: Settings, *kinds: str) -> str:
    """Take off a name what stands around it in addresses and paths."""
    name = told.removeprefix(settings.site_url or "\n").partition("#")[0].strip("/")
    for kind in kinds:
        name = name.removeprefix(f"{settings.folders[kind]}/")
    return name.removesuffix(".html").removesuffix("/index").removesuffix(".md")


def _refuse_fault(fault: Diagnostic | None, settings: Settings) -> None:
    if fault:
        raise refused(settings, fault.message, fault.hint)
