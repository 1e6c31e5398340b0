"""What is asked for a new forum, and what of it can stand."""

import locale
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import click

from mkdocs_forum.cli.prompts import Prompts
from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.model.types import EMAIL
from mkdocs_forum.core.repository.forge import FORGES, NONE
from mkdocs_forum.core.repository.history import build_day
from mkdocs_forum.core.scaffold.choices import Choices, is_unknown, pages_address, web_address
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.languages import LANGUAGES

LICENCE: Final = "CC BY-SA 4.0"
"""Licence that is proposed."""
_NO_LINE: Final = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")


@dataclass(frozen=True)
class _Question:
    """One thing that is chosen."""

    key: str
    words: Message
    read: Callable[[str], str | None]
    """Gives the value of what was written, or nothing if it can't stand."""
    refusal: Message
    proposal: str = ""
    needed: bool = False


def _line(text: str) -> str | None:
    return None if _NO_LINE.search(text) else text.strip()


def _email(text: str) -> str | None:
    return text.strip() if re.fullmatch(EMAIL, text.strip()) else None


_NAME = _Question(
    *("name", say("Name of the forum"), _line),
    refusal=say("a name is a single line"),
    needed=True,
)
_LANGUAGE = _Question(
    *("language", say("Language"), lambda text: text if text in LANGUAGES else None),
    refusal=say("write one of: {names}", names=", ".join(LANGUAGES)),
    needed=True,
)
_REPOSITORY = _Question(
    *("repository", say("Address of the repository, if there is one"), web_address),
    refusal=say("write an address such as https://github.com/club/forum"),
)
_FORGE = _Question(
    "forge",
    say("Program that runs there ({names})", names=", ".join((*FORGES, NONE))),
    lambda text: text if text in {*FORGES, NONE} else None,
    refusal=say("write one of: {names}", names=", ".join((*FORGES, NONE))),
    needed=True,
)
_EMAIL = _Question(
    *("email", say("E-mail address for contributions, if there is one"), _email),
    refusal=say("write an address such as name@example.org"),
)
_LICENCE_OF_TEXTS = _Question(
    *("licence", say("Licence of the texts"), _line),
    refusal=say("a name is a single line"),
    proposal=LICENCE,
)


def chosen(folder: Path, given: Mapping[str, str | None], package: str, *, asks: bool) -> Choices:
    """Give what was chosen: by options, then by asking for what they don't give.

    Arguments:
        folder: Where the forum will stand.
        given: What each option gives.
        package: What the workflows of the forum install.
        asks: Whether somebody is there to be asked.

    Raises:
        UsageError: A value can't stand, or is lacking where nobody can be asked.
    """
    native = replace(_LANGUAGE, proposal=_own_language())
    language = Language(given["language"] or native.proposal)
    name = _value(_NAME, given, language, asks=asks)
    language = Language(_value(native, given, language, asks=asks))
    repository = _value(_REPOSITORY, given, language, asks=asks)
    forge = given["forge"] or ""
    if is_unknown(repository, forge):
        forge = _value(_FORGE, given, language, asks=asks)
    return Choices(
        name,
        language.code,
        build_day(folder, live=True),
        repository,
        forge,
        email=_value(_EMAIL, given, language, asks=asks),
        licence=_value(_LICENCE_OF_TEXTS, given, language, asks=asks),
        site_url=_site(given["site_url"] or pages_address(repository)),
        package=package,
    )


def _own_language() -> str:
    """Give the language of the machine, or English where the forum has no sentences in it."""
    told = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    return next((code for code in LANGUAGES if told.lower().startswith(code)), "en")


def _site(address: str) -> str:
    return address if not address or address.endswith("/") else f"{address}/"


def _value(
    question: _Question, given: Mapping[str, str | None], language: Language, *, asks: bool
) -> str:
    """Give a value: of an option, asked for, or proposed; `-` stands for none.

    Raises:
        UsageError: An option's value can't stand, or is lacking where nobody can be asked.
    """
    written = given[question.key]
    if written is None and asks:
        return _asked(question, Prompts(language))
    if written is None and question.needed and not question.proposal:
        message = say("give also: {options}", options=f"--{question.key}")
        raise click.UsageError(message.tell(language.tell))
    value = _read(question, question.proposal if written is None else written)
    if value is None and not (written or "").strip():
        message = say("'{option}' is empty", option=f"--{question.key}")
        raise click.UsageError(message.tell(language.tell))
    if value is None:
        told = question.refusal.tell(language.tell)
        raise click.UsageError(f"--{question.key}: {told}")
    return value


def _asked(question: _Question, prompts: Prompts) -> str:
    words = question.words.tell(prompts.language.tell)
    none = "" if question.needed else prompts.language.tell(" ('-' for none)")
    while True:
        written = prompts.line(f"{words}{none}", question.proposal)
        value = _read(question, written)
        if value is not None:
            return value
        prompts.refuse(Refusal(question.refusal if written else say("an answer is needed here")))


def _read(question: _Question, written: str) -> str | None:
    if written in {"", "-"} and not question.needed:
        return ""
    return question.read(written) or None
