"""Writes a forum of any size in French folders; the same arguments give the same files.

usage: python benchmarks/corpus.py TALKS FOLDER [--seed N]

Its words are made up but spread like those of a language, so that the index of the search and the
compression of the pages come out as those of a real forum do.
"""

import argparse
import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

import yaml

from mkdocs_forum.core.words.slugs import slugify

CONFIG = """\
site_name: Forum
site_url: https://example.org/
theme:
  name: material
  language: fr
  font: false
plugins:
  - forum
"""

COMMON = """
le la les de des du un une et en que qui dans pour sur pas plus par avec ce cette nous vous ils elle
mais ou donc client mission projet question conseil entreprise valeur direction atelier retour
consultant pratique outil gouvernance risque marché analyse livrable comité pilotage objectif
organisation méthode réponse modèle processus décision stratégie démarche qualité délai réunion
"""
"""Words that occur most often, before those made of `SYLLABLES`."""

SYLLABLES = """
pro con tra de ré mé ca lo ti sa vé ner mar pla for ri mon té li gra cou bi da sé fi que len tion
ment eur age isme able ité ance
"""

FIRST_NAMES = "Anne Luc Marie Paul Claire Jean Sophie Marc Élise Hugo Nadia Karim Julie Inès"

TOPICS = """
Achats Assurance Audit Budget Co-traitance Communication Comptabilité Confiance Contrats Culture
Diagnostic Données Énergie Fiscalité Formation Fusions Industrie Innovation International Juridique
Logistique Management Marketing Numérique Prix Recrutement Santé Sécurité Transmission Vente
"""

ANSWERS = {0: 25, 1: 30, 2: 25, 3: 12, 4: 8}
"""How many questions of a hundred get so many answers."""

LAST_YEAR = 2025
"""Year of the newest edition; all answers lie in the past."""


class Prose:
    """Writes text at random."""

    def __init__(self, random: Random) -> None:
        self.random = random
        words = dict.fromkeys(COMMON.split())
        while len(words) < 6000:
            words[self.name(random.randint(2, 4))] = None
        self._words = list(words)
        # Zipf's law: a word's frequency is inverse to its rank.
        self._weights = list(accumulate(1 / (rank + 12) for rank in range(len(words))))

    def name(self, syllables: int) -> str:
        """Make up a word."""
        return "".join(self.random.choices(SYLLABLES.split(), k=syllables))

    def words(self, count: int) -> list[str]:
        """Draw words, frequent ones more often."""
        return self.random.choices(self._words, cum_weights=self._weights, k=count)

    def title(self, count: int) -> str:
        """Give words that begin with a capital."""
        return " ".join(self.words(count)).capitalize()

    def sentence(self, count: int) -> str:
        """Give a sentence; a quarter of them stress a word."""
        first, *words = self.words(count)
        if self.random.random() < 0.25:
            place = self.random.randrange(len(words))
            words[place] = f"**{words[place]}**"
        return " ".join([first.capitalize(), *words]) + self.random.choice((".", ".", ".", " ?"))

    def paragraph(self, count: int) -> str:
        """Give sentences of 8–22 words that have about so many together."""
        sentences = []
        while count > 0:
            length = min(self.random.randint(8, 22), max(8, count))
            sentences.append(self.sentence(length))
            count -= length
        return " ".join(sentences)

    def block(self, count: int) -> str:
        """Give a paragraph, or now and then a list, a quote or a table."""
        kinds = (self.paragraph, self._list, self._quote, self._table)
        return self.random.choices(kinds, weights=(70, 15, 8, 7))[0](count)

    def _list(self, count: int) -> str:
        return "\n".join(f"- {' '.join(self.words(count // 5))}" for _ in range(5))

    def _quote(self, count: int) -> str:
        return f"> {self.paragraph(count)}"

    def _table(self, count: int) -> str:
        rows = [f"| {' | '.join(self.words(3))} |" for _ in range(count // 10)]
        return "\n".join(["| A | B | C |", "| --- | --- | --- |", *rows])


@dataclass(frozen=True)
class Plan:
    """What the files of a forum share."""

    prose: Prose
    members: Sequence[str]
    editions: Sequence[int]
    talks: Mapping[str, str]
    """Title of each talk by its slug."""

    def link(self, folder: str) -> str:
        """Give a link to some talk; `folder` leads to the talks' folder."""
        slug = self.prose.random.choice(list(self.talks))
        return f"[{self.talks[slug]}]({folder}{slug}.md)"


def corpus(talks: int, seed: int) -> Iterator[tuple[str, str]]:
    """Give the path and the text of every file of a forum.

    Arguments:
        talks: Number of talks. There is a third as many members, an edition for each twenty.
        seed: Another seed gives another forum of the same size.
    """
    prose = Prose(Random(seed))
    plan = Plan(
        prose,
        members=[f"m{number:04d}" for number in range(max(4, talks // 3))],
        editions=range(LAST_YEAR + 1 - max(1, talks // 20), LAST_YEAR + 1),
        talks={f"talk-{number:05d}": prose.title(6) for number in range(talks)},
    )
    yield "mkdocs.yml", CONFIG
    yield "docs/index.md", _entry({"title": "Forum"}, prose.paragraph(60))
    for year in plan.editions:
        yield f"docs/editions/{year}.md", _edition(prose, year)
    for member in plan.members:
        yield f"docs/membres/{member}.md", _member(prose)
    for number, slug in enumerate(plan.talks):
        year = plan.editions[number % len(plan.editions)]
        yield from _talk(plan, slug, year)


def write_corpus(folder: Path, talks: int, seed: int) -> None:
    """Write a forum with its `mkdocs.yml` into a folder.

    Raises:
        FileExistsError: There is a forum already, whose files would mingle with the new ones.
    """
    (folder / "docs").mkdir(parents=True)
    for path, text in corpus(talks, seed):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def _entry(meta: Mapping[str, object], *blocks: str) -> str:
    header = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{header}---\n\n" + "\n\n".join(blocks) + "\n"


def _day(year: int) -> datetime.date:
    return datetime.date(year, 1, 14)


def _edition(prose: Prose, year: int) -> str:
    meta = {"title": f"Forum {year}", "theme": prose.title(4), "date": _day(year)}
    return _entry(meta, prose.paragraph(60))


def _member(prose: Prose) -> str:
    first_name = prose.random.choice(FIRST_NAMES.split())
    meta = {
        "name": f"{first_name} {prose.name(3).capitalize()}",
        "role": prose.title(2),
        "topics": prose.random.sample(TOPICS.split(), 2),
    }
    return _entry(meta, prose.paragraph(60))


def _talk(plan: Plan, slug: str, year: int) -> Iterator[tuple[str, str]]:
    """Give the file of a talk and those of its answers and outcomes."""
    prose, random = plan.prose, plan.prose.random
    meta = {
        "title": plan.talks[slug],
        "edition": str(year),
        "speakers": [random.choice(plan.members)],
        "topics": random.sample(TOPICS.split(), 3),
        "summary": prose.sentence(20),
    }
    bullets, slugs = _questions(prose)
    related = ", ".join(plan.link("") for _ in range(3))
    yield (
        f"docs/interventions/{slug}.md",
        _entry(meta, *_sections(prose), f"Voir aussi : {related}.", "## Questions", bullets),
    )
    for question in slugs:
        yield from _answers(plan, f"{slug}/{question}", year)


def _sections(prose: Prose) -> Iterator[str]:
    """Give the headings and blocks of 5–7 sections that have 600–900 words together."""
    sections = prose.random.randint(5, 7)
    length = prose.random.randint(600, 900) // sections
    for _ in range(sections):
        yield f"## {prose.title(4)}"
        left = length
        while left > 20:
            size = min(left, prose.random.randint(35, 70))
            yield prose.block(size)
            left -= size


def _questions(prose: Prose) -> tuple[str, list[str]]:
    """Give the list of six questions, and the name of each."""
    bullets, slugs = [], []
    for number in range(1, 7):
        text = f"{prose.title(9)} ?"
        if prose.random.random() < 0.8:
            slugs.append(f"q{number}")
            text += f" {{#q{number}}}"
        else:
            slugs.append(slugify(text))
        bullets.append(f"- {text}")
    return "\n".join(bullets), slugs


def _answers(plan: Plan, question: str, year: int) -> Iterator[tuple[str, str]]:
    """Give the answers to a question, and what became of it where that is more than answers."""
    prose, random = plan.prose, plan.prose.random
    count = random.choices(list(ANSWERS), weights=list(ANSWERS.values()))[0]
    for author in random.sample(plan.members, count):
        meta: dict[str, object] = {"date": _day(year) + datetime.timedelta(random.randint(1, 300))}
        if random.random() < 0.1:
            meta["retained"] = True
        blocks = [prose.paragraph(random.randint(40, 100)) for _ in range(2)]
        if random.random() < 0.2:
            blocks.append(f"Voir {plan.link('../../../interventions/')}.")
        yield f"docs/reponses/{question}/{author}.md", _entry(meta, *blocks)
    status, chance = ("synthesised", 0.2) if count > 1 else ("closed", 0.03)
    if random.random() < chance:
        by, date = random.choice(plan.members), _day(year) + datetime.timedelta(301)
        meta = {"status": status, "by": by, "date": date}
        yield f"docs/questions/{question}.md", _entry(meta, prose.paragraph(60))


def main() -> None:
    """Write the forum that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("talks", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    write_corpus(arguments.folder, arguments.talks, arguments.seed)


if __name__ == "__main__":
    main()
