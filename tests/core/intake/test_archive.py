"""Pages of past editions: what each line is taken for, and that no word is lost."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odfdo import Document, Element, Header, List, Paragraph
from weasyprint import HTML

from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.archive.days import find_days
from mkdocs_forum.core.intake.archive.drafts import Draft, Drafts
from mkdocs_forum.core.intake.archive.files import Reading, furniture, read
from mkdocs_forum.core.intake.archive.page import Page, recognise, said
from mkdocs_forum.core.intake.archive.people import names
from mkdocs_forum.core.intake.archive.signs import is_navigation, number, session
from mkdocs_forum.core.intake.intake import Forum
from mkdocs_forum.core.library.library import build
from mkdocs_forum.core.model.settings import FOLDERS, WORDS, Settings
from mkdocs_forum.core.reading.questions.scan import scan
from mkdocs_forum.core.reading.source import Source, read_source
from tests.core.intake.archive_pages import LAYOUTS, TALKS, TEXTS, Talk
from tests.documents import document, document_part, paragraph
from tests.growth import LINEAR, growth

FRENCH = Settings(language="fr", folders=FOLDERS["fr"], words=WORDS["fr"])
ALL = [
    pytest.param(layout, talk, id=f"{name}-{talk.number}")
    for name, layout in {**LAYOUTS, **TEXTS}.items()
    for talk in TALKS
]


def seen(reading: Reading | Refusal, shared: Iterable[str] = ()) -> Page:
    """Give what is recognised of a file."""
    assert isinstance(reading, Reading), reading
    return recognise(
        reading,
        is_question=lambda text: bool(FRENCH.question_heading.match(text)),
        heading="Questions",
        furniture=frozenset(shared),
    )


def paged(layout: object, talk: Talk) -> tuple[str, bytes]:
    """Give a page as a file, by its name and what it holds."""
    assert callable(layout)
    name = "a.txt" if layout in TEXTS.values() else "a.htm"
    return name, layout(talk).encode("cp1252")


def said_of(reading: Reading | Refusal) -> list[str]:
    """Give what was left out of a file."""
    assert isinstance(reading, Reading)
    return [str(each) for each in reading.left_out]


def drafts() -> Drafts:
    """Give the drafts of a run in an empty forum."""
    return Drafts(Forum(build([], []), FRENCH, {}, lambda changed: []))


def written(made: Drafts) -> dict[str, str]:
    """Give what the drafts hold, by their paths."""
    return {each.path: each.text for each in made.submissions()}


def plain(text: str) -> str:
    """Give a text with the apostrophe of a keyboard."""
    return text.replace("’", "'")


@pytest.mark.parametrize(("layout", "talk"), ALL)
def test_parts(layout: object, talk: Talk) -> None:
    """Each part is found in each layout, and nothing is taken for the beginning of the text."""
    page = seen(read(*paged(layout, talk)))
    found = [page.value(part) for part in ("title", "speakers", "company", "date", "theme")]
    headings = [head for head, _ in talk.sections if head] + [talk.asking]
    assert (
        list(map(plain, found)),
        list(map(plain, page.body.headings)),
        page.body.questions,
        page.moved,
        number(page.value("edition")),
    ) == (
        [talk.title, talk.speaker, talk.company, talk.date, talk.theme],
        headings,
        len(talk.questions),
        (),
        talk.number,
    )


@pytest.mark.parametrize(("layout", "talk"), ALL)
def test_drafts(layout: object, talk: Talk) -> None:
    """The drafts hold the sections and the questions, none of the contact data, and no fault."""
    made = drafts()
    draft = made.add(seen(read(*paged(layout, talk))), "2001/a.htm")
    files = written(made)
    source = read_source(draft.path, files[draft.path])
    assert isinstance(source, Source)
    questions, faults = scan(source, FRENCH.question_heading)
    everything = "".join(files.values())
    assert (
        [plain(question.title) for question in questions],
        faults,
        [value for value in (talk.phone, talk.mail, talk.town) if value in everything],
        sorted({path.split("/")[0] for path in files}),
    ) == ([*talk.questions], [], [], ["editions", "interventions", "membres"])


def words(text: str) -> set[str]:
    """Give the words of a text."""
    return set(re.findall(r"[^\W_]+", unescape(text).replace("\xad", "")))


def of_page(html: str) -> str:
    """Give what a reader sees of a page."""
    shown = re.sub(r"(?is)<head>.*?</head>|<!--.*?-->|<img[^>]*>", " ", html)
    return re.sub(r"<[^>]*>", " ", shown)


def told(page: Page, reading: Reading) -> Iterator[str]:
    """Give all that is told of a page."""
    yield from (str(said(each)) for each in page.taken if each.part != "contact")
    yield from (*page.frame, *page.contacts, *page.moved, *map(str, reading.left_out))


def lost(name: str, data: bytes, shown: str) -> set[str]:
    """Give the words that are neither in a draft nor told."""
    reading = read(name, data)
    assert isinstance(reading, Reading)
    page = seen(reading)
    made = drafts()
    made.add(page.with_value("date", ["2001-01-01"]) if not page.value("date") else page)
    files = " ".join(written(made).values()) or page.body.text
    return words(shown) - words(files) - words(" ".join(told(page, reading)))


@pytest.mark.parametrize(("layout", "talk"), ALL)
def test_no_word_is_lost(layout: object, talk: Talk) -> None:
    """Every word of a page stands in a file, or is told."""
    name, data = paged(layout, talk)
    assert lost(name, data, of_page(data.decode("cp1252"))) == set()


PIECES = [
    *("Intervenant : Jean Dupont", "par Marie MARTIN et Luc Blanc", "5e forum, 3 mai 2001"),
    *("[ Sommaire - Imprimer ]", "Tél. : 04 00 00 00 00", "12, rue du Four", "84000 Avignon"),
    *("Questions en suspens", "• Que faire ?", "1. Un point", "   - un autre", "====", "Titre :"),
    *('"Un thème"', "Un titre de trois mots", "Ceci est une phrase assez longue pour un texte."),
    *("a < b et <nom> & *gras* _souligné_ [lien](x)", "# dièse", "> cité", "| a | b |", "x" * 400),
    *("Atelier 3 : le prix", "du vendredi 3 au samedi 4 octobre 2003, Lyon", "\xa0", "Société :"),
    *("Contact : jd@x.example", "www.exemple.example", "Bardez Conseil, Formateur", "M. X"),
]


@given(st.lists(st.one_of(st.just(""), st.sampled_from(PIECES)), max_size=25))
def test_no_word_of_any_lines_is_lost(lines: list[str]) -> None:
    """In whatever order lines come, their words are kept; numbers of lists are none."""
    text = "\n".join(lines)
    shown = re.sub(r"(?m)^\s*\d+\. ", "", text)
    assert lost("a.txt", text.encode(), shown) == set()


@given(st.text(max_size=300))
def test_anything(text: str) -> None:
    """Nothing raises, whatever a file holds."""
    for name in ("a.txt", "a.htm"):
        reading = read(name, text.encode("utf-8", "replace"))
        if isinstance(reading, Reading):
            drafts().add(seen(reading))


LONG = {
    "short lines": lambda size: "Un titre\n\n" * (size // 10),
    "one line": lambda size: "mot " * (size // 4),
    "spaces": lambda size: f"# a{' ' * size}b",
    "questions": lambda size: "Questions\n\n- Que\n" + "faire\n" * (size // 6),
    "items": lambda size: "- Que faire ?\n" * (size // 14),
    "brackets": lambda size: "[Sommaire" * (size // 9),
    "names": lambda size: "Jean Dupont, " * (size // 13),
    "styles": lambda size: "<style>" * (size // 7),
    "titles": lambda size: "<title" * (size // 6),
    "classes": lambda size: "<p class=titre>" * (size // 15),
    "fonts": lambda size: "<font size=5 " * (size // 13),
    "pictures": lambda size: "<img src=a alt=" * (size // 15),
}


OFTEN = {"questions", "fonts", "styles"}
"""Of these an ordinary run makes sure."""


@pytest.mark.parametrize(
    "kind",
    [kind if kind in OFTEN else pytest.param(kind, marks=pytest.mark.thorough) for kind in LONG],
)
def test_time(kind: str) -> None:
    """The time is proportional to the length, whatever a file holds."""

    def taken(text: str) -> None:
        for name in ("a.txt", "a.htm"):
            reading = read(name, text.encode())
            if isinstance(reading, Reading):
                drafts().add(seen(reading))

    assert growth(taken, LONG[kind]) < LINEAR


def add(made: Drafts, talk: Talk, address: str, layout: str = "columns") -> Draft:
    """Add the page of a talk."""
    return made.add(seen(read("a.htm", LAYOUTS[layout](talk).encode("cp1252"))), address)


def test_pages_of_one_edition() -> None:
    """Pages share their edition; one that says the same again gives a former address alone."""
    made = drafts()
    first = add(made, TALKS[0], "2001/castaing.htm")
    again = add(made, TALKS[0], "2001/castaing-imprimer.htm", "office")
    files = written(made)
    assert (first.path, again.path, again.is_present) == (
        "interventions/le-prix-de-la-premiere-journee.md",
        first.path,
        True,
    )
    assert "aliases:\n  - 2001/castaing.htm\n  - 2001/castaing-imprimer.htm\n" in files[first.path]
    assert files["editions/2001.md"] == (
        "---\ntitle: Deuxième forum interconsultants\ndate: 2001-10-12\nnumber: 2\n"
        "theme: Vendre sans se vendre\ndraft: true\n---\n"
    )
    assert files["membres/helene-castaing.md"] == (
        "---\nname: Hélène Castaing\ncompany: Castaing Conseil\n"
        "role: Consultante en organisation\ndraft: true\n---\n"
    )


def test_lacking() -> None:
    """A page without a day and without a speaker is refused, and what is lacking is told."""
    text = (
        "Un titre tout seul\n\n" + "Une phrase qui a bien plus de neuf mots pour en être une. " * 4
    )
    refusal = drafts().add(seen(read("a.txt", text.encode()))).refusal
    assert refusal is not None
    assert str(refusal.message) == "nothing tells who speaks, nor the day of the edition"


PROSE = "Une phrase qui a bien plus de neuf mots, et qui finit comme une phrase. " * 4
SMALL = {
    "title above, two names": (
        "<h2>Le juste prix</h2><i>par Claire Aubin et Paul Lenoir (Cabinet Aubin-Lenoir)</i><br>"
        f"IV&egrave;me forum, Aix, 19 septembre 2003<h3>Introduction</h3><p>{PROSE}"
        "<h3>Quelques questions</h3><ul><li>Que vaut-elle ?<li>Qui la paie ?</ul><p>Merci !",
        ("Le juste prix", "Claire Aubin, Paul Lenoir", "2003-09-19", 2),
    ),
    "title behind the session, underlined": (
        "<table><tr><td><b>5e Forum GDC - 24/09/04</b></td></tr><tr><td>"
        "<p>Table ronde : le prix</p>"
        f"<p><b>Animateur : G&eacute;rard Lebrun</b></p><p>{PROSE}</p><p><u>Un point</u></p>"
        f"<p>{PROSE}</p><p><b>Questions ?</b></p>"
        "<p>&#8226; Combien ?<br>&#8226; Quand ?</p></table>",
        ("le prix", "Gérard Lebrun", "2004-09-24", 2),
    ),
}


@pytest.mark.parametrize("name", SMALL)
def test_other_layouts(name: str) -> None:
    """Titles above the edition, several names on a line, and underlined headings are known, too."""
    html, expected = SMALL[name]
    page = seen(read("a.htm", html.encode("cp1252")))
    found = [page.value(part) for part in ("title", "speakers", "date")]
    assert (*found, page.body.questions) == expected
    assert len(page.body.headings) == 2


def test_furniture() -> None:
    """A line that stands on most pages of a folder, and says nothing of a talk, is left out."""
    banner = '<p>Réseau Interconsultants</p><p class="rubrique">'
    pages = [LAYOUTS["styled"](talk).replace('<p class="rubrique">', banner) for talk in TALKS[:4]]
    readings = [read("a.htm", page.encode("cp1252")) for page in pages]
    shared = furniture(each for each in readings if isinstance(each, Reading))
    page = seen(readings[0], shared)
    assert ("Réseau Interconsultants" in page.frame, page.moved) == (True, ())


def test_open_document() -> None:
    """A document of LibreOffice gives its headings and its list."""
    talk = TALKS[0]
    text = Document("text")
    text.body.clear()
    for line in (talk.edition, talk.day, talk.written):
        text.body.append(Paragraph(line))
    text.body.append(Header(1, talk.title))
    for head, paragraphs in talk.sections:
        if head:
            text.body.append(Header(2, head))
        for each in paragraphs:
            text.body.append(Paragraph(each))
    text.body.append(
        Element.from_tag(
            "<text:list><text:list-header><text:p>Avant la liste</text:p></text:list-header>"
            "</text:list>"
        )
    )
    noted = Paragraph("Fin.")
    noted.insert_annotation(after="Fin.", body="Et\nencore ?", creator="Ève")
    text.body.append(noted)
    text.body.append(Header(2, talk.asking))
    text.body.append(List([*talk.questions]))
    data = BytesIO()
    text.save(data)
    reading = read("a.odt", data.getvalue())
    page = seen(reading)
    assert "Avant la liste" in page.body.text
    assert said_of(reading) == ["the comment 'Et encore ?'"]
    assert (page.value("title"), page.value("speakers"), page.body.questions) == (
        talk.title,
        talk.speaker,
        3,
    )
    assert page.body.headings == ("Ce que le client achète", "Ce que je lui vends", talk.asking)


def test_pdf() -> None:
    """A PDF gives its text; one of pictures is refused with the way that works."""
    page = seen(read("a.pdf", HTML(string=LAYOUTS["office"](TALKS[0])).write_pdf() or b""))
    empty = read("a.pdf", HTML(string="").write_pdf() or b"")
    assert (page.value("title"), page.value("date"), page.body.questions) == (
        TALKS[0].title,
        "2001-10-12",
        3,
    )
    assert isinstance(empty, Refusal)
    assert str(empty.message) == "the document contains pictures of pages, and no text"


def test_word() -> None:
    """A document of Word gives what its styles say."""
    talk = TALKS[1]
    lines = [paragraph(talk.edition), paragraph(talk.day), paragraph(f"par {talk.written}")]
    lines += [paragraph(talk.title, style="Heading1"), paragraph(talk.sections[0][1][0])]
    lines += [paragraph(talk.asking, style="Heading2")]
    lines += [paragraph(f"- {question}") for question in talk.questions]
    comments = document_part(
        "comments", '<w:comment w:id="1"><w:p/>' + paragraph("Et ?") + "</w:comment>"
    )
    reading = read("a.docx", document(*lines, **{"word_comments.xml": comments}))
    page = seen(reading)
    assert said_of(reading) == ["the comment 'Et ?'"]
    assert (page.value("title"), page.value("speakers"), page.body.questions) == (
        talk.title,
        talk.speaker,
        2,
    )


@pytest.mark.parametrize("name", ["a.doc", "a.gif", "a.odt", "a.pdf", "a.docx"])
def test_unreadable(name: str) -> None:
    """What can't be read is refused."""
    data = {"a.doc": b"\xd0\xcf\x11\xe0", "a.pdf": b"%PDF-1.4 nothing"}.get(name, b"PK\x03\x04")
    assert isinstance(read(name, data), Refusal)


DAYS: Mapping[str, str] = {
    "Vendredi 24 septembre 2004": "2004-09-24",
    "Le 1er juin 2007, à Aix": "2007-06-01",
    "24 et 25 mai 2005": "2005-05-24/2005-05-25",
    "du vendredi 3 au samedi 4 octobre 2003": "2003-10-03/2003-10-04",
    "30 avril - 2 mai 2001": "2001-04-30/2001-05-02",
    "24/09/04": "2004-09-24",
    "le 24.9.1999": "1999-09-24",
    "September 24, 2004": "2004-09-24",
    "31 septembre 2004": "",
    "en 2004": "",
}


@pytest.mark.parametrize("text", DAYS)
def test_days(text: str) -> None:
    """Days are found as French pages write them."""
    found = find_days(text)
    last = f"/{found.last}" if found and found.last else ""
    assert (f"{found.first}{last}" if found else "") == DAYS[text]


NAMES: Mapping[str, tuple[str, ...]] = {
    "M. Jean-Paul BARDEZ": ("Jean-Paul Bardez",),
    "BARDEZ Jean-Paul": ("Jean-Paul Bardez",),
    "par Marie Martin et Luc de la Tour": ("Marie Martin", "Luc de la Tour"),
    "Jean d'Ormesson": ("Jean d'Ormesson",),
    "La relation de confiance": (),
    "Communication et sites internet": (),
    "Hélène Castaing, Castaing Conseil": (),
    "Consultante en organisation": (),
}


@pytest.mark.parametrize("text", NAMES)
def test_names(text: str) -> None:
    """Names are told from titles and companies, and spelt as files spell them."""
    assert names(text) == NAMES[text]


def test_signs() -> None:
    """Numbers of editions, kinds of session and ways to other pages are known by their words."""
    assert [
        number(text) for text in ("Cinquième forum", "XIIe forum", "10ème", "dix-septième")
    ] == [*(5, 12, 10, 17)]
    assert session("Intervention de foire aux idées") == "Foire aux idées"
    assert session("Ateliers et prix") is None
    assert [
        is_navigation(text)
        for text in ("[ Sommaire - Imprimer ]", "Accueil | Retour au sommaire", "Un sommaire")
    ] == [True, True, False]
    assert not is_navigation("retour " * 40 + "x")
