"""The files of a new forum, made of the templates in the folder `scaffold`.

Names that begin with `_` stand for those with a dot, which git and packers would obey; `YEAR` is
the year of the edition to come, `META` the folder that a forge reads.
"""

import json
import shlex
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mkdocs_forum.core.intake.issues.files import issue_files
from mkdocs_forum.core.intake.issues.read import agreement
from mkdocs_forum.core.reading.entry import CONTRIBUTED
from mkdocs_forum.core.repository.forge import forge_name, issue_url
from mkdocs_forum.core.scaffold.choices import Choices
from mkdocs_forum.core.scaffold.keys import keys
from mkdocs_forum.core.words.language import Language

SCAFFOLD: Final = Path(__file__).parents[2] / "scaffold"
"""Folder of the templates: `texts` by language; `upkeep` and `owned` by forge."""
REQUIREMENT: Final = "requirements.in"
"""File that says which version of the software a forum is built with."""

_SHARED: Final = {"forgejo": "gitea"}
"""Forges whose workflows are those of another one."""


def forum_files(choices: Choices) -> dict[str, str]:
    """Give all files of a new forum, by their paths."""
    texts = _rendered(f"texts/{choices.language}", choices)
    return {**texts, **owned_files(choices), **upkeep_files(choices)}


def owned_files(choices: Choices) -> dict[str, str]:
    """Give the files that follow the forge, and that organisers fill in as they like."""
    return _of_forge("owned", choices)


def upkeep_files(choices: Choices) -> dict[str, str]:
    """Give the files that follow the software and the forge, and that no member writes."""
    made = _of_forge("upkeep", choices)
    return {**made, **issue_files(choices.settings)} if choices.kind else made


def _of_forge(folder: str, choices: Choices) -> dict[str, str]:
    made = _rendered(f"{folder}/common", choices)
    if choices.kind:
        made |= _rendered(f"{folder}/{_SHARED.get(choices.kind, choices.kind)}", choices)
    return made


def _rendered(folder: str, choices: Choices) -> dict[str, str]:
    context = _context(choices)
    root = SCAFFOLD / folder
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    return {
        _path(path.relative_to(root).as_posix(), context): _environment()
        .get_template(path.relative_to(SCAFFOLD).as_posix())
        .render(context)
        for path in paths
    }


def _path(name: str, context: Mapping[str, Any]) -> str:
    named = name.replace("YEAR", str(context["year"])).replace("META", context["meta"])
    parts = PurePosixPath(named).parts
    return "/".join(f".{part[1:]}" if part.startswith("_") else part for part in parts)


def _context(choices: Choices) -> dict[str, Any]:
    settings, language = choices.settings, Language(choices.language)
    words = _words()[choices.language]
    on_codeberg = choices.repository.startswith("https://codeberg.org/")
    return {
        "name": choices.name,
        "language": choices.language,
        "repository": choices.repository,
        "branch": choices.branch,
        "docs": choices.docs,
        "contributed": [settings.folders[kind] for kind in CONTRIBUTED],
        "owner": choices.owner or "owner",
        "remote": f"{choices.repository or 'https://forge.example.org/club/forum'}.git",
        "email": choices.email,
        "licence": choices.licence,
        "site_url": choices.site_url,
        "package": choices.package,
        "options": choices.options,
        "today": choices.today.isoformat(),
        "year": choices.today.year + 1,
        "forge": choices.kind,
        "forge_name": choices.kind and (forge_name(settings) or choices.kind.capitalize()),
        "issue_url": issue_url(settings),
        "agreement": agreement("talks", settings, language),
        "meta": f".{choices.kind}",
        "on_github": "github.io" in choices.site_url,
        "on_codeberg": on_codeberg,
        "runner": "codeberg-small" if on_codeberg else "docker",
        "words": words,
        "keys": keys(language),
        "label": words["label"],
    }


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads((SCAFFOLD / "upkeep/words.toml").read_text(encoding="utf-8"))


@cache
def _environment() -> Environment:
    """Give the environment of the templates: braces belong to workflows, and are left to them."""
    environment = Environment(
        loader=FileSystemLoader(SCAFFOLD, encoding="utf-8"),
        undefined=StrictUndefined,
        block_start_string="[%",
        block_end_string="%]",
        variable_start_string="[[",
        variable_end_string="]]",
        comment_start_string="[##",
        comment_end_string="##]",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["quoted"] = lambda text: json.dumps(text, ensure_ascii=False)
    environment.filters["word"] = shlex.quote
    return environment
