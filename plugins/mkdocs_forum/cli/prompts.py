"""Asking somebody in a terminal, in the language of the site."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click

from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.forms.compose import name_of, read_question
from mkdocs_forum.core.forms.fields import Field
from mkdocs_forum.core.forms.form import Choice, Form, Given, Refusal
from mkdocs_forum.core.intake.receipts import refusal_text
from mkdocs_forum.core.words.characters import visible
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.slugs import is_slug, slugify

LISTED = 12
"""Choices that are shown at a time."""
_LONGEST = 90
"""Characters of a choice that are shown at the most."""


def in_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


@dataclass(frozen=True)
class Prompts:
    """A conversation: one question after the other, each until its answer can stand."""

    language: Language

    def fill(self, form: Form, asked: Field, given: Given) -> str | list[str]:
        """Ask for the value of a field; empty if there is none."""
        question = self._question(form, asked)
        proposal = form.proposal(asked, given)
        if proposal and not asked.needed:
            question += self.language.tell(" ('-' for none)")
        shown = self._list(form.choices(asked))
        while True:
            text = self.line(question, proposal)
            if text in {"", "-"} and not asked.needed:
                return [] if asked.many else ""
            parts = asked.values(text)
            values = []
            for part in parts if text else ():
                value, shown = self._read(form, asked, part, shown)
                if value is None:
                    break
                values.append(value)
            if text and len(values) == len(parts):
                return list(dict.fromkeys(values)) if asked.many else values[0]
            if not text:
                self.refuse(Refusal(say("an answer is needed here")))

    def questions(self) -> dict[str, str]:
        """Ask for the questions that a talk leaves open, and for their names."""
        found: dict[str, str] = {}
        told = self.language.tell("A question left open (Enter if there are no more)")
        while text := self.line(told):
            question, faults = read_question(text)
            if faults or question is None:
                for fault in faults:
                    self.refuse(Refusal(fault.message, fault.hint))
                continue
            found[self._name(name_of(question, found), found)] = question.text
        return found

    def agrees(self, question: str) -> bool:
        """Ask for a yes; everything else than a yes is a no."""
        yes = self.language.tell("yes")
        answer = self.line(
            f"{question} ({yes}/{self.language.tell('no')})", self.language.tell("no")
        )
        return answer.lower() in {yes, yes[0], "yes", "y"}

    def line(self, question: str, proposal: str = "") -> str:
        """Ask for a line."""
        told = f"{question} [{proposal}]" if proposal else question
        asked = self.language.tell("{question}: ").format(question=told)
        text = click.prompt(asked, default=proposal, show_default=False, prompt_suffix="")
        return str(text).strip()

    def refuse(self, refusal: Refusal) -> None:
        """Tell why a value can't stand."""
        click.echo(refusal_text(refusal, self.language))

    def _question(self, form: Form, asked: Field) -> str:
        tell = self.language.tell
        question = asked.label(self.language)
        if asked.name in {"date", "end_date"}:
            question += tell(" (YYYY-MM-DD)")
        return question + (tell(" (several: commas between them)") if asked.many else "")

    def _list(self, choices: Sequence[Choice]) -> Sequence[Choice]:
        for number, choice in enumerate(choices[:LISTED], 1):
            click.echo(f"{number:4}  {_printable(choice.label)} ({choice.key})")
        if (more := len(choices) - LISTED) > 0:
            words = self.language.catalogue.ngettext(
                "and {count} more: type a few letters of its name",
                "and {count} more: type a few letters of its name",
                more,
            )
            click.echo(f"      {words.format(count=more)}")
        return choices[:LISTED]

    def _read(
        self, form: Form, asked: Field, text: str, shown: Sequence[Choice]
    ) -> tuple[str | None, Sequence[Choice]]:
        """Read a value: as it is, by its number in the list, or by a few letters.

        Returns:
            The value, or nothing if it must be asked again, and the choices that are shown.
        """
        value, refusal = form.read(asked, text)
        if refusal is None:
            return value, shown
        number = int(text) if text.strip().isdecimal() else 0
        if 0 < number <= len(shown):
            return shown[number - 1].key, shown
        found = [choice for choice in form.choices(asked) if choice.matches(text)]
        if len(found) == 1:
            return found[0].key, self._list(found)
        if found:
            return None, self._list(found)
        self.refuse(refusal)
        return None, shown

    def _name(self, proposal: str, taken: Given) -> str:
        told = self.language.tell("Its name in addresses")
        while True:
            name = self.line(told, proposal)
            if name in taken:
                self.refuse(Refusal(say(Sentence.NAME_TAKEN, name=name)))
            elif not is_slug(name):
                hint = say(Sentence.CALL_IT, name=slugify(name) or proposal)
                self.refuse(Refusal(say(Sentence.NO_ADDRESS, name=name), hint))
            else:
                return name


def _printable(text: str) -> str:
    """Give a text that members wrote as a terminal may show it."""
    shown = visible(" ".join(text.split()))
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
