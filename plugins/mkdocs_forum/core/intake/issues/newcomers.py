"""Who sends a first answer has no page yet: it comes out of the same form."""

from dataclasses import dataclass, replace

from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.forms.compose import Composed, compose, namesake
from mkdocs_forum.core.forms.form import Form, Refusal
from mkdocs_forum.core.intake.intake import Forum, Intake, Submission
from mkdocs_forum.core.intake.issues.read import NEWCOMER, Filled


@dataclass(frozen=True)
class Newcomer:
    """Somebody who gets a page."""

    slug: str
    page: Submission


def introduce(filled: Filled, forum: Forum) -> Newcomer | Intake:
    """Make the page of who filled in the form of an answer, or tell why there is none."""
    form = forum.form("members")
    values, refusals = _values(filled, form)
    if found := namesake(form, values.get("name", "")):
        message = say("'{name}' has a page already, in a file called '{slug}.md'", **found)
        hint = say("if it is yours, untick the box; if not, write your name differently")
        refusals.append(Refusal(message, hint, about=_label(filled, "author")))
    asked = next(field for field in form.fields if field.name == "slug")
    slug = form.proposal(asked, values)
    if values.get("name") and not refusals and not slug:
        message = say("it isn't clear what the file should be called")
        hint = say("write a title or a name with a letter or a digit")
        refusals.append(Refusal(message, hint, about=_label(filled, "author")))
    if refusals or not slug:
        # That a name is needed is told with the other parts.
        return Intake(refusals=refusals)
    composed = compose(form, {**values, "slug": slug}, whole=True)
    if not isinstance(composed, Composed):
        return Intake(faults=composed)
    return Newcomer(slug, Submission(composed.path, composed.text))


def _values(filled: Filled, form: Form) -> tuple[dict[str, str], list[Refusal]]:
    """Read what was written of somebody; the name stands where an author does."""
    fields = {field.name: field for field in form.fields}
    parts = {"name": "author", **{name: name for name in NEWCOMER}}
    values: dict[str, str] = {}
    refusals: list[Refusal] = []
    for name, part in parts.items():
        if written := filled.values[part].strip():
            values[name], refusal = form.read(fields[name], written)
            refusals += [replace(refusal, about=_label(filled, part))] if refusal else []
    return values, refusals


def _label(filled: Filled, name: str) -> str:
    return next(part.label for part in filled.parts if part.name == name)
