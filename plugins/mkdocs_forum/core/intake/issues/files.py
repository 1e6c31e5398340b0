"""The forms of issues as the files of a forge: fields where it knows them, else plain texts."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from mkdocs_forum.core.forms.page_fields import ASKED
from mkdocs_forum.core.intake.issues.read import Part, parts
from mkdocs_forum.core.intake.issues.templates import issue_forms
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.repository.forge import kind_of_forge
from mkdocs_forum.core.words.language import Language

_FOLDERS: Final[Mapping[str, str]] = {
    "forgejo": ".forgejo/ISSUE_TEMPLATE",
    "gitea": ".gitea/ISSUE_TEMPLATE",
    "github": ".github/ISSUE_TEMPLATE",
}
"""Folder of the forms in a repository, by the forges that read the same ones."""
_TEMPLATES: Final = ".gitlab/issue_templates"
"""Folder in which GitLab, which knows no fields, finds texts to begin an issue with."""


def issue_files(settings: Settings, code: str | None = None) -> dict[str, str]:
    """Give the forms by their paths in the repository, as its forge reads them.

    Arguments:
        settings: The options.
        code: Language of the forms; by default the site's.
    """
    forge = kind_of_forge(settings) or "github"
    if forge == "gitlab":
        language = Language(code or settings.language)
        names = language.conventions.issue_forms
        return {
            f"{_TEMPLATES}/{names[kind]}.md": _template(kind, settings, language) for kind in ASKED
        }
    made = issue_forms(settings, code)
    return {f"{_FOLDERS[forge]}/{PurePosixPath(path).name}": text for path, text in made.items()}


def _template(kind: str, settings: Settings, language: Language) -> str:
    """Write a form as headings, below which its author writes; `from-issue` reads both alike."""
    asked = parts(kind, settings, language)
    notes = "\n".join(_notes(asked, language))
    sections = "\n".join(f"### {part.label}\n\n{_boxes(part)}" for part in asked)
    return f"<!--\n{notes}\n-->\n\n{sections}"


def _notes(asked: list[Part], language: Language) -> Iterator[str]:
    """Say above the headings what each asks for: below them stand its author's words alone."""
    yield language.tell("Write below each heading, and leave the headings as they are.")
    for part in asked:
        choices = f"{' / '.join(part.options.values())}." if part.options else ""
        empty = "" if part.needed or part.boxes else language.tell("May be left empty.")
        told = [part.help, choices, empty]
        if words := " ".join(filter(None, told)):
            yield f"{part.label}{language.tell(': ')}{words}"


def _boxes(part: Part) -> str:
    return "".join(f"- [ ] {label}\n" for label in part.boxes.values())
