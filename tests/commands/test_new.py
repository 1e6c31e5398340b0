"""`mkdocs-forum new`: as somebody types it for the first time, and as a script gives it."""

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.commands.conftest import told
from tests.sites import DAY, configuration, write

Run = Callable[..., Result]
Typed = Callable[..., Result]

NEXT = "« mkdocs serve » le montre ; envoyez ensuite le fichier aux organisateurs.\n"
DRAFT = "Retirez la ligne « draft: true » quand il peut être publié.\n"
PAGE = "Nom du fichier et adresse de la page, pour toujours"
MEMBERS = "   1  Ana Ferrand (ana)\n   2  Bob Durand (bob)\n"
SEVERAL = "(plusieurs : des virgules entre eux)"
MORE = "Une question laissée ouverte (Entrée s’il n’y en a plus)"
TODAY = "2026-11-20"


def check(run: Run) -> str:
    """Run the check, and give its last line."""
    return run("check", "--strict").stdout.splitlines()[-1]


TALK = [
    *("", "Le futur : pourquoi"),
    *("Été", ""),
    *("2025", "2024"),
    *("zoe", "ana ferrand, 2"),
    "Matinée",
    "prix, Temps",
    "",
    *("Combien de temps reste-t-il pour tout faire ?", "Bad", "temps"),
    *("Et le #2 ? {#deux}", "temps", "deux"),
    "",
]


def test_talk_typed(typed: Typed, run: Run, folder: Path) -> None:
    """A talk is asked for one thing after the other, each until it can stand."""
    result = typed(["new", "talk"], *TALK)
    assert (folder / "docs/interventions/le-futur-pourquoi.md").read_bytes().decode() == (
        '---\ntitle: "Le futur : pourquoi"\nedition: "2024"\nspeakers:\n  - ana\n  - bob\n'
        "session: Matinée\ntopics:\n  - Prix\n  - Temps\ndraft: true\n---\n\n"
        "## Première partie\n\nLe texte de l’intervention.\n\n## Questions\n\n"
        "- Combien de temps reste-t-il pour tout faire ? {#temps}\n- Et le #2 ? {#deux}\n"
    )
    assert (result.exit_code, check(run)) == (0, "aucune faute trouvée")


def test_talk_wording(typed: Typed) -> None:
    """What is asked and told is French, with a proposal where there is a sensible one."""
    result = typed(["new", "talk"], *TALK)
    assert told(result.stdout).split("\n") == [
        "Titre de l’intervention : ",
        "il faut une réponse ici",
        "Titre de l’intervention : Le futur : pourquoi",
        f"{PAGE} [le-futur-pourquoi] : Été",
        "« Été » ne peut pas servir d’adresse",
        "    conseil : nommez-le « ete »",
        f"{PAGE} [le-futur-pourquoi] : ",
        "   1  Rencontre 2024 (2024)",
        "Édition où elle est donnée [2024] : 2025",
        "aucune édition ne s’appelle « 2025 »",
        "    conseil : les éditions sont : 2024",
        "Édition où elle est donnée [2024] : 2024",
        *MEMBERS.splitlines(),
        f"Membres qui la donnent {SEVERAL} : zoe",
        "aucun membre ne s’appelle « zoe »",
        "    conseil : un membre a une fiche, dans un fichier nommé « zoe.md »",
        f"Membres qui la donnent {SEVERAL} : ana ferrand, 2",
        "Partie du programme où elle se place : Matinée",
        f"Ses thèmes {SEVERAL} : prix, Temps",
        "Ce que les listes en montrent, en une phrase ou deux : ",
        f"{MORE} : Combien de temps reste-t-il pour tout faire ?",
        "Son nom dans les adresses [combien-de-temps-reste-t-il] : Bad",
        "« Bad » ne peut pas servir d’adresse",
        "    conseil : nommez-le « bad »",
        "Son nom dans les adresses [combien-de-temps-reste-t-il] : temps",
        f"{MORE} : Et le #2 ? {{#deux}}",
        "Son nom dans les adresses [deux] : temps",
        "le nom « temps » est pris",
        "Son nom dans les adresses [deux] : deux",
        f"{MORE} : ",
        "Écrit : docs/interventions/le-futur-pourquoi.md",
        "Son adresse sera : https://forum.example.org/interventions/le-futur-pourquoi/",
        "Ouvrez le fichier, et écrivez-y le texte.",
        *(DRAFT + NEXT).split("\n"),
    ]


def test_answer_typed(typed: Typed, run: Run, folder: Path) -> None:
    """A question is found by a few letters, the author by a number, the day is today."""
    result = typed(["new", "answer"], "vaut", "2", "bob", "2026-13-01", "")
    questions = (
        "   1  Que vaut un rabais ? (prix/rabais)\n   2  Que vaut une marge ? (prix/marge)\n"
    )
    assert told(result.stdout) == (
        f"{questions}Question à laquelle elle répond : vaut\n"
        f"{questions}Question à laquelle elle répond : 2\n"
        f"{MEMBERS}Membre qui répond, ou `anonyme` : bob\n"
        "Jour où elle a été écrite (AAAA-MM-JJ) [2026-11-20] : 2026-13-01\n"
        "« 2026-13-01 » ne convient pas pour « date »\n    conseil : écrivez un jour qui "
        "existe sous la forme année-mois-jour, par exemple « 2026-11-20 »\n"
        "Jour où elle a été écrite (AAAA-MM-JJ) [2026-11-20] : \n"
        "Écrit : docs/reponses/prix/marge/bob-2.md\n"
        "Son adresse sera : https://forum.example.org/questions/prix/marge/#bob-2\n"
        "remarque : « docs/reponses/prix/marge/bob-2.md » est une réponse de plus de l’auteur de "
        "« docs/reponses/prix/marge/bob.md » : voyez si elle doit la remplacer\n"
        "Ouvrez le fichier, et écrivez la réponse sous la seconde ligne « --- ».\n" + DRAFT + NEXT
    )
    assert (folder / "docs/reponses/prix/marge/bob-2.md").read_text(encoding="utf-8") == (
        f"---\nauthor: bob\ndate: {TODAY}\ndraft: true\n---\n"
    )
    assert check(run) == "aucune faute trouvée"


@pytest.mark.parametrize(
    ("repository", "words"),
    [
        ("https://gitlab.com/club/forum", "par une demande de fusion (merge request)"),
        ("https://github.com/club/forum", "par une pull request"),
        ("https://codeberg.org/club/forum", "par une pull request"),
        (None, "aux organisateurs"),
    ],
)
def test_words_of_the_forge(run: Run, folder: Path, repository: str | None, words: str) -> None:
    """A file is sent in the words of the forge; where there is none, to the organisers."""
    options = {"repository": repository} if repository else {}
    write(folder, {"mkdocs.yml": configuration(forum=options)})
    result = run("new", "member", "--name", "Zoé", "--no-input")
    assert (result.exit_code, words in told(result.stdout)) == (0, True)


def test_member_typed(typed: Typed, run: Run, folder: Path) -> None:
    """Each value to publish needs a yes; what has none isn't written at all."""
    lines = ["Zoé Œuvre", "", "", "Conseil", "", "", "prix"]
    lines += ["exemple", "https://example.org/", "zoe@example.org", "01 99 00 12 34", "1 rue X"]
    lines += ["oui", "", "peut-être", ""]
    result = typed(["new", "member"], *lines)
    assert (folder / "docs/membres/zoe-oeuvre.md").read_text(encoding="utf-8") == (
        "---\nname: Zoé Œuvre\nrole: Conseil\nanswers_on:\n  - Prix\n"
        "website: https://example.org/\n"
        "contact:\n  email: zoe@example.org\n"
        f"consent:\n  publish:\n    - email\n  date: {TODAY}\n---\n"
    )
    asked = "Le membre accepte-t-il que « 01 99 00 12 34 » soit publié ? (oui/non) [non] : "
    assert f"{asked}\n« 01 99 00 12 34 » n’est pas écrit.\n" in told(result.stdout)
    assert check(run) == "aucune faute trouvée"


def test_namesake_typed(typed: Typed, folder: Path) -> None:
    """Who shares a name says so; who has a page already gets no second one."""
    given_up = typed(["new", "member"], "Ana Ferrand", "non")
    asked = told(given_up.stdout)
    other = typed(["new", "member"], "ana ferrand", "oui", *[""] * 10)
    assert (given_up.exit_code, "« Ana Ferrand » a déjà une fiche" in asked, other.exit_code) == (
        1,
        True,
        0,
    )
    assert (folder / "docs/membres/ana-ferrand.md").is_file()


def test_given_up(typed: Typed, folder: Path) -> None:
    """Who stops in the middle is told in their language that nothing was written."""
    before = sorted(folder.rglob("*.md"))
    result = typed(["new", "edition"], "Forum 2030")
    last = told(result.stdout).splitlines()[-1]
    assert (result.exit_code, last, sorted(folder.rglob("*.md"))) == (
        1,
        "Rien n’a été écrit.",
        before,
    )


def test_last_day_before_the_first(typed: Typed, folder: Path) -> None:
    """A day that can't stand beside another one is asked again: nothing that was typed is lost."""
    lines = ["Forum 2031", "2031-09-24", "", "", "", "2030-09-25", "2031-09-25", "", "", ""]
    result = typed(["new", "edition"], *lines)
    assert "« end_date » est avant « date », qui est le 2031-09-24" in told(result.stdout)
    assert (folder / "docs/editions/2031.md").read_text(encoding="utf-8") == (
        "---\ntitle: Forum 2031\ndate: 2031-09-24\nend_date: 2031-09-25\n---\n"
    )


def test_answer_of_no_day(typed: Typed, folder: Path) -> None:
    """An answer is neither older than its talk nor of a day that is still to come."""
    days = ["1999-01-01", "2099-01-01", ""]
    result = typed(["new", "answer"], "prix/rabais", "ana", *days)
    assert (result.exit_code, (folder / "docs/reponses/prix/rabais/ana.md").is_file()) == (0, True)


def test_questions_of_drafts(typed: Typed, run: Run) -> None:
    """What a talk asks that isn't shown yet is nothing to answer."""
    run("new", "talk", "--title", "Neuf", "--speaker", "ana")
    assert "Votre question" not in typed(["new", "answer"]).stdout


def test_edition_typed_in_english(typed: Typed, run: Run, folder: Path) -> None:
    """The language of the questions may be another one; a proposal may be turned down."""
    (folder / "docs/editions/2024.md").write_text(
        "---\ntitle: Rencontre 2024\nnumber: 12\ndate: 2024-10-01\n---\n", encoding="utf-8"
    )
    lines = ["Meeting", "2027-05-06", "", "-", "no", "", "", "", ""]
    result = typed(["new", "edition", "--lang", "en"], *lines)
    assert told(result.stdout) == (
        "Name of the edition: Meeting\n"
        "Day it takes place, or its first day (YYYY-MM-DD): 2027-05-06\n"
        "Name of the file and of the page's address, for ever [2027]: \n"
        "Its number in the row of editions, from 1 ('-' for none) [13]: -\n"
        "What its talks are about: no\n"
        "Last day, if it takes several (YYYY-MM-DD): \n"
        "Where it takes place: \n"
        "Who organises it: \n"
        "Address of a site of its own: \n"
        "Written: docs/editions/2027.md\n"
        "Its address will be: https://forum.example.org/editions/2027/\n"
        "See it with 'mkdocs serve', then send the file to the organisers.\n"
    )
    assert (folder / "docs/editions/2027.md").read_text(encoding="utf-8") == (
        '---\ntitle: Meeting\ndate: 2027-05-06\ntheme: "no"\n---\n'
    )
    assert check(run) == "aucune faute trouvée"


OPTIONS = {
    "edition with its call and its meals": (
        [
            *("edition", "--title", "Forum 2028", "--date", "2028-05-26", "--call-opens"),
            *("2027-10-01", "--call-closes", "2028-01-31", "--answer-by", "2028-02-15"),
            *("--programme", "2028-03-01", "--slot", "12 h 30–14:00  Déjeuner | Salle 2"),
            *("--slot", "2028-05-27 9h Accueil : café", "--end-date", "2028-05-27"),
        ],
        "editions/2028.md",
        "---\ntitle: Forum 2028\ndate: 2028-05-26\nend_date: 2028-05-27\ncall:\n"
        "  opens: 2027-10-01\n  closes: 2028-01-31\n  answer_by: 2028-02-15\n"
        '  programme: 2028-03-01\nschedule:\n  - start: "12:30"\n    title: Déjeuner\n'
        "    duration: 90\n    room: Salle 2\n  - start: 09:00\n"
        '    title: "Accueil : café"\n    date: 2028-05-27\n---\n',
    ),
    "talk": (
        [
            *("talk", "--title", "Le prix", "--speaker", "Ana Ferrand", "--topic", "PRIX"),
            *("--ask", "Combien : 3 ou 4 ?", "--ask", "Combien ? {#c}", "--order", "2"),
        ],
        "interventions/le-prix.md",
        '---\ntitle: Le prix\nedition: "2024"\nspeakers:\n  - ana\norder: 2\ntopics:\n  - Prix\n'
        "draft: true\n---\n\n## Première partie\n\nLe texte de l’intervention.\n\n"
        "## Questions\n\n- Combien : 3 ou 4 ? {#combien-3-ou-4}\n- Combien ? {#c}\n",
    ),
    "talk without questions": (
        [
            "talk",
            "--title",
            "Prix",
            "--speaker",
            "ana, bob",
            "--no-draft",
            "--topic",
            "Délais, prix ,",
            "--topic",
            "Marge, coût, Prix",
        ],
        "interventions/prix-2.md",
        '---\ntitle: Prix\nedition: "2024"\nspeakers:\n  - ana\n  - bob\n'
        "topics:\n  - Délais\n  - Prix\n  - Marge\n  - coût\n---\n\n"
        "## Première partie\n\nLe texte de l’intervention.\n\n"
        "## Questions\n\n- Votre question, sur une ligne {#votre-question}\n",
    ),
    "answer": (
        [
            "answer",
            "--question",
            "prix/rabais",
            "--author",
            "ana",
            "--source",
            "Un, deux : 2",
        ],
        "reponses/prix/rabais/ana.md",
        f'---\ndate: {TODAY}\nsources:\n  - "Un, deux : 2"\ndraft: true\n---\n',
    ),
    "member": (
        [
            *("member", "--name", "Bob Durant", "--email", "bob@example.org"),
            *("--consent", "email", "--consent-date", "2026-01-02"),
        ],
        "membres/bob-durant.md",
        "---\nname: Bob Durant\ncontact:\n  email: bob@example.org\n"
        "consent:\n  publish:\n    - email\n  date: 2026-01-02\n---\n",
    ),
    "edition": (
        ["edition", "--title", "no", "--date", "2024-11-01", "--number", "13"],
        "editions/2024-2.md",
        '---\ntitle: "no"\ndate: 2024-11-01\nnumber: 13\n---\n',
    ),
    "name that can't be an address": (
        ["member", "--name", "Index"],
        "membres/index-2.md",
        "---\nname: Index\n---\n",
    ),
}


@pytest.mark.parametrize(("arguments", "path", "text"), OPTIONS.values(), ids=OPTIONS)
def test_options(run: Run, folder: Path, arguments: list[str], path: str, text: str) -> None:
    """Where nobody can be asked, options say all, and proposals the rest."""
    result = run("new", *arguments)
    assert (result.exit_code, (folder / "docs" / path).read_bytes().decode(), check(run)) == (
        0,
        text,
        "aucune faute trouvée",
    )


REFUSALS = {
    "nothing": (["talk"], "indiquez aussi : --title, --speaker"),
    "no slug": (["member", "--name", "Юрий"], "indiquez aussi : --slug"),
    "no date": (["edition", "--title", "T"], "indiquez aussi : --date"),
    "date": (
        ["edition", "--title", "T", "--date", "1/2/2026"],
        "--date: « 1/2/2026 » ne convient pas pour « date »\n    conseil : écrivez l’année, "
        "le mois, puis le jour : « 2026-02-01 » ou « 2026-01-02 »",
    ),
    "day in French order": (
        ["edition", "--title", "T", "--date", "24/09/2027"],
        "--date: « 24/09/2027 » ne convient pas pour « date »\n"
        "    conseil : écrivez « 2027-09-24 »",
    ),
    "taken": (
        ["member", "--name", "Ana", "--slug", "ana"],
        "--slug: le nom « ana » est pris\n    conseil : nommez-le « ana-2 »",
    ),
    "name of somebody who has a page": (
        ["member", "--name", "ANA FERRAND"],
        "--name: « Ana Ferrand » a déjà une fiche, dans un fichier nommé « ana.md »\n    conseil : "
        "donnez un nom de fichier par « --slug » si c’est quelqu’un d’autre",
    ),
    "author in capitals": (
        ["answer", "--question", "prix/marge", "--author", "Zoé"],
        "--author: aucun membre ne s’appelle « Zoé »\n    conseil : un membre a une fiche, dans un "
        "fichier nommé « zoe.md »",
    ),
    "page of the forum": (
        ["edition", "--title", "T", "--date", "2027-01-01", "--slug", "actes"],
        "--slug: le nom « actes » est celui d’une page du forum\n"
        "    conseil : donnez un autre nom au fichier",
    ),
    "out of its folder": (
        ["member", "--name", "Ana", "--slug", "../ana"],
        "--slug: un fichier se trouve là où il n’est pas lu : « membres/../ana.md »\n"
        "    conseil : rangez-le directement dans son dossier",
    ),
    "member": (
        ["talk", "--title", "T", "--speaker", "Anna Ferand"],
        "--speaker: aucun membre ne s’appelle « Anna Ferand »\n"
        "    conseil : vouliez-vous écrire « ana » ?",
    ),
    "question": (
        ["answer", "--question", "prix/marges", "--author", "ana"],
        "--question: aucune question ne s’appelle « prix/marges »\n"
        "    conseil : vouliez-vous écrire « prix/marge » ?",
    ),
    "consent": (
        ["member", "--name", "Zoé", "--phone", "01 99 00 12 34"],
        "--phone: « phone » est donné sans l’accord du membre\n"
        "    conseil : ajoutez « --consent phone » si le membre est d’accord",
    ),
    "ask": (
        ["talk", "--title", "T", "--speaker", "ana", "--ask", "Combien ? {#C}"],
        "--ask: « {#C} » ne peut pas nommer une question\n    conseil : écrivez « {#c} »",
    ),
}


@pytest.mark.parametrize(("arguments", "error"), REFUSALS.values(), ids=REFUSALS)
def test_refusals(run: Run, folder: Path, arguments: list[str], error: str) -> None:
    """What is missing or can't stand is told with its option, in the words of the check."""
    before = sorted(folder.rglob("*.md"))
    result = run("new", *arguments)
    error_told = told(result.stderr).partition("Erreur : ")[2].rstrip("\n")
    assert (result.exit_code, error_told, sorted(folder.rglob("*.md"))) == (2, error, before)


def test_question_without_name(run: Run, folder: Path) -> None:
    """An answer's question gets a name of its own, so that rewording it loses no answer."""
    talk = folder / "docs/interventions/prix.md"
    talk.write_text(talk.read_text("utf-8").replace(" {#rabais}", ""), encoding="utf-8")
    result = run("new", "answer", "--question", "prix/que-vaut-un-rabais", "--author", "ana")
    assert (result.exit_code, result.stderr.splitlines()[-1], check(run)) == (
        0,
        "+- Que vaut un rabais ? {#que-vaut-un-rabais}",
        "aucune faute trouvée",
    )


def test_older_than_its_talk(run: Run) -> None:
    """A day that the check warns of is told, and nothing is written."""
    arguments = ["--question", "prix/rabais", "--author", "ana", "--date", "2023-01-01"]
    result = run("new", "answer", *arguments)
    assert (result.exit_code, "F209" in result.stdout, check(run)) == (
        1,
        True,
        "aucune faute trouvée",
    )


def test_never_overwrites(run: Run, folder: Path) -> None:
    """A file that the forum doesn't read is left as it is, too."""
    path = folder / "docs/membres/zoe.md"
    path.mkdir()
    run("new", "member", "--name", "Zoé")
    assert (path.is_dir(), (folder / "docs/membres/zoe-2.md").is_file()) == (True, True)


def test_former_address(run: Run, folder: Path) -> None:
    """A name that leads from a former address to another page isn't free."""
    (folder / "docs/membres/eve.md").write_text(
        "---\nname: Ève\naliases: membres/zoe/\n---\n", encoding="utf-8"
    )
    run("new", "member", "--name", "Zoé")
    assert ((folder / "docs/membres/zoe-2.md").is_file(), check(run)) == (
        True,
        "aucune faute trouvée",
    )


def test_text_from_standard_input(run: Run, folder: Path) -> None:
    """A text that is there is written as files hold it, and published."""
    arguments = ["answer", "--question", "prix/rabais", "--author", "ana", "--body", "-"]
    run("new", *arguments, stdin="\r\nUn e\u0301te\u0301.\r\n\r\nFin.\r\n".encode())
    assert (folder / "docs/reponses/prix/rabais/ana.md").read_bytes().decode() == (
        f"---\ndate: {TODAY}\n---\n\nUn \u00e9t\u00e9.\n\nFin.\n"
    )


def test_text_in_another_encoding(run: Run) -> None:
    """A text that isn't UTF-8 is told as the check tells it."""
    arguments = ["answer", "--question", "prix/rabais", "--author", "ana", "--body", "-"]
    result = run("new", *arguments, stdin="été".encode("latin-1"))
    assert told(result.stderr).partition("Erreur : ")[2] == (
        "--body: l’octet 0xe9 n’est pas de l’UTF-8\n"
        "    conseil : enregistrez de nouveau le fichier en choisissant l’encodage UTF-8\n"
    )


@pytest.mark.parametrize(
    ("text", "ask", "body"),
    [
        ("Du texte.", [], "Du texte.\n"),
        (
            "Du texte.",
            ["--ask", "Quand ?"],
            "Du texte.\n\n## Questions\n\n- Quand ? {#quand}\n",
        ),
        ("## Questions\n\n- Où ?\n", [], "## Questions\n\n- Où ?\n"),
    ],
)
def test_text_of_a_talk(run: Run, folder: Path, text: str, ask: list[str], body: str) -> None:
    """A talk keeps its text; questions come after it."""
    run("new", "talk", "--title", "T", "--speaker", "ana", "--body", "-", *ask, stdin=text)
    assert (folder / "docs/interventions/t.md").read_text(encoding="utf-8") == (
        f'---\ntitle: T\nedition: "2024"\nspeakers:\n  - ana\n---\n\n{body}'
    )


def test_questions_twice(run: Run) -> None:
    """Questions in the text and in options would part the list."""
    text = "## Questions\n\n- Où ?\n"
    arguments = ["--title", "T", "--speaker", "ana", "--ask", "Quand ?", "--body", "-"]
    result = run("new", "talk", *arguments, stdin=text)
    assert (result.exit_code, told(result.stderr).partition("Erreur : ")[2]) == (
        2,
        "--ask: le texte a déjà des questions\n    conseil : écrivez celle-ci parmi elles\n",
    )


def test_text_that_is_mended(run: Run, folder: Path) -> None:
    """What needs no judgement is mended before it is written."""
    text = "## Questions\n\n– Où ?\n• Quand ?\n"
    result = run("new", "talk", "--title", "T", "--speaker", "ana", "--body", "-", stdin=text)
    written = (folder / "docs/interventions/t.md").read_text(encoding="utf-8")
    assert (result.exit_code, "\n- Où ?" in written, "\n- Quand ?" in written) == (0, True, True)


def test_fault_in_the_text(run: Run, folder: Path) -> None:
    """A text that the check warns of isn't written."""
    arguments = ["--title", "T", "--speaker", "ana", "--body", "-"]
    result = run("new", "talk", *arguments, stdin="## Questions\n\nQuand ?\n")
    assert (
        result.exit_code,
        told(result.stdout),
        (folder / "docs/interventions/t.md").exists(),
    ) == (
        1,
        "docs/interventions/t.md:8:1: F131 la section des questions ne contient pas de liste\n"
        "    conseil : écrivez chaque question sur sa propre ligne, qui commence par « - »\n"
        "1 avertissement\nRien n’a été écrit.\n",
        False,
    )


def test_faults_that_are_there(run: Run, folder: Path) -> None:
    """What is wrong in other files keeps nobody from writing."""
    (folder / "docs/membres/bad.md").write_text("---\nnom: X\n---\n", encoding="utf-8")
    assert run("new", "member", "--name", "Zoé").exit_code == 0


def test_editor(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The text may be written in an editor; then it is no draft."""
    script = folder / "editor.py"
    script.write_text("import sys, pathlib\npathlib.Path(sys.argv[1]).write_text('Oui.')\n")
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    run("new", "answer", "--question", "prix/rabais", "--author", "ana", "--edit")
    assert (folder / "docs/reponses/prix/rabais/ana.md").read_text(encoding="utf-8") == (
        f"---\ndate: {TODAY}\n---\n\nOui.\n"
    )


def test_listing_of_hostile_names(typed: Typed, folder: Path) -> None:
    """What members wrote doesn't steer the terminal."""
    (folder / "docs/membres/eve.md").write_text(
        '---\nname: "\\e[31mÈve\\e]0;x\\a"\n---\n', encoding="utf-8"
    )
    result = typed(["new", "answer", "--question", "prix/marge"], "eve", "")
    assert "\x1b" not in told(result.stdout)


def test_long_lists(typed: Typed, folder: Path) -> None:
    """Of many choices the first are shown, with the number of the others."""
    for number in range(20):
        (folder / f"docs/membres/m{number}.md").write_text(
            f"---\nname: Membre {number:02}\n---\n", encoding="utf-8"
        )
    result = typed(["new", "answer", "--question", "prix/marge"], "membre 1", "2", "")
    lines = told(result.stdout).split("\n")
    assert lines[11:15] == [
        "  12  Membre 09 (m9)",
        "      et 10 autres : tapez quelques lettres du nom",
        "Membre qui répond, ou `anonyme` : membre 1",
        "   1  Membre 10 (m10)",
    ]
    assert (folder / "docs/reponses/prix/marge/m11.md").is_file()


def test_no_input(typed: Typed) -> None:
    """In a terminal, too, nothing is asked if one wants so."""
    assert typed(["new", "talk", "--no-input"]).exit_code == 2


def test_real_terminal(folder: Path) -> None:
    """A terminal is told from a pipe: there, one is asked."""
    ours, theirs = pty.openpty()
    code = "from mkdocs_forum.cli.main import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "new", "member", "--name", "Zoé"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": DAY},
    )
    os.close(theirs)
    # However many questions there are.
    os.write(ours, b"\n" * 30)
    shown = b""
    while chunk := _read(ours):
        shown += chunk
    os.close(ours)
    assert (process.wait(), "Nom du fichier" in shown.decode()) == (0, True)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:
        # So Linux says that nobody holds the other end any more.
        return b""
