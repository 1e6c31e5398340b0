"""`mkdocs-forum from-mail`: what it writes, prints and tells, and how it ends."""

from collections.abc import Mapping
from email import message_from_bytes, policy

import pytest

from tests import mails
from tests.commands.conftest import Forum, as_typed, told
from tests.core.intake.test_materials import PDF, SCRIPT, mail
from tests.sites import configuration

ANSWER = (
    "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\nlicence: CC0\n---\n\nUn rabais.\n"
)
PATH = "docs/reponses/prix/rabais/ana.md"
WORDS = mails.mail("Content-Type: text/plain", "Un rabais.\n\n> questions/prix/rabais/\n")


@pytest.fixture
def licensed(forum: Forum) -> Forum:
    """Give a forum whose texts have a licence."""
    forum.put("mkdocs.yml", configuration(forum={"licence": "CC0"}))
    return forum


def added(forum: Forum, before: Mapping[str, bytes]) -> dict[str, str]:
    """Give the files that are new, and see to it that the others are as they were."""
    after = forum.files
    assert {path: after[path] for path in before} == before
    return {path: data.decode() for path, data in after.items() if path not in before}


@pytest.mark.parametrize("way", ["quoted", "alternative", "attached", "html, div"])
def test_written(licensed: Forum, way: str) -> None:
    """A file is written at its place, and passes the check."""
    licensed.put("letter.eml", mails.WAYS[way](ANSWER, PATH))
    before = licensed.files
    result = licensed.run("from-mail", "letter.eml")
    assert (result.exit_code, added(licensed, before)) == (0, {PATH: ANSWER})
    assert told(result.stdout).splitlines()[0] == f"Écrit : {PATH}"
    assert licensed.run("check", "--strict").exit_code == 0


def test_further_answer(licensed: Forum) -> None:
    """Whoever answers again is told of the file that is there."""
    licensed.put("letter.eml", mails.plain(ANSWER, PATH))
    licensed.run("from-mail", "letter.eml")
    licensed.put("letter.eml", mails.plain(f"{ANSWER}\nEncore.\n", PATH))
    result = licensed.run("from-mail", "letter.eml", "--lang", "en")
    further = PATH.replace(".md", "-2.md")
    assert result.output.splitlines()[:2] == [
        f"Written: {further}",
        f"remark: '{further}' is a further answer of who wrote '{PATH}': see whether it replaces "
        "that one",
    ]


def test_again(licensed: Forum) -> None:
    """A mail that was taken already is taken for what it is."""
    licensed.put("letter.eml", mails.plain(ANSWER, PATH))
    licensed.run("from-mail", "letter.eml")
    before = licensed.files
    result = licensed.run("from-mail", "letter.eml", "--lang", "en")
    assert (result.exit_code, result.output.splitlines()[0], added(licensed, before)) == (
        0,
        f"Already there: {PATH}",
        {},
    )


def test_printed(licensed: Forum) -> None:
    """What would be written is shown as it is, and nothing is written."""
    licensed.put("letter.eml", mails.attached(ANSWER, PATH))
    before = licensed.files
    result = licensed.run("from-mail", "letter.eml", "--print", "--lang", "en")
    assert (result.exit_code, result.stdout, result.stderr, added(licensed, before)) == (
        0,
        ANSWER,
        f"{PATH}\nremark: what came with the mail was left out: logo.png\n"
        "remark: these lines of the mail look like a greeting or a message to you and were "
        "left out:\n"
        "    voir la pièce jointe.\n"
        "remark: these last lines of the mail look like a signature and were left out:\n"
        "    Ana\n",
        {},
    )


def test_from_standard_input(licensed: Forum) -> None:
    """A mail may come from another program."""
    result = as_typed(licensed.folder, "from-mail", "-", stdin=mails.plain(ANSWER, PATH))
    assert (result.returncode, result.stderr) == (0, "")
    assert (licensed.folder / PATH).read_text(encoding="utf-8") == ANSWER


def test_words(licensed: Forum) -> None:
    """The words of a mail become an answer once it is said whose they are."""
    licensed.put("letter.eml", WORDS)
    refused = licensed.run("from-mail", "letter.eml", "--lang", "en")
    assert (refused.exit_code, refused.output) == (
        1,
        (
            "the mail contains no file made by a form, but names 'prix/rabais'\n"
            "    hint: if its text is the answer, add: --question prix/rabais --author …\n"
            "Nothing was written.\n"
        ),
    )
    before = licensed.files
    taken = licensed.run("from-mail", "letter.eml", "--author", "ana", "--lang", "en")
    assert (taken.exit_code, added(licensed, before)) == (
        0,
        {PATH: ANSWER.replace("licence: CC0\n", "")},
    )
    assert taken.output.splitlines()[1:] == [
        f"remark: '{PATH}' doesn't say that its author agrees to 'CC0': ask the author",
        "remark: these lines of the mail look like a quote and were left out:",
        "    > questions/prix/rabais/",
    ]


def test_sender_is_proposed(licensed: Forum) -> None:
    """A member whose address the mail says it is from is proposed, no more: it can be forged."""
    licensed.put(
        "docs/membres/ana.md",
        "---\nname: Ana Ferrand\ntopics: Prix\ncontact:\n  email: ana@example.org\n"
        "consent:\n  publish: email\n  date: 2026-01-01\n---\n",
    )
    licensed.put("letter.eml", WORDS)
    result = licensed.run("from-mail", "letter.eml", "--lang", "en")
    assert "add: --question prix/rabais --author ana\n" in result.output


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ANSWER.replace("rabais\nauthor", "rabai\nauthor"), "F201"),
        (ANSWER + "\n[Ici](nulle-part.md)\n", "F305"),
    ],
)
def test_faulty(licensed: Forum, text: str, code: str) -> None:
    """What the check would refuse is told in its words; nothing is written."""
    licensed.put("letter.eml", mails.attached(text, PATH))
    before = licensed.files
    result = licensed.run("from-mail", "letter.eml")
    assert (result.exit_code, f" {code} " in result.output, added(licensed, before)) == (
        1,
        True,
        {},
    )


def test_documents(forum: Forum) -> None:
    """Documents are laid beside a talk that is there, once; what they would run refuses a mail."""
    forum.put("letter.eml", mail({"Diapos.pdf": PDF}))
    before = forum.files
    result = forum.run("from-mail", "letter.eml", "--talk", "prix", "--replies", "drafts")
    talk, path = "docs/interventions/prix.md", "docs/interventions/prix/diapos.pdf"
    new = sorted(file for file in forum.files if file not in before)
    assert (result.exit_code, new) == (0, [path, "drafts/letter.eml"])
    assert b"materials:\n  - title: Diapos\n    file: prix/diapos.pdf\n" in forum.files[talk]
    assert b"/interventions/prix/" in forum.files["drafts/letter.eml"]
    assert forum.run("check", "--strict").exit_code == 0
    after = forum.files
    assert forum.run("from-mail", "letter.eml", "--talk", "prix").exit_code == 1
    forum.put("letter.eml", mail({"plan.pdf": SCRIPT}))
    assert " F160 " in forum.run("from-mail", "letter.eml", "--talk", "prix").output
    assert {**forum.files, "letter.eml": b""} == {**after, "letter.eml": b""}
    assert forum.run("from-mail", "letter.eml", "--talk", "prix", "--author", "ana").exit_code == 2


def test_question_without_name(licensed: Forum) -> None:
    """An answer's question gets a name of its own, so that rewording it loses no answer."""
    talk = "docs/interventions/prix.md"
    licensed.put(talk, licensed.files[talk].replace(b" {#rabais}", b""))
    text = ANSWER.replace("prix/rabais", "prix/que-vaut-un-rabais")
    licensed.put("letter.eml", mails.plain(text, PATH))
    result = licensed.run("from-mail", "letter.eml", "--lang", "en")
    assert (result.exit_code, result.stdout.splitlines()[1]) == (
        0,
        f"The questions of '{talk}' have names now.",
    )
    assert licensed.run("check", "--strict").exit_code == 0


OTHER = ANSWER.replace("author: ana", "author: bob")
BOTH = {PATH: ANSWER, PATH.replace("ana", "bob"): OTHER}


def put_mails(forum: Forum) -> None:
    """Save two mails in a folder, and both in a mailbox."""
    first, other = (mails.plain(text, path, after="\nFrom here\n") for path, text in BOTH.items())
    forum.put("post/a.eml", first)
    forum.put("post/b.EML", other)
    forum.put("post/notes.txt", "rien")
    quoted = other.replace(b"\nFrom here", b"\n>From here")
    forum.put("box", b"From x Wed\n" + first + b"\n\nFrom y Wed\n" + quoted)


@pytest.mark.parametrize("paths", [("post",), ("box",), ("post/a.eml", "post/b.EML")])
def test_several(licensed: Forum, paths: tuple[str, ...]) -> None:
    """Mails of a folder, of a mailbox and of several files are taken one after the other."""
    put_mails(licensed)
    before = licensed.files
    result = licensed.run("from-mail", *paths, "--lang", "en")
    lines = result.output.splitlines()
    assert (result.exit_code, added(licensed, before)) == (0, BOTH)
    assert [line for line in lines if line.startswith("Written")] == [
        f"Written: {path}" for path in BOTH
    ]
    passed = ["files passed over, since their kind can't be read: .txt (1)"]
    assert lines[: len(passed)] == passed if paths == ("post",) else lines[0].endswith(":")
    assert lines[-1] == "Mails taken: 2 of 2."


def test_several_of_which_one_is_refused(licensed: Forum) -> None:
    """One that is refused keeps no other out."""
    put_mails(licensed)
    licensed.put("post/0.eml", "Subject: rien\n\nBonjour\n")
    before = licensed.files
    result = licensed.run("from-mail", "post", "--lang", "en")
    assert (result.exit_code, added(licensed, before)) == (1, BOTH)
    assert result.output.splitlines()[-1] == "Mails taken: 2 of 3."


def test_newcomer(licensed: Forum) -> None:
    """Who has no page yet gets one that says nothing but their name."""
    licensed.put("letter.eml", WORDS)
    before = licensed.files
    result = licensed.run("from-mail", "letter.eml", "--new-author", "Édith Le Goff")
    assert (result.exit_code, added(licensed, before)) == (
        0,
        {
            "docs/membres/edith-le-goff.md": "---\nname: Édith Le Goff\n---\n",
            PATH.replace("ana", "edith-le-goff"): (
                "---\nquestion: prix/rabais\nauthor: edith-le-goff\ndate: 2026-11-18\n---\n\n"
                "Un rabais.\n"
            ),
        },
    )
    assert licensed.run("check").exit_code == 0


def test_replies(licensed: Forum) -> None:
    """The draft of a reply is written for each mail that is taken, over no other file."""
    licensed.put("post/a.eml", mails.plain(ANSWER, PATH))
    licensed.put("post/b.eml", "Subject: rien\n\nBonjour\n")
    for number in ("", "-2"):
        result = licensed.run("from-mail", "post", "--replies", "drafts")
        assert f"Brouillon de réponse : drafts/a{number}.eml" in told(result.output).splitlines()
    drafts = {path: data for path, data in licensed.files.items() if path.startswith("drafts/")}
    assert sorted(drafts) == ["drafts/a-2.eml", "drafts/a.eml"]
    draft = message_from_bytes(drafts["drafts/a.eml"], policy=policy.default)
    assert draft["To"] == "Ana Ferrand <ana@example.org>"


def test_replies_are_not_printed(licensed: Forum) -> None:
    """Where nothing is written, no draft is."""
    licensed.put("letter.eml", mails.plain(ANSWER, PATH))
    before = licensed.files
    licensed.run("from-mail", "letter.eml", "--print", "--replies", "drafts")
    assert added(licensed, before) == {}


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ((), "Il manque l’argument 'FILES...'"),
        (("nulle-part.eml",), "'nulle-part.eml' n’existe pas"),
        (("docs",), "'docs' holds no file that ends in .eml or .mbox."),
        (("mkdocs.yml", "--author", "a", "--new-author", "b"), "exclude each other"),
        (("mkdocs.yml", "mkdocs.yml", "--author", "a"), "are for one mail"),
        (("mkdocs.yml", "-f", "other.yml"), "the plugin 'forum' isn't among the plugins"),
    ],
)
def test_could_not_look(forum: Forum, arguments: tuple[str, ...], error: str) -> None:
    """Where there is nothing to look at it ends with 2."""
    forum.put("other.yml", "site_name: Site\n")
    result = forum.run("from-mail", *arguments)
    assert (result.exit_code, result.stdout, error in result.stderr) == (2, "", True)


def test_place_that_cannot_be_written(forum: Forum) -> None:
    """A folder that is a file is told, without a traceback."""
    forum.put("docs/reponses/prix/rabais", "")
    forum.put("letter.eml", mails.plain(ANSWER, PATH))
    result = forum.run("from-mail", "letter.eml")
    assert (result.exit_code, "rabais" in result.stderr) == (2, True)


TALK = (
    "Bonjour,\n\nUn client ne lisait rien.\n\nQuestions :\n- Que fait-on ?\n- Téléphone-t-on ?\n\n"
    "Cordialement,\nAna Ferrand\n"
)


def test_talk_by_hand(licensed: Forum) -> None:
    """The words of a mail become a draft of a talk, once it is said whose and for which edition."""
    licensed.put("letter.eml", mails.mail("Content-Type: text/plain; charset=utf-8", TALK))
    before = licensed.files
    arguments = ("from-mail", "letter.eml", "--edition", "2024", "--lang", "en")
    refused = licensed.run(*arguments)
    assert (refused.exit_code, "--author …" in refused.output) == (1, True)
    done = licensed.run(*arguments, "--title", "Il ne lisait pas", "--author", "Ana Ferrand")
    assert (done.exit_code, added(licensed, before)) == (
        0,
        {
            "docs/interventions/il-ne-lisait-pas.md": (
                '---\ntitle: Il ne lisait pas\nedition: "2024"\nspeakers:\n  - ana\ndraft: true\n'
                "---\n\nUn client ne lisait rien.\n\n## Questions\n- Que fait-on ?\n"
                "- Téléphone-t-on ?\n"
            )
        },
    ), done.output
    assert licensed.run("check").exit_code == 0


@pytest.mark.parametrize(
    "options",
    [
        ("--edition", "2024", "--question", "prix/marge"),
        ("--title", "A"),
        ("--edition", "2030", "--author", "ana"),
        ("--edition", "2024", "--author", "ana", "--title", "…"),
    ],
)
def test_no_talk(licensed: Forum, options: tuple[str, ...]) -> None:
    """What can't be a talk is told, and nothing is written."""
    licensed.put("letter.eml", mails.mail("Content-Type: text/plain; charset=utf-8", TALK))
    before = licensed.files
    result = licensed.run("from-mail", "letter.eml", *options)
    assert (result.exit_code in {1, 2}, added(licensed, before)) == (True, {}), result.output
