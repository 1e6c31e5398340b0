"""`mkdocs-forum stats`: what became of the questions, in figures."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

import click

from mkdocs_forum.adapter.project import config_option, open_project
from mkdocs_forum.core.faults.diagnostic import brief
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.library.asking.statistics import Figures, Statistics, statistics
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.shown import published
from mkdocs_forum.core.words.characters import visible
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.languages import LANGUAGES

_LONGEST = 32
"""Characters of a name at the most."""


@click.command()
@config_option
@click.option("--json", "as_json", is_flag=True, help="Print them for other programs.")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of the table; by default the site's."
)
def stats(config_file: Path, as_json: bool, lang: str | None) -> None:
    """Tell how many questions were asked, answered, settled, and how long that took.

    By edition and by topic, as the site's own page tells it; drafts don't count.
    """
    project = open_project(config_file)
    library = published(load(project.texts(), project.settings).library)
    found = statistics(library, project.settings.today)
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
        return
    language = Language(lang or project.settings.language)
    for line in _table(found, library, language):
        click.echo(line.rstrip())


def _table(found: Statistics, library: Library, language: Language) -> list[str]:
    tell = language.tell
    heads = [
        *(tell("Asked"), tell("Answered"), tell("Answer kept"), tell("With a synthesis")),
        *(
            tell("Without an answer"),
            tell("Promises kept, of all"),
            tell("Median days to an answer"),
        ),
        tell("Waits longest"),
    ]
    titles = {slug: library.editions[slug].meta.title for slug in found.editions}
    names = {key: library.topics[key].name for key in found.topics}
    blocks: list[tuple[str, Mapping[str, Figures], Mapping[str, str]]] = [
        (tell("Edition"), found.editions, titles),
        (tell("Topic"), found.topics, names),
    ]
    lines = []
    for number, head in enumerate(heads, 1):
        lines.append(f"{number}  {head}")
    for head, rows, named in blocks:
        lines += ["", _line(head, map(str, range(1, len(heads) + 1)))]
        lines += [_line(named[key], _cells(figures)) for key, figures in rows.items()]
    return [*lines, "", _line(tell("All"), _cells(found.everything))]


def _cells(figures: Figures) -> list[str]:
    days = "–" if figures.median_days is None else str(figures.median_days)
    longest = f"{figures.longest_days}  {figures.longest}" if figures.longest else "–"
    counts = (figures.asked, figures.answered, figures.kept, figures.synthesised, figures.waiting)
    promised = f"{figures.promises_kept}/{figures.promised}" if figures.promised else "–"
    return [*map(str, counts), promised, days, longest]


def _line(name: str, cells: Iterable[str]) -> str:
    *numbers, last = cells
    shown = brief(visible(name), _LONGEST)
    return f"{shown:<{_LONGEST}}" + "".join(f"{cell:>6}" for cell in numbers) + f"   {last}"
