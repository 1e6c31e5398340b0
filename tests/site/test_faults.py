"""What is told when something is wrong: at which place, how plainly, and what stays as it was."""

import re

import pytest
from mkdocs.exceptions import Abort

from tests.conftest import Log, Workshop
from tests.sites import Run, Site, command, configuration
from tests.small import SMALL

TALK = SMALL["docs/interventions/prix.md"]


@pytest.mark.parametrize(
    ("forum", "told"),
    [
        ({"folders": {"talks": "Mes Interventions"}}, ["folders", "'Mes Interventions'"]),
        ({"folders": {"talkz": "exposes"}}, ["folders", "'talkz'", "talks"]),
        ({"folders": {"talks": "membres"}}, ["folders", "'membres'"]),
        ({"folders": ["talks"]}, ["folders"]),
        ({"words": {"open": "closes"}}, ["words", "'closes'"]),
        ({"page_size": 0}, ["page_size", "whole number from 1"]),
        ({"page_size": "dix"}, ["page_size"]),
        ({"question_heading": "("}, ["question_heading", "'('", "regular expression"]),
        ({"language": "eo"}, ["language", "'eo'", "fr", "en"]),
        ({"repository": "exemple/forum"}, ["repository"]),
        ({"extra_keys": ["title"]}, ["extra_keys", "'title'"]),
        ({"extra_keys": ["template"]}, ["extra_keys", "'template'"]),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_option(workshop: Workshop, log: Log, forum: dict[str, object], told: list[str]) -> None:
    """A wrong option is told by its name with what is wrong; nothing else is told, or built."""
    workshop.write(SMALL, {"mkdocs.yml": configuration(forum=forum)})
    with pytest.raises(Abort):
        workshop.build()
    (line,) = log.take()
    assert line.startswith("ERROR ")
    assert [words for words in told if words not in line] == []
    assert not (workshop.folder / "site").exists()


@pytest.mark.parametrize("forum", [{"page_size": 0}, {"words": {"open": "closes"}}], ids=str)
def test_option_on_the_command_line(workshop: Workshop, forum: dict[str, object]) -> None:
    """The command ends with 1 without a traceback, whenever the option is found to be wrong."""
    run = workshop.write(SMALL, {"mkdocs.yml": configuration(forum=forum)}).run("build")
    assert run.status == 1
    assert not run.traceback
    assert "ERROR" in run.told


def test_other_theme(workshop: Workshop) -> None:
    """Without Material nothing can be shown; that is told, and what to write."""
    options = configuration().replace("name: material", "name: mkdocs")
    run = workshop.write(SMALL, {"mkdocs.yml": options}).run("build")
    assert run.status == 1
    assert not run.traceback
    assert "name: material" in run.told


REFERENCES = {
    "speaker": (
        {"docs/interventions/prix.md": TALK.replace("speakers: ana", "speakers: anna")},
        r"interventions/prix\.md:4:11: F203 .*« anna ».*\n.*« ana »",
    ),
    "edition": (
        {"docs/interventions/prix.md": TALK.replace("edition: 2024", "edition: 2023")},
        r"interventions/prix\.md:3:10: F202 .*« 2023 ».*\n.*: 2024\n",
    ),
    "question": (
        {
            "docs/reponses/prix/marje/bob.md": "---\ndate: 2024-11-02\n---\n\nBien.\n",
            "docs/reponses/seul.md": (
                "---\ndate: 2024-11-02\nauthor: bob\nquestion: prix/rabai\n---\n\nBien.\n"
            ),
        },
        r"reponses/prix/marje/bob\.md:1:1: F201 .*« prix/marje ».*\n.*« prix/marge »"
        r"(?s:.*)reponses/seul\.md:4:11: F201 .*« prix/rabai ».*\n.*« prix/rabais »",
    ),
    "author": (
        {"docs/reponses/prix/marge/bobb.md": "---\ndate: 2024-11-02\n---\n\nBien.\n"},
        r"reponses/prix/marge/bobb\.md:1:1: F203 .*« bobb ».*\n.*« bob »",
    ),
    "key": (
        {"docs/membres/bob.md": "---\nname: Bob Durand\ncompagny: Durand\n---\n"},
        r"membres/bob\.md:3:1: F111 .*« compagny ».*\n.*« company »",
    ),
    "colon": (
        {"docs/membres/bob.md": "---\nname: Bob : Durand\n---\n"},
        r'membres/bob\.md:2:7: F110 .*\n.*name: "Bob : Durand"',
    ),
}


@pytest.mark.parametrize("case", REFERENCES)
def test_error(workshop: Workshop, log: Log, case: str) -> None:
    """What can't be placed stops every build, told with file, line, column and a near name."""
    texts, pattern = REFERENCES[case]
    with pytest.raises(Abort):
        workshop.write(SMALL, texts).build()
    assert re.search(pattern, "\n".join(log.take()).replace("\u202f", " ").replace("\u00a0", " "))


def test_error_on_the_command_line(workshop: Workshop) -> None:
    """The command ends with 1 and tells the fault, without a traceback."""
    run = workshop.write(SMALL, REFERENCES["speaker"][0]).run("build")
    assert run.status == 1
    assert not run.traceback
    assert "ERROR   -  docs/interventions/prix.md:4:11: F203" in run.told


def test_all_errors_in_one_run(workshop: Workshop, log: Log) -> None:
    """Several faults are told at once, sorted by file, then that the forum can't be built."""
    for case in ("author", "colon", "speaker"):
        workshop.write(
            {**SMALL, **REFERENCES[case][0]} if case == "author" else REFERENCES[case][0]
        )
    with pytest.raises(Abort):
        workshop.build()
    assert [line.split(" ")[1] for line in log.take()] == [
        "docs/interventions/prix.md:4:11:",
        "docs/membres/bob.md:2:7:",
        "docs/reponses/prix/marge/bobb.md:1:1:",
        "le",
    ]


@pytest.mark.parametrize("strict", [False, True])
def test_spelling_of_a_topic(workshop: Workshop, strict: bool) -> None:
    """A topic that is spelt in two ways is told, and stops a strict build alone."""
    member = "---\nname: Bob Durand\ntopics: prix\n---\n"
    workshop.write(SMALL, {"docs/membres/bob.md": member})
    run = workshop.run("build", *(["--strict"] if strict else []))
    assert "WARNING -  docs/membres/bob.md:3:9: F302" in run.told
    assert run.status == int(strict)
    assert not run.traceback


LINKS = {
    "answer": (
        "docs/reponses/prix/rabais/ana.md",
        "---\ndate: 2024-11-02\n---\n\n{}\n",
        "reponses/prix/rabais/ana.md",
    ),
    "synthesis": (
        "docs/questions/prix/marge.md",
        "---\nstatus: synthesised\ndate: 2024-12-02\n---\n\n{}\n",
        "questions/prix/marge.md",
    ),
    "talk": ("docs/interventions/prix.md", TALK.replace("Du prix.", "{}"), "interventions/prix.md"),
    "page": ("docs/a-propos.md", "{}\n", "a-propos.md"),
}


DEAD = (
    "#aucune-part",
    "interventions/prix.md#nulle-part",
    "reponses/prix/marge/bob.md#nulle-part",
    "reponses/prix/marge/personne.md",
    "interventions/personne.md",
    "membres/ana.md#nulle-part",
    "images/personne.png",
)
"""Links that lead nowhere, from the root of the docs folder."""


@pytest.mark.parametrize("place", LINKS)
def test_links_that_lead_nowhere(workshop: Workshop, log: Log, place: str) -> None:
    """Each is told once, by its place and as its author wrote it, and no reader is sent there."""
    path, text, told = LINKS[place]
    up = "../" * told.count("/")
    links = [link if link.startswith("#") else up + link for link in DEAD]
    written = " ".join(f"[lien]({link})" for link in links)
    site = workshop.write(SMALL, {path: text.replace("{}", written)}).build()
    found = [re.sub(r"\s", " ", line) for line in log.take()]
    assert [
        [line for line in found if f"{told}:" in line and f"« {link} »" in line] for link in links
    ] == [[line] for line in found]
    assert [link for link in site.dead_links() if "nulle-part" in link or "personne" in link] == []


def test_links_in_a_question(workshop: Workshop, log: Log) -> None:
    """What stands below a question is shown on two pages, and told once."""
    text = "{#marge}\n\n    Voir [a](#nulle-part) et [b](personne.md).\n"
    talk = TALK.replace("{#marge}\n", text)
    site = workshop.write(SMALL, {"docs/interventions/prix.md": talk}).build()
    assert [line.split(" ")[2] for line in log.take()] == ["F306", "F305"]
    assert list(site.dead_links()) == []


def test_link_that_is_no_address(workshop: Workshop, log: Log) -> None:
    """What can't be taken apart as an address stops MkDocs: it is told, and shown as text."""
    page = "[lien](http://[exemple) <http://[exemple> ![Vue](//[exemple)\n"
    site = workshop.write(SMALL, {"docs/page.md": page}).build()
    assert [line.split(" ")[1:3] for line in log.take()] == [
        ["docs/page.md:1:8:", "F305"],
        ["docs/page.md:1:50:", "F305"],
    ]
    assert "<p><span>lien</span> <span>" in site.main("page/")


BROKEN = (
    "# Page\n\n[a](membres/anna.md) ![](vue.png) ![Vue](vues.png)\n"
    "[b](membres/ana.md#nulle-part)\n\n"
    "<a href='membres/ana.md'>c</a>\n"
)
"""A page with a slip of every kind."""


def told_by(run: Run) -> list[str]:
    """Give the faults that a command told, as one line each, without their level."""
    told = re.sub(r"^(?:WARNING|ERROR  ) -  ", "", run.told, flags=re.MULTILINE)
    lines = re.sub(r"\n +", " ", told).split("\n")
    return [line for line in lines if re.search(r":\d+:\d+: F\d", line)]


def test_check_and_build_tell_the_same(workshop: Workshop) -> None:
    """The check tells in the same words and order what a build tells, in French, then how much."""
    folder, notice = workshop.folder, {"docs/mentions-legales.md": "## Éditeur\n\n[nom]\n"}
    photo = "---\nname: Ana Ferrand\nphoto: ana.png\ntopics: prix\n---\n"
    workshop.write(SMALL, notice, {"docs/page.md": BROKEN, "docs/membres/ana.md": photo})
    check = command("mkdocs_forum", "check", folder=folder)
    checked = told_by(check)
    assert [line.split(" ")[1] for line in checked] == [
        *("F301", "F304", "F302", "F303", "F305", "F308", "F307", "F307", "F306", "F305")
    ]
    run = workshop.run("build")
    assert told_by(run) == checked
    closing = check.told.strip().split("\n")[-1]
    assert closing == "10 avertissements"
    assert run.told.count(f"INFO    -  {closing}\n") == 1


def test_failing_build_tells_all_that_the_check_tells(workshop: Workshop) -> None:
    """An error hides nothing: all is told in one run, then in a line how many faults there are."""
    options = {"mkdocs.yml": configuration(markdown_extensions=["abbr"])}
    hidden = {"docs/interventions/prix.md": TALK + "- *[Quand]: Le jour ?\n"}
    error = {**hidden, **REFERENCES["colon"][0], "docs/page.md": BROKEN}
    workshop.write(SMALL, options, {"docs/mentions-legales.md": ""}, error)
    check = command("mkdocs_forum", "check", folder=workshop.folder)
    run = workshop.run("build")
    checked = told_by(check)
    assert [line.split(" ")[1] for line in checked] == [
        *("F137", "F110", "F303", "F305", "F308", "F307", "F307", "F306", "F305")
    ]
    assert told_by(run) == checked
    closing = check.told.strip().split("\n")[-1]
    assert run.told.count(f"le forum ne peut pas être construit\u00a0: {closing}") == 1


def test_text_below_a_head_at_fault(workshop: Workshop) -> None:
    """A head that no entry can be made of hides nothing of its text that needs no page."""
    text = (
        "---\ndate: 31/02/2026\n---\n\n[Un lien](pas-la.md), ![](photo.png).\n\n"
        '[Ici](#rien), <a href="../rien/">là</a>, [un thème](../../../themes/rien.md).\n\n'
        "<<<<<<< HEAD\n"
    )
    workshop.write(SMALL, {"docs/reponses/prix/marge/eve.md": text})
    checked = told_by(command("mkdocs_forum", "check", folder=workshop.folder))
    assert [line.split(" ")[:2] for line in checked] == [
        [f"docs/reponses/prix/marge/eve.md:{place}:", code]
        for place, code in [
            ("1:1", "F203"),
            ("2:7", "F113"),
            ("5:11", "F305"),
            ("5:23", "F308"),
            ("5:27", "F307"),
            ("9:1", "F158"),
        ]
    ]


def test_hidden_question_is_told_once(workshop: Workshop, log: Log) -> None:
    """What the check tells before a talk is rendered isn't told again when it is."""
    options = {"mkdocs.yml": configuration(markdown_extensions=["abbr"])}
    talk = {"docs/interventions/prix.md": TALK + "- *[Quand]: Le jour ?\n- *Quand* ?\n"}
    workshop.write(SMALL, options, talk).build()
    assert [line.split(" ")[2] for line in log.take()] == ["F137"]


def test_strict_build_counts_each_link_once(workshop: Workshop) -> None:
    """The number of warnings at the end of a strict build is that of the slips."""
    run = workshop.write(SMALL, {"docs/page.md": BROKEN}).run("build", "--strict")
    assert "Aborted with 6 warnings in strict mode!" in run.told


@pytest.mark.parametrize(
    ("validation", "codes"),
    [
        ({}, {"F305", "F306", "F307", "F308"}),
        ({"links": {"not_found": "ignore", "anchors": "info"}}, {"F306", "F308"}),
        ({"not_found": "info"}, {"F306", "F308"}),
        ({"anchors": "ignore"}, {"F305", "F307", "F308"}),
    ],
)
def test_validation(
    workshop: Workshop, log: Log, validation: dict[str, object], codes: set[str]
) -> None:
    """What the organisers turned off for MkDocs isn't told by the forum either."""
    options = {"mkdocs.yml": configuration(validation=validation)}
    workshop.write(SMALL, options, {"docs/page.md": BROKEN}).build()
    assert {line.split(" ")[2] for line in log.take()} == codes


def test_dead_anchor_stops_a_strict_build(workshop: Workshop, log: Log) -> None:
    """Dead anchors in answers count like those in pages."""
    answer = "---\ndate: 2024-11-02\n---\n\n[lien](#nulle-part)\n"
    with pytest.raises(Abort):
        workshop.write(SMALL, {"docs/reponses/prix/rabais/ana.md": answer}).build(strict=True)
    assert len(log.take()) == 1


MISREAD = {
    "docs/interventions/prix.md": TALK.replace("## Questions", "## Pour finir"),
    "docs/questions/prix/marge.md": (
        "---\nstatus: synthesised\ndate: 2024-12-02\n---\n\n[lien](nulle-part.md)\n"
    ),
    "docs/page.md": "# Page\n\n[lien](reponses/prix/marge/bob.md)\n",
}
"""A slip in a talk, and what others wrote about its questions."""


def test_slip_in_a_talk_stops_no_build(workshop: Workshop) -> None:
    """Where a list of questions isn't read, that is told, and the rest of the site is built."""
    workshop.write(SMALL, MISREAD)
    checked = command("mkdocs_forum", "check", folder=workshop.folder)
    run = workshop.run("build")
    assert (checked.status, run.status) == (0, 0)
    assert not run.traceback
    told = told_by(run)
    assert told_by(checked) == told
    assert [line.split(" ")[:2] for line in told] == [
        ["docs/interventions/prix.md:16:3:", "F130"],
        ["docs/page.md:3:8:", "F305"],
        ["docs/questions/prix/marge.md:1:1:", "F211"],
        ["docs/questions/prix/marge.md:6:8:", "F305"],
        ["docs/reponses/prix/marge/bob.md:1:1:", "F211"],
    ]
    site = Site(workshop.folder / "site")
    assert list(site.dead_links()) == []
    assert not [url for url in site.files if "marge" in str(url)]
    assert workshop.run("build", "--strict").status == 1


def test_failing_build_keeps_the_last_site(workshop: Workshop) -> None:
    """The last good site stays as it was, byte for byte, when the content has errors."""
    assert workshop.write(SMALL).run("build").status == 0
    before = Site(workshop.folder / "site").files
    assert workshop.write(REFERENCES["speaker"][0]).run("build").status == 1
    assert Site(workshop.folder / "site").files == before


def test_former_addresses_below_files(workshop: Workshop, log: Log) -> None:
    """A former address that goes through a file, or is gone through, breaks no build."""
    aliases = "[a.html, membres/ana.gif/c, d.html/e, d.html]"
    member = f"---\nname: Ana Ferrand\ntopics: Prix\naliases: {aliases}\n---\n"
    site = workshop.write(
        SMALL, {"docs/membres/ana.md": member, "docs/membres/ana.gif": "GIF89a\x01\0\x01\0"}
    ).build()
    assert [line.split("'")[1::2] for line in log.take()] == [
        ["membres/ana.gif/c/index.html", "membres/ana.gif"],
        ["d.html", "d.html/"],
    ]
    assert {"a.html", "membres/ana.gif", "d.html/e/index.html"} <= set(site.files)


def test_own_addresses(workshop: Workshop, log: Log) -> None:
    """The whole address of any page that a build makes is one of the site; others are told."""
    pages = workshop.write(SMALL).build().pages
    root = "https://forum.example.org/"
    urls = [form for path in pages for form in (path, path.removesuffix("index.html"))]
    links = "\n".join(f"- [a]({root}{url})" for url in [*urls, "interventions/pri/"])
    log.take()
    workshop.write({"docs/liens.md": f"# Liens\n\n{links}\n"}).build()
    (line,) = [line for line in log.take() if "liens.md" in line]
    assert f"{root}interventions/pri/" in line
    assert "mène à une page que ce site n’a pas" in line
