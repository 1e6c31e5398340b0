"""The forms of a forge by which somebody opens an issue that becomes a contribution.

https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
"""

from collections.abc import Mapping
from typing import Any, Final

import yaml

from mkdocs_forum.core.forms.page_fields import ASKED
from mkdocs_forum.core.intake.issues.read import Part, parts
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.words.language import N_, Language

FOLDER: Final = ".github/ISSUE_TEMPLATE"
"""Folder of the forms in a repository."""

_TITLES: Final[Mapping[str, tuple[str, str, str]]] = {
    "answers": (
        N_("Answer a question"),
        N_("Answer: "),
        N_("Your answer appears on the page of the question, under your name."),
    ),
    "talks": (
        N_("Propose a talk"),
        N_("Talk: "),
        N_("A text that ends with the questions you leave open."),
    ),
    "members": (
        N_("Create my page"),
        N_("Page of: "),
        N_("Who answers or gives a talk has a page as a member."),
    ),
}
"""What each form is called, how the titles of its issues begin, what it is for."""
_NOTICE = N_(
    "An organiser reads what you send before it appears on the site. Everybody "
    "can read an issue at once."
)
_HEAD = N_("Written by 'mkdocs-forum issue-forms --write': the next run replaces every change.")


def issue_forms(settings: Settings, code: str | None = None) -> dict[str, str]:
    """Give the forms by their paths in the repository.

    Arguments:
        settings: The options.
        code: Language of the forms; by default the site's.
    """
    language = Language(code or settings.language)
    return {
        f"{FOLDER}/{language.conventions.issue_forms[kind]}.yml": _form(kind, settings, language)
        for kind in ASKED
    }


def _form(kind: str, settings: Settings, language: Language) -> str:
    name, title, description = map(language.tell, _TITLES[kind])
    notice = {"type": "markdown", "attributes": {"value": language.tell(_NOTICE)}}
    made = {
        "name": name,
        "description": description,
        "title": title,
        "body": [notice, *map(_element, parts(kind, settings, language))],
    }
    text = yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=1000)
    return f"# {language.tell(_HEAD)}\n{text}"


def _element(part: Part) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": part.label}
    if part.help:
        attributes["description"] = part.help
    if part.options:
        attributes["options"] = list(part.options.values())
    if part.boxes:
        boxes = ({"label": label} for label in part.boxes.values())
        attributes["options"] = [{**box, "required": True} if part.needed else box for box in boxes]
        return {"type": part.type, "id": part.name, "attributes": attributes}
    needed = {"validations": {"required": True}} if part.needed else {}
    return {"type": part.type, "id": part.name, "attributes": attributes, **needed}
