"""A forum to which files are sent by its forms, and what the check then tells of them."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from mkdocs_forum.core.checks.link_targets import Site
from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.forms.compose import Composed, compose, lines
from mkdocs_forum.core.forms.form import Form
from mkdocs_forum.core.forms.rulebook import rulebook
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.source import Source, read_source
from mkdocs_forum.core.words.language import Language
from tests.browser.modules import Modules
from tests.faults import CLOSING, FORUM

# The table of faults has English folders; what is told of it is French here.
SETTINGS = replace(Settings(today=datetime.date(2024, 12, 1)), language="fr")
TELL = Language("fr").tell
WIDE: Mapping[str, str] = {
    **FORUM,
    "editions/2024.md": "---\ntitle: Forum du jour\ndate: 2024-12-01\n---\n",
    "editions/2026.md": "---\ntitle: Forum 2026\ndate: 2026-09-24\naliases: editions/xxvi/\n---\n",
    "talks/temps.md": (
        "---\ntitle: Le temps\nedition: 2026\nspeakers: [ana, bob]\ntopics: [Marges, Délai]\n"
        "question_aliases: {duree: temps}\naliases: talks/heures/\n---\n" + CLOSING
    ),
    "talks/bref.md": "---\ntitle: Bref\nedition: 2026\nspeakers: ana\n---\nSans question.\n",
    "talks/clos.md": (
        "---\ntitle: Clos\nedition: 2004\nspeakers: bob\n---\n\n## Questions\n\n- Fini ? {#fini}\n"
    ),
    "questions/clos/fini.md": "---\nstatus: closed\ndate: 2005-01-01\n---\n",
    "members/eve-noel.md": "---\nname: Ève Noël\ntopics: marges\naliases: members/eve/\n---\n",
    "members/pau1.md": "---\nname: Pau Ier\n---\n",
    "answers/ana.md": (
        "---\nquestion: prix/rabais\nauthor: ana\ndate: 2004-11-02\naliases: answers/prix/x/\n"
        "---\nOui.\n"
    ),
}
"""A forum with whatever a new file can stand beside."""

Call = tuple[str, Mapping[str, Any], str, Sequence[str]]
"""Kind, values, text and questions."""
Told = tuple[str, str, str | None]
"""A fault: its code, what was found, what to write instead."""


class FormScripts:
    """A forum to which somebody sends a file, and the page on which they fill in its form."""

    def __init__(
        self, page: Modules, texts: Mapping[str, str], settings: Settings = SETTINGS
    ) -> None:
        self.page, self.texts, self.settings = page, texts, settings
        self.library, self.faults, self.missing = load(dict(texts), settings)
        made = rulebook(self.library, settings, Site())
        for field in (field for fields in made["fields"].values() for field in fields):
            # The check speaks of keys where a form speaks of its fields.
            field.pop("label", None)
        self.book = {**made, "today": settings.today.isoformat()}

    def made(self, calls: Sequence[Call]) -> list[dict[str, Any]]:
        """Compose several entries as the forms do."""
        flat = [
            (kind, {**values, **values.get("consent", {})}, *rest) for kind, values, *rest in calls
        ]
        return self.page.call("compose", self.book, flat)

    def form(self, kind: str) -> Form:
        """Give the form of the commands."""
        return Form(kind, self.library, self.settings, self.texts.__contains__, self.missing)

    def composed(self, call: Call) -> Composed | list[Diagnostic]:
        """Compose an entry as the commands do."""
        kind, given, body, _ = call
        form = self.form(kind)
        values: dict[str, Any] = {"consent": given["consent"]} if given.get("consent") else {}
        for field in form.fields:
            written = given.get(field.name) or []
            items = [written] if isinstance(written, str) else written
            kept = list(filter(None, dict.fromkeys(form.read(field, item)[0] for item in items)))
            values |= {field.name: kept if field.many else kept[0]} if kept else {}
        if kind != "answers":
            slug = next(field for field in form.fields if field.name == "slug")
            values = {"slug": form.proposal(slug, values), **values}
        return compose(form, values, lines(body), whole=True)

    def told(self, path: str, text: str) -> set[Told]:
        """Give what the check tells of a new file."""
        _, faults, _ = load({**self.texts, path: text}, self.settings)
        return {told_of(each) for each in faults if each.location.path == path}


def told_of(fault: Diagnostic) -> Told:
    """Give a fault as a form tells it."""
    return fault.code, fault.message.tell(TELL), fault.hint.tell(TELL) if fault.hint else None


def told_by(made: Mapping[str, Any]) -> set[Told]:
    """Give what a form tells of an entry that it composed."""
    return {(each["code"], each["message"], each["hint"]) for each in made["faults"]}


def read_back(path: str, text: str) -> tuple[Mapping[str, Any], str] | list[Diagnostic]:
    """Give the keys and the text that a file says, or why it can't be read."""
    source = read_source(path, text.encode())
    return (source.meta, source.body) if isinstance(source, Source) else source
