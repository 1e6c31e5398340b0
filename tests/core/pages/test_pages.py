"""The pages of a forum: which there are, where they stand, what each shows."""

import datetime
from typing import Any

import pytest

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import FOLDERS, WORDS, Settings
from mkdocs_forum.core.pages.finding.waiting import Waited, waited
from mkdocs_forum.core.pages.indexes import Link
from mkdocs_forum.core.pages.listing import Pager, Tab
from mkdocs_forum.core.pages.making.make_views import make_views
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.pages import derive_pages

AFTER = Settings(today=datetime.date(2006, 1, 1))


def pages_of(forum: dict[str, str], settings: Settings = AFTER) -> dict[str, VirtualPage]:
    """Give the pages of a forum by their source paths."""
    library, problems, _ = load(forum, settings)
    # A build of long ago takes the answers since for slips.
    assert [str(problem) for problem in problems if problem.code != "F214"] == []
    pages = list(derive_pages(library, settings, make_views(library, settings)))
    assert len({page.source for page in pages}) == len(pages)
    return {page.source: page for page in pages}


def names(page: VirtualPage, key: str) -> list[str]:
    """Give the identifiers of what a page shows in a list."""
    shown: list[Any] = page.variables[key]
    shown = [getattr(item, "talk", None) or item for item in shown] if key == "programme" else shown
    return [getattr(item, "id", None) or item.slug for item in shown]


SOURCES = [
    "index.md",
    "talks/index.md",
    "talks/accord.md",
    "talks/prix.md",
    "talks/avenir.md",
    "questions/index.md",
    "questions/open.md",
    "questions/unsettled.md",
    "questions/answered.md",
    "questions/synthesised.md",
    "questions/closed.md",
    "questions/duplicates.md",
    "questions/accord/qui.md",
    "questions/prix/marge.md",
    "questions/prix/rabais.md",
    "questions/avenir/quand.md",
    "questions/promises.md",
    "questions/review.md",
    "editions/index.md",
    "editions/2004.md",
    "editions/2005.md",
    "members/index.md",
    "members/trades.md",
    "members/ana.md",
    "members/bob.md",
    "topics/index.md",
    "topics/confiance.md",
    "topics/marge.md",
    "topics/signature.md",
    "sessions/index.md",
    "contribute/index.md",
    "contribute/faults.md",
    "follow.md",
]


def test_pages(forum: dict[str, str]) -> None:
    """Each entry, question, topic and board has its page, and each kind its listing."""
    assert list(pages_of(forum)) == SOURCES


def test_pages_without_entries() -> None:
    """An empty forum has its listings."""
    assert list(pages_of({})) == [
        source
        for source in SOURCES
        if source.count("/") < 2
        and (
            source.endswith("index.md")
            or source.startswith(("questions/", "contribute/", "follow"))
        )
    ]


def test_pages_in_french(forum: dict[str, str]) -> None:
    """The words of the addresses are those of the language."""
    settings = Settings(language="fr", folders=FOLDERS["fr"], words=WORDS["fr"])
    folders = {"talks": "interventions", "answers": "reponses", "members": "membres"}
    texts = {}
    for path, text in forum.items():
        folder, _, rest = path.partition("/")
        texts[f"{folders.get(folder, folder)}/{rest}"] = text
    sources = pages_of(texts, settings).keys()
    assert sources >= {
        "interventions/prix.md",
        "questions/sans-reponse.md",
        "questions/a-trancher.md",
        "membres/ana.md",
        "themes/confiance.md",
        "contribuer/index.md",
    }


ROOTS = {
    "index.md": None,
    "talks/index.md": "Talks",
    "questions/index.md": "Questions",
    "editions/index.md": "Editions",
    "members/index.md": "Members",
    "topics/index.md": "Topics",
    "contribute/index.md": "Contribute",
}


def test_roots(forum: dict[str, str]) -> None:
    """Only the start pages of the sections stand in the navigation."""
    pages = pages_of(forum, Settings(page_size=1))
    assert {page.source: page.title for page in pages.values() if page.is_root} == ROOTS


HEADS = {
    "talks/prix.md": ("talk", "Le prix", "prix", "Du prix."),
    "talks/accord.md": ("talk", "L’accord", "accord", None),
    "questions/prix/marge.md": ("question", "Que vaut une marge ?", "prix/marge", None),
    "questions/open.md": ("questions", "Questions · Without an answer", None, None),
    "editions/2004.md": ("edition", "Forum 2004", "2004", "Confiance"),
    "members/ana.md": ("member", "Ana Martin", "ana", "Conseil"),
    "topics/confiance.md": ("topic", "Confiance", "confiance", None),
}


@pytest.mark.parametrize(("source", "head"), HEADS.items(), ids=HEADS)
def test_head(
    forum: dict[str, str], source: str, head: tuple[str, str, str | None, str | None]
) -> None:
    """A page has a kind, a title, a subject and a description."""
    page = pages_of(forum)[source]
    assert (page.kind, page.title, page.subject, page.description) == head


def test_template(forum: dict[str, str]) -> None:
    """The kind of a page names its template."""
    assert pages_of(forum)["talks/prix.md"].template == "forum/talk.html"


NEIGHBOURS = {"accord": (None, "prix"), "prix": ("accord", None), "avenir": (None, None)}


@pytest.mark.parametrize(("talk", "neighbours"), NEIGHBOURS.items(), ids=NEIGHBOURS)
def test_neighbours(
    forum: dict[str, str], talk: str, neighbours: tuple[str | None, str | None]
) -> None:
    """A talk leads to those before and after it in the programme of its edition."""
    context = pages_of(forum)[f"talks/{talk}.md"].variables
    shown = [context[key] and context[key].slug for key in ("previous", "next")]
    assert tuple(shown) == neighbours


LISTS = {
    ("talks/index.md", "talks"): ["avenir", "accord", "prix"],
    ("editions/index.md", "editions"): ["2005", "2004"],
    ("members/index.md", "members"): ["bob", "ana"],
    ("topics/index.md", "topics"): ["confiance", "marge", "signature"],
    ("questions/index.md", "questions"): [
        "prix/rabais",
        "avenir/quand",
        "accord/qui",
        "prix/marge",
    ],
    ("questions/open.md", "questions"): ["prix/rabais", "avenir/quand"],
    ("questions/unsettled.md", "questions"): ["prix/rabais", "avenir/quand"],
    ("questions/answered.md", "questions"): ["prix/marge"],
    ("questions/synthesised.md", "questions"): ["accord/qui"],
    ("questions/closed.md", "questions"): [],
    ("questions/duplicates.md", "questions"): [],
    ("editions/2004.md", "programme"): ["accord", "prix"],
    ("members/ana.md", "talks"): ["prix", "accord"],
    ("members/ana.md", "answers"): ["accord/qui/ana", "prix/marge/ana"],
    ("topics/confiance.md", "talks"): ["accord", "prix"],
    ("topics/confiance.md", "questions"): ["accord/qui", "prix/marge", "prix/rabais"],
    ("topics/marge.md", "members"): ["ana"],
    ("questions/prix/marge.md", "answers"): ["prix/marge/ana", "prix/marge/bob"],
    ("questions/prix/marge.md", "related"): ["prix/rabais", "accord/qui"],
    ("questions/avenir/quand.md", "related"): [],
}


@pytest.mark.parametrize(
    ("source", "key", "expected"),
    [(*case, expected) for case, expected in LISTS.items()],
    ids=[" ".join(case) for case in LISTS],
)
def test_list(forum: dict[str, str], source: str, key: str, expected: list[str]) -> None:
    """A page shows what belongs to it, in its order."""
    assert names(pages_of(forum)[source], key) == expected


def test_oldest_question_first(forum: dict[str, str]) -> None:
    """On a board those questions stand first that wait longest, by the day of their talk."""
    forum["talks/avenir.md"] = forum["talks/avenir.md"].replace(
        "---\n#", "date: 2003-01-01\n---\n#"
    )
    forum["editions/2005.md"] = forum["editions/2005.md"].replace(
        "date: 2005-10-01", "date: 2003-01-01\nend_date: 2005-10-01"
    )
    assert names(pages_of(forum)["questions/open.md"], "questions") == [
        "avenir/quand",
        "prix/rabais",
    ]


def test_related_are_few(forum: dict[str, str]) -> None:
    """Related questions are five at the most: those of the talk first, then of its topics."""
    forum["talks/prix.md"] += "".join(f"- Quoi {number} ?\n" for number in range(3))
    forum["talks/zeste.md"] = (
        "---\ntitle: Z\nedition: 2005\nspeakers: bob\ntopics: Confiance\n---\n"
        "## Questions\n\n- Z ?\n"
    )
    assert names(pages_of(forum)["questions/prix/rabais.md"], "related") == [
        "prix/marge",
        "prix/quoi-0",
        "prix/quoi-1",
        "prix/quoi-2",
        "accord/qui",
    ]


def test_tabs(forum: dict[str, str]) -> None:
    """Each board leads to those that hold any, with the number of questions on each."""
    assert pages_of(forum)["questions/answered.md"].variables["tabs"] == [
        Tab("All", "questions/", 4, is_current=False),
        Tab("Without an answer", "questions/open/", 2, is_current=False),
        Tab("Unsettled", "questions/unsettled/", 2, is_current=False),
        Tab("Answered", "questions/answered/", 1, is_current=True),
        Tab("With a synthesis", "questions/synthesised/", 1, is_current=False),
    ]


def test_synthesis(forum: dict[str, str]) -> None:
    """A question's page shows what was decided, by whom and when."""
    synthesis = pages_of(forum)["questions/accord/qui.md"].variables["synthesis"]
    assert (synthesis.status, synthesis.author.slug, synthesis.date) == (
        "synthesised",
        "bob",
        datetime.date(2005, 2, 1),
    )


PAGES = [Link("1", "questions/"), Link("2", "questions/page/2/")]
PAGED: dict[str, tuple[str, list[str], Pager, str]] = {
    "first": (
        "questions/index.md",
        ["prix/rabais", "avenir/quand"],
        Pager(1, tuple(PAGES)),
        "Questions",
    ),
    "second": (
        "questions/page/2.md",
        ["accord/qui", "prix/marge"],
        Pager(2, tuple(PAGES)),
        "Questions – 2",
    ),
    "only": (
        "questions/open.md",
        ["prix/rabais", "avenir/quand"],
        Pager(1, (Link("1", "questions/open/"),)),
        "Questions · Without an answer",
    ),
    "second of a topic": (
        "topics/confiance/page/2.md",
        ["prix/rabais"],
        Pager(2, (Link("1", "topics/confiance/"), Link("2", "topics/confiance/page/2/"))),
        "Confiance – 2",
    ),
}


@pytest.mark.parametrize(("source", "questions", "pager", "title"), PAGED.values(), ids=PAGED)
def test_paged(
    forum: dict[str, str], source: str, questions: list[str], pager: Pager, title: str
) -> None:
    """A listing is divided into pages that lead to each other."""
    page = pages_of(forum, Settings(page_size=2))[source]
    assert (names(page, "questions"), page.variables["pager"], page.title) == (
        questions,
        pager,
        title,
    )


def test_shorter_list_of_a_paged_page(forum: dict[str, str]) -> None:
    """The pages are as many as the longest list needs; a shorter one ends before."""
    page = pages_of(forum, Settings(page_size=2))["topics/confiance/page/2.md"]
    assert names(page, "talks") == []


def test_further_pages(forum: dict[str, str]) -> None:
    """Every listing is divided, and no talk's or question's page."""
    pages = pages_of(forum, Settings(page_size=1))
    further = [source for source in pages if "/page/" in source]
    # A search leads to the first page of a list alone.
    assert further == [source for source, page in pages.items() if not page.is_first]
    assert further == [
        "talks/page/2.md",
        "talks/page/3.md",
        "questions/page/2.md",
        "questions/page/3.md",
        "questions/page/4.md",
        "questions/open/page/2.md",
        "questions/unsettled/page/2.md",
        "editions/page/2.md",
        "editions/2004/page/2.md",
        "editions/2004/page/3.md",
        "members/page/2.md",
        "members/ana/page/2.md",
        "members/bob/page/2.md",
        "topics/page/2.md",
        "topics/page/3.md",
        "topics/confiance/page/2.md",
        "topics/confiance/page/3.md",
        "topics/marge/page/2.md",
    ]


NINE = tuple(Link(str(number), f"p/{number}") for number in range(1, 10))
PAGERS: dict[str, tuple[Pager, str | None, str | None, list[str]]] = {
    "only": (Pager(1, NINE[:1]), None, None, ["1"]),
    "first of two": (Pager(1, NINE[:2]), None, "2", ["1", "2"]),
    "last of two": (Pager(2, NINE[:2]), "1", None, ["1", "2"]),
    "first of nine": (Pager(1, NINE), None, "2", ["1", "2", "3", "…", "9"]),
    "fourth of nine": (Pager(4, NINE), "3", "5", ["1", "2", "3", "4", "5", "6", "…", "9"]),
    "middle of nine": (Pager(5, NINE), "4", "6", ["1", "…", "3", "4", "5", "6", "7", "…", "9"]),
    "last of nine": (Pager(9, NINE), "8", None, ["1", "…", "7", "8", "9"]),
}


@pytest.mark.parametrize(("pager", "before", "after", "shown"), PAGERS.values(), ids=PAGERS)
def test_pager(pager: Pager, before: str | None, after: str | None, shown: list[str]) -> None:
    """A pager leads one page back, one on, to the first, the last and those around."""
    assert (
        pager.previous and pager.previous.text,
        pager.next and pager.next.text,
        [link.text if link else "…" for link in pager.shown],
    ) == (before, after, shown)


def test_home(forum: dict[str, str]) -> None:
    """The home page shows the newest talks and answers, and the questions that wait longest."""
    page = pages_of(forum)["index.md"]
    assert {
        "latest": page.variables["latest"].slug,
        "upcoming": page.variables["upcoming"],
        **{key: names(page, key) for key in ("talks", "waiting", "answers")},
    } == {
        "latest": "2005",
        "upcoming": None,
        "talks": ["avenir", "prix", "accord"],
        "waiting": ["prix/rabais", "avenir/quand"],
        "answers": ["accord/qui/ana", "prix/marge/ana", "prix/marge/bob"],
    }


WAITED = {
    "not yet": ("2005-09-23", "2005-09-23", Waited()),
    "less than a month": ("2005-09-23", "2005-10-22", Waited()),
    "months": ("2005-09-23", "2006-09-22", Waited(months=11)),
    "years": ("2005-09-23", "2007-12-01", Waited(years=2)),
    "to come": ("2005-09-23", "2005-03-01", Waited()),
}


@pytest.mark.parametrize(("since", "today", "expected"), WAITED.values(), ids=WAITED)
def test_waited(since: str, today: str, expected: Waited) -> None:
    """A time is told in whole years, or in whole months."""
    days = map(datetime.date.fromisoformat, (since, today))
    assert waited(*days) == expected


def test_home_is_short(forum: dict[str, str]) -> None:
    """The lists of the home page have few items."""
    for number in range(9):
        forum[f"talks/t{number}.md"] = forum["talks/avenir.md"].replace("L'avenir", f"T{number}")
        forum[f"answers/t{number}/quand/ana.md"] = f"---\ndate: 2005-11-0{number + 1}\n---\nOui.\n"
        forum[f"talks/u{number}.md"] = forum["talks/avenir.md"].replace("L'avenir", f"U{number}")
    page = pages_of(forum)["index.md"]
    assert {key: names(page, key) for key in ("talks", "waiting", "answers")} == {
        "talks": ["u8", "u7", "u6", "u5", "u4"],
        "waiting": ["prix/rabais", "avenir/quand", "u0/quand", "u1/quand", "u2/quand"],
        "answers": ["t8/quand/ana", "t7/quand/ana", "t6/quand/ana"],
    }


def test_home_without_entries() -> None:
    """An empty forum has a home page."""
    context = pages_of({})["index.md"].variables
    assert [context[key] for key in ("latest", "upcoming", "talks", "waiting", "answers")] == [
        None,
        None,
        [],
        [],
        [],
    ]


DAYS: dict[str, tuple[str | None, str | None, list[str]]] = {
    "2004-01-01": (None, "2004", []),
    "2004-09-23": (None, "2004", []),
    "2004-09-24": ("2004", "2005", ["prix", "accord"]),
    "2005-09-30": ("2004", "2005", ["prix", "accord"]),
    "2005-10-01": ("2004", "2005", ["prix", "accord"]),
    "2005-10-02": ("2005", None, ["avenir", "prix", "accord"]),
}


@pytest.mark.parametrize(
    ("today", "latest", "upcoming", "talks"),
    [(day, *expected) for day, expected in DAYS.items()],
    ids=DAYS,
)
def test_day_of_build(
    forum: dict[str, str], today: str, latest: str | None, upcoming: str | None, talks: list[str]
) -> None:
    """An edition is to come until its last day; its talks are no news before."""
    forum["editions/2005.md"] = forum["editions/2005.md"].replace(
        "10-01\n", "10-01\nend_date: 2005-10-02\n"
    )
    page = pages_of(forum, Settings(today=datetime.date.fromisoformat(today)))["index.md"]
    editions = [page.variables[key] and page.variables[key].slug for key in ("latest", "upcoming")]
    assert (*editions, names(page, "talks")) == (latest, upcoming, talks)


def test_counts(forum: dict[str, str]) -> None:
    """An edition tells how many talks and questions it has, and how many are open."""
    edition = pages_of(forum)["editions/2004.md"].variables["edition"]
    assert (edition.talk_count, edition.question_count, edition.open_count) == (2, 3, 1)


URLS: dict[str, tuple[bool, list[str]]] = {
    "folders": (
        True,
        [
            "talks/prix/",
            "talks/prix/print/",
            "talks/prix/#marge",
            "questions/prix/marge/",
            "questions/prix/marge/#ana",
            "editions/2004/proceedings/",
            "topics/marge/",
            "contribute/answer/?question=prix/marge",
        ],
    ),
    "files": (
        False,
        [
            "talks/prix.html",
            "talks/prix/print.html",
            "talks/prix.html#marge",
            "questions/prix/marge.html",
            "questions/prix/marge.html#ana",
            "editions/2004/proceedings.html",
            "topics/marge.html",
            "contribute/answer.html?question=prix/marge",
        ],
    ),
}


@pytest.mark.parametrize(("directory_urls", "urls"), URLS.values(), ids=URLS)
def test_addresses(forum: dict[str, str], urls: list[str], *, directory_urls: bool) -> None:
    """Addresses end as the site's do."""
    pages = pages_of(forum, Settings(directory_urls=directory_urls))
    context = pages["questions/prix/marge.md"].variables
    question = context["question"]
    assert [
        question.talk.url,
        question.talk.print_url,
        question.passage_url,
        question.url,
        context["answers"][0].url,
        question.talk.edition.proceedings_url,
        question.topics[0].url,
        question.answer_url,
    ] == urls


@pytest.mark.parametrize(
    ("directory_urls", "second"), [(True, "talks/page/2/"), (False, "talks/page/2.html")]
)
def test_addresses_of_pagers(forum: dict[str, str], second: str, *, directory_urls: bool) -> None:
    """The pages of a listing lead to each other by such addresses too."""
    settings = Settings(page_size=2, directory_urls=directory_urls)
    assert pages_of(forum, settings)["talks/index.md"].variables["pager"].next == Link("2", second)


def test_duplicate(forum: dict[str, str]) -> None:
    """A duplicate leads to the question that is asked elsewhere."""
    forum["questions/avenir/quand.md"] = (
        "---\nstatus: duplicate\ndate: 2005-11-01\nduplicate_of: prix/marge\n---\n"
    )
    question = pages_of(forum)["questions/avenir/quand.md"].variables["question"]
    assert question.duplicate_of == Link("Que vaut une marge ?", "questions/prix/marge/")


def test_duplicate_of_a_draft(forum: dict[str, str]) -> None:
    """A duplicate doesn't lead to a question that isn't published."""
    forum["questions/avenir/quand.md"] = (
        "---\nstatus: duplicate\ndate: 2005-11-01\nduplicate_of: prix/marge\n---\n"
    )
    forum["talks/prix.md"] = forum["talks/prix.md"].replace("---\n", "---\ndraft: true\n", 1)
    library, _, _ = load(forum)
    question = make_views(library, AFTER).questions["avenir/quand"]
    assert question.duplicate_of is None


def test_contact(forum: dict[str, str]) -> None:
    """Only those values are shown that the member agreed to publish."""
    forum["members/ana.md"] = (
        "---\nname: Ana\ncontact: {email: a@b.fr}\nphoto: ana.jpg\n"
        "consent: {publish: [photo, email], date: 2004-01-01}\n---\n"
    )
    forum["talks/prix.md"] = forum["talks/prix.md"].replace("Marge", "Confiance")
    member = pages_of(forum)["members/ana.md"].variables["member"]
    assert (member.email, member.phones, member.photo) == ("a@b.fr", (), "members/ana.jpg")


def test_contact_without_consent() -> None:
    """Without consent nothing is shown."""
    library, _, _ = load(
        {
            "members/ana.md": (
                "---\nname: Ana\ncontact: {email: a@b.fr, phone: 0123456}\nphoto: a.jpg\n---\n"
            )
        }
    )
    member = make_views(library, AFTER).members["ana"]
    assert (member.email, member.phones, member.address, member.photo) == (None, (), (), None)


LANGUAGES = {
    "site in French": ("fr", "", "Le prix\u202f?"),
    "site in English": ("en", "", "Le prix ?"),
    "talk in French": ("en", "lang: fr\n", "Le prix\u202f?"),
    "talk in English": ("fr", "lang: en-GB\n", "Le prix ?"),
}


@pytest.mark.parametrize(("language", "keys", "title"), LANGUAGES.values(), ids=LANGUAGES)
def test_spaces(forum: dict[str, str], language: str, keys: str, title: str) -> None:
    """Titles take the spaces of their talk's language, else of the site's."""
    forum["talks/prix.md"] = forum["talks/prix.md"].replace("Le prix\n", f"Le prix ?\n{keys}")
    assert pages_of(forum, Settings(language=language))["talks/prix.md"].title == title


def test_long_topics(forum: dict[str, str]) -> None:
    """Two long topics that begin alike have pages of their own."""
    words = " ".join(["accompagnement"] * 6)
    for member in ("ana", "bob"):
        forum[f"members/{member}.md"] = f"---\nname: M\ntopics: {words} {member}\n---\n"
    forum["talks/prix.md"] = forum["talks/prix.md"].replace("Marge", "Confiance")
    assert len({page.source for page in pages_of(forum).values() if page.kind == "topic"}) == 4


def test_plain_keys() -> None:
    """A view carries the keys of its entry, those about the text set as its language has it."""
    keys = "lang: en\nsummary: What !\nsession: Idées !"
    text = f"---\ntitle: Price\nedition: 2024\nspeakers: ana\n{keys}\n---\n\nText.\n"
    files = {
        "editions/2024.md": "---\ntitle: Prix\ndate: 2024-10-01\nplace: Ici !\n---\n",
        "talks/price.md": text,
        "members/ana.md": "---\nname: Ana\n---\n",
    }
    talk = pages_of(files, Settings(language="fr"))["talks/price.md"].variables["talk"]
    shown = (talk.meta.summary, talk.meta.session, talk.edition.meta.place)
    assert shown == ("What !", "Idées\u202f!", "Ici\u202f!")
