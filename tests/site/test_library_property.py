"""Any forum of valid entries gives a site without a dead link, and nothing to complain of."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, Phase, given
from hypothesis import strategies as st

from tests.examples import times
from tests.sites import Site, build_site, configuration, joined, write

TITLES = st.text(
    "abzÉéçœß Ωж0<>&\"'’*_`[](){}#:;!?/\\|~$%@+=-«»–\u202f", min_size=1, max_size=30
).filter(lambda title: title.strip() and title.strip().isprintable())
TOPICS = ("Prix", "Équipe & <b>co</b>", "Marge nette", "C++", "L'été : quand ?", "50 %")
PIECES = (
    "une *marge*", "`<b>`", "a < b", "R&D", "« oui »", "2 %", "l'été", "[crochets]", "_fin_",
    "**fort**", "C#", "\\*", "“x”", "&lt;", "$x$", "1", "— non", "{x}", "https://example.org/a_b_c",
)  # fmt: skip
BLOCKS = (
    "## Titre\n\nTexte.",
    "### Plus bas {#ancre}\n\nTexte.",
    "# Premier rang\n\nTexte.",
    "Une note[^1].\n\n[^1]: La voici.",
    "| a | b |\n| --- | --- |\n| 1 | 2 % |",
    "```python\nprint('a : b !')  # {#rien}\n```",
    "- un\n- deux\n\n    trois",
    "> Citation ; vraiment ?",
    "Note: rien.",
    "Terme\n:   Définition",
    '<div class="x" markdown>Texte.</div>',
    "![Vue](../../../membres/photo.gif)",
)


@dataclass(frozen=True)
class Forum:
    """The files of a forum, with its published entries by what they show."""

    texts: Mapping[str, str]
    pages: Sequence[str]
    """Addresses of pages that must be there."""
    anchors: Sequence[str]
    """Addresses of answers that must be there."""
    hidden: Sequence[str]
    """Addresses of pages that must not."""


def _entry(meta: Mapping[str, Any], body: str = "") -> str:
    """Write an entry; JSON is YAML, too."""
    keys = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items()]
    return "\n".join(["---", *keys, "---", "", body, ""])


@st.composite
def forums(draw: st.DrawFn) -> Forum:
    """Draw a forum: entries of every kind that refer to each other at random."""
    some = st.integers(1, 3)
    topics = st.lists(st.sampled_from(TOPICS), max_size=2, unique=True)
    members = [f"m{number}" for number in range(draw(some))]
    editions = [f"{2024 + 2 * number}" for number in range(draw(some))]
    talks = [f"t{number}" for number in range(draw(some))]
    drafts = {talk for talk in talks[1:] if draw(st.booleans())}
    texts: dict[str, str] = {"membres/photo.gif": "GIF89a\x01\0\x01\0"}
    questions: dict[str, list[str]] = {}
    links: list[str] = [f"membres/{name}.md" for name in members]
    links += [f"editions/{name}.md" for name in editions]
    pages: list[str] = []
    anchors: list[str] = []
    hidden: list[str] = []
    for talk in talks:
        ids = [draw(st.sampled_from((f"q{n}", ""))) for n in range(draw(st.integers(0, 3)))]
        questions[talk] = [name or f"question-{n}" for n, name in enumerate(ids)]
        places = [f"questions/{talk}/{slug}/" for slug in questions[talk]]
        (hidden if talk in drafts else pages).extend([f"interventions/{talk}/", *places])
        if talk not in drafts:
            links += [f"interventions/{talk}.md"]
        bullets = [
            f"- {text} {{#{name}}}" if name else f"- Question {number}"
            for number, name in enumerate(ids)
            for text in [" ".join(["Dites", *draw(st.lists(st.sampled_from(PIECES), max_size=4))])]
        ]
        meta = {
            "title": draw(TITLES).strip(),
            "edition": draw(st.sampled_from(editions)),
            "speakers": draw(st.lists(st.sampled_from(members), min_size=1, unique=True)),
            "topics": draw(topics),
            "draft": talk in drafts,
            "aliases": [f"ancien/{talk}/"],
        }
        section = "\n".join(["## Questions", "", *bullets]) if bullets else ""
        texts[f"interventions/{talk}.md"] = _entry(meta, f"{draw(_body(depth=1))}\n\n{section}")
    answers = []
    for talk, slugs in questions.items():
        for slug, author in ((slug, author) for slug in slugs for author in members):
            if draw(st.booleans()) and _is_named(slug):
                answers.append((f"{talk}/{slug}", author))
                if talk not in drafts:
                    anchors.append(f"questions/{talk}/{slug}/#{author}")
                    links.append(f"reponses/{talk}/{slug}/{author}.md")
    for question, author in answers:
        chosen = draw(st.lists(st.sampled_from(links), max_size=2))
        seen = " ".join(f"[ici](../../../{link})" for link in chosen)
        meta = {"date": "2026-10-04", "retained": draw(st.booleans())}
        texts[f"reponses/{question}/{author}.md"] = _entry(
            meta, f"Oui.\n\n{draw(_body())}\n\n{seen}"
        )
    open_questions = [
        f"{talk}/{slug}"
        for talk, slugs in questions.items()
        if talk not in drafts
        for slug in slugs
        if _is_named(slug)
    ]
    for question, kind in zip(open_questions, draw(st.permutations(OUTCOMES)), strict=False):
        other = next((other for other in open_questions if other != question), None)
        if kind == "duplicate" and other:
            meta = {"status": kind, "date": "2025-05-06", "duplicate_of": other}
        elif kind in {"synthesised", "closed"}:
            meta = {"status": kind, "date": "2025-05-06", "topics": draw(topics)}
        else:
            continue
        texts[f"questions/{question}.md"] = _entry(meta, f"Ainsi.\n\n{draw(_body(depth=2))}")
    for name in members:
        meta = {"name": draw(TITLES).strip(), "topics": draw(topics)}
        texts[f"membres/{name}.md"] = _entry(meta, draw(_body(depth=1)))
    for name in editions:
        meta = {"title": draw(TITLES).strip(), "date": f"{name}-05-06"}
        texts[f"editions/{name}.md"] = _entry(meta, draw(_body(depth=1)))
    return Forum(texts, pages, anchors, hidden)


def _is_named(slug: str) -> bool:
    """Whether a question has a name of its own: one that is referred to needs it."""
    return not slug.startswith("question-")


OUTCOMES = ("synthesised", "closed", "duplicate", "", "")


@st.composite
def _body(draw: st.DrawFn, depth: int = 3) -> str:
    blocks = draw(st.lists(st.sampled_from(BLOCKS), max_size=3, unique=True))
    return "\n\n".join(blocks).replace("../../../", "../" * depth)


EXTENSIONS = ["attr_list", "def_list", "footnotes", "md_in_html", "tables", "pymdownx.superfences"]
CONFIGURATION = configuration(markdown_extensions=EXTENSIONS, plugins=["forum"])


def _faults(site: Site, forum: Forum) -> Iterator[str]:
    yield from site.dead_links()
    for path, html in site.pages.items():
        yield from (f"{path}: <{tag}> isn't ended" for tag in html.unclosed)
        yield from (f"{path}: '{name}' twice" for name in html.ids if html.ids.count(name) > 1)
    yield from (f"no page {page}" for page in forum.pages if not site.file(page).is_file())
    yield from (f"a draft's page {page}" for page in forum.hidden if site.file(page).is_file())
    for address in forum.anchors:
        page, _, anchor = address.partition("#")
        if anchor not in site.html(page).ids:
            yield f"no answer {address}"


@times(
    0.15,
    # To make a failing forum smaller would take hundreds of builds.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(forums())
def test_any_forum(forum: Forum) -> None:
    """All pages are there, all links lead somewhere, no draft is shown, nothing is warned of."""
    with TemporaryDirectory() as name:
        folder = write(Path(name), {"mkdocs.yml": CONFIGURATION})
        for path, text in forum.texts.items():
            file = folder / "docs" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        site = build_site(folder, folder / "site", strict=True)
        assert joined(_faults(site, forum)) == ""
