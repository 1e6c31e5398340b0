"""A forum to which files are sent, by its forms and by its commands: both make the same of them."""

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from markdown import Markdown

from mkdocs_forum.core.checks.link_targets import Site
from mkdocs_forum.core.checks.site import check_site
from mkdocs_forum.core.faults.diagnostic import Diagnostic, in_order
from mkdocs_forum.core.forms.compose import (
    Composed,
    compose,
    lines,
    name_of,
    read_question,
    with_questions,
)
from mkdocs_forum.core.forms.form import Form
from mkdocs_forum.core.forms.rulebook import rulebook
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import Settings
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

SITE = Site(
    dict.fromkeys(("index.md", "about.md", "talks/plan.png", "a b/Été.md"), ""),
    {},
    lambda body: Markdown(extensions=["toc", "tables", "fenced_code", "attr_list"]).convert(body),
)
Call = tuple[str, Mapping[str, Any], str, Sequence[str]]
"""Kind, values, text and questions."""


class FormScripts:
    """A forum to which somebody sends a file, and the page on which they fill in its form."""

    def __init__(
        self,
        page: Modules,
        texts: Mapping[str, str],
        language: str = "fr",
        settings: Settings = SETTINGS,
    ) -> None:
        self.page, self.texts, self.settings = page, texts, settings
        self.library, self.faults, self.missing = load(dict(texts), settings)
        made = rulebook(self.library, self.missing, replace(settings, language=language), SITE)
        self.book: Any = json.loads(json.dumps({**made, "today": self.settings.today.isoformat()}))

    def form(self, kind: str) -> Form:
        """Give the form of the commands."""
        return Form(kind, self.library, self.settings, self.texts.__contains__, self.missing)

    def values(self, kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
        """Read values as the commands do, and leave out what is empty."""
        form = self.form(kind)
        found: dict[str, Any] = {"consent": given["consent"]} if given.get("consent") else {}
        for field in form.fields:
            written = given.get(field.name) or []
            items = [written] if isinstance(written, str) else written
            read = dict.fromkeys(form.read(field, item)[0] for item in items)
            kept = [value for value in read if value]
            if kept:
                found[field.name] = kept if field.many else kept[0]
        return found

    def composed(self, call: Call) -> Composed | list[Diagnostic] | None:
        """Compose a file in Python; nothing where it can't be named."""
        kind, given, body, asked = call
        form, values, text = self.form(kind), self.values(kind, given), lines(body)
        names: dict[str, str] = {}
        for written in asked:
            question, faults = read_question(written)
            if question and not faults:
                names[name_of(question, names)] = question.text
        if kind == "talks" and names:
            text = with_questions(text, names, self.settings)
        if kind == "answers" and not {"question", "author"} <= values.keys():
            return None
        if kind != "answers":
            slug = next(field for field in form.fields if field.name == "slug")
            values = {"slug": form.proposal(slug, values), **values}
        return compose(form, values, text, whole=True)

    def told(self, path: str, text: str) -> list[dict[str, Any]]:
        """Give what the check tells of a new file, in the order of its report."""
        library, present, missing = load({**self.texts, path: text}, self.settings)
        found = check_site(library, missing, self.settings, SITE)
        # Links and pictures are left to the check: a browser doesn't know what the site holds.
        marks = [each.fault for each in found if each.fault.code == "F158"]
        faults = [*present, *(fault for fault in marks if fault.location.path == path)]
        # Names that look alike may be told of the other file: the form tells it all the same.
        new = [
            replace(fault, location=replace(fault.location, path=path), edit=None)
            for fault in faults
            if fault not in self.faults and (fault.location.path == path or fault.code == "F125")
        ]
        return [said(fault) for fault in in_order(new)]


def said(fault: Diagnostic) -> dict[str, Any]:
    """Give a fault as a form tells it."""
    return {
        "line": fault.location.line,
        "column": fault.location.column,
        "code": fault.code,
        "message": fault.message.tell(TELL),
        "hint": fault.hint.tell(TELL) if fault.hint else None,
    }


def without_field(faults: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Take off what only a form knows."""
    return [{key: value for key, value in fault.items() if key != "field"} for fault in faults]


def differences(desk: FormScripts, calls: Sequence[Call]) -> list[Any]:
    """Give the entries of which a form writes or tells something else than Python does."""
    found = desk.page.compose(desk.book, calls)
    return [
        (call, made, expected)
        for call, made in zip(calls, found, strict=True)
        if made != (expected := wanted(desk, call, made))
    ]


def wanted(desk: FormScripts, call: Call, made: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a form has to make: Python's file, or the faults of the file that it made."""
    composed = desk.composed(call)
    path, text = made["path"], made["text"]
    if isinstance(composed, Composed):
        path, text = composed.path, composed.text
    told = desk.told(path or "answers/a.md", text)
    fields = {json.dumps(without_field([fault])[0]): fault["field"] for fault in made["faults"]}
    faults = [{"field": fields.get(json.dumps(fault)), **fault} for fault in told]
    return {"path": path, "text": text, "faults": faults}
