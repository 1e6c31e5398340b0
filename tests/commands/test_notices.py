"""`mkdocs-forum notices`: who is told of what was published, how, and what never is."""

from collections.abc import Mapping
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_forum.core.intake.drafts import draft, mail_address
from mkdocs_forum.core.model.settings import Settings
from tests.commands.conftest import Forum, told
from tests.flows.repositories import Repository
from tests.sites import configuration
from tests.small import SMALL

TALK = SMALL["docs/interventions/prix.md"]
MARGE = "docs/reponses/prix/marge/{}.md"
RABAIS = "docs/reponses/prix/rabais/{}.md"
TEXT = "---\ndate: 2024-11-03\n---\n\nDix pour cent.\n"
SITE = "https://forum.example.org/"
AGREED = "contact:\n  email: {}@example.org\nconsent:\n  publish: [email]\n  date: 2024-01-01\n"


def member(name: str, slug: str = "", keys: str = "") -> str:
    """Give a member's page; with a slug, one of somebody who agreed to publish an address."""
    return f"---\nname: {name}\n{keys}{AGREED.format(slug) if slug else ''}---\n"


ANA, BOB = "docs/membres/ana.md", "docs/membres/bob.md"


@pytest.fixture
def known(forum: Forum) -> Forum:
    """Give a forum with a history, whose speaker and whose author can be reached."""
    forum.put(ANA, member("Ana Ferrand", "ana"))
    forum.put(BOB, member("Bob Durand", "bob"))
    commit(forum)
    return forum


def commit(forum: Forum, changed: Mapping[str, str] | None = None) -> None:
    """Commit what stands in a forum's folder, with some files changed."""
    repository = Repository(forum.folder)
    if not (forum.folder / ".git").exists():
        repository.git("init", "--quiet")
    repository.commit(changed)


def drafts(forum: Forum, folder: str = "notices") -> dict[str, EmailMessage]:
    """Give the drafts that were written."""
    found = {}
    for path in sorted((forum.folder / folder).glob("*")):
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
        assert isinstance(message, EmailMessage)
        found[path.name] = message
    return found


def paragraphs(message: EmailMessage) -> list[str]:
    """Give what a draft tells, without the greeting and why it is sent."""
    text = told(message.get_content().replace("\r\n", "\n"))
    return [part for part in text.split("\n\n")[1:] if not part.startswith("Vous recevez")]


def who(forum: Forum, *arguments: str) -> list[str]:
    """Give the names of the drafts that are written since the last commit but one."""
    result = forum.run("notices", "--since", "HEAD~1", *arguments)
    assert result.exit_code == 0, result.output
    return list(drafts(forum))


def test_author_and_speaker(known: Forum) -> None:
    """An author is told where the answer stands, a speaker that it came in; both know why."""
    commit(known, {RABAIS.format("bob"): TEXT})
    result = known.run("notices", "--since", "HEAD~1", "--out", "avis")
    found = drafts(known, "avis")
    assert told(result.output) == (
        "Brouillon de message : avis/bob.eml\nBrouillon de message : avis/ana.eml\n"
    )
    head = [found["ana.eml"][name] for name in ("From", "To", "Subject", "X-Unsent")]
    assert [told(str(value)) for value in head] == [
        "None",
        "Ana Ferrand <ana@example.org>",
        "Forum : une réponse à votre question",
        "1",
    ]
    assert told(found["ana.eml"].get_content()).replace("\r\n", "\n") == (
        "Bonjour,\n\nBob Durand a répondu à la question « Que vaut un rabais ? » de votre "
        f"intervention :\n{SITE}questions/prix/rabais/#bob\n\n"
        "Vous recevez ce message parce que votre fiche du forum donne cette adresse, avec votre "
        "accord du 1er janvier 2024. Pour n’en plus recevoir, ou pour faire retirer l’adresse, "
        "répondez à ce message en le disant.\n"
    )
    assert paragraphs(found["bob.eml"]) == [
        f"Votre réponse à la question « Que vaut un rabais ? » est publiée :\n"
        f"{SITE}questions/prix/rabais/#bob"
    ]


def test_ways_out(known: Forum) -> None:
    """Where the forum has an address and a forge, each mail says how to be told no more there."""
    options = {"repository": "https://github.com/a/forum", "email": "forum@example.org"}
    commit(known, {"mkdocs.yml": configuration(forum=options), RABAIS.format("bob"): TEXT})
    who(known)
    message = drafts(known)["bob.eml"]
    assert message["From"] == "forum@example.org"
    assert message["List-Unsubscribe"].strip() == (
        "<mailto:forum@example.org?subject=Plus%20de%20messages%20du%20forum>"
    )
    assert paragraphs(message)[-1] == (
        "La ligne « told_of: nothing » sur votre fiche arrête aussi ces messages ; vous l’écrivez "
        "ici :\nhttps://github.com/a/forum/edit/main/docs/membres/bob.md\n"
    )


def test_one_mail_for_several_texts(known: Forum) -> None:
    """Who is told of several texts gets one mail, their own first."""
    talk = TALK.replace("title: Le prix", "title: Le temps").replace("marge", "heure")
    files = {MARGE.format("ana"): TEXT, RABAIS.format("bob"): TEXT}
    commit(known, {**files, "docs/interventions/temps.md": talk})
    assert who(known) == ["ana.eml", "bob.eml"]
    message = drafts(known)["ana.eml"]
    assert told(message["Subject"]) == "Forum : 3 nouveaux textes"
    assert [part.partition("\n")[0] for part in paragraphs(message)] == [
        "Votre intervention « Le temps » est publiée :",
        "Votre réponse à la question « Que vaut une marge ? » est publiée :",
        "Bob Durand a répondu à la question « Que vaut un rabais ? » de votre intervention :",
    ]


SILENT: Mapping[str, Mapping[str, str | None]] = {
    "changed answer": {MARGE.format("bob"): TEXT},
    "draft": {RABAIS.format("bob"): TEXT.replace("---\n\n", "draft: true\n---\n\n")},
    "answer in a draft": {
        RABAIS.format("bob"): TEXT,
        "docs/interventions/prix.md": TALK.replace("edition", "draft: true\nedition"),
    },
    "withdrawn": {MARGE.format("bob"): None},
    "unreadable": {RABAIS.format("bob"): "---\ndate: soon\n---\n\nDix.\n"},
    "question that isn't there": {"docs/reponses/prix/remise/bob.md": TEXT},
    "renamed answer": {
        MARGE.format("bob"): None,
        MARGE.format("bob-d"): SMALL[MARGE.format("bob")].replace(
            "---\n\n", "author: bob\n---\n\n"
        ),
    },
    "renamed question": {
        "docs/interventions/prix.md": TALK.replace("{#marge}", "{#gain}").replace(
            "edition: 2024\n", "edition: 2024\nquestion_aliases: {marge: gain}\n"
        ),
        MARGE.format("bob"): None,
        "docs/reponses/prix/gain/bob.md": TEXT,
    },
    "renamed talk": {
        "docs/interventions/prix.md": None,
        "docs/interventions/argent.md": TALK.replace(
            "edition: 2024\n", "edition: 2024\naliases: interventions/prix/\n"
        ),
        MARGE.format("bob"): None,
        "docs/reponses/argent/marge/bob.md": TEXT,
    },
    "another page": {"docs/index.md": "# Accueil\n", ANA: member("Ana F.", "ana")},
}


@pytest.mark.parametrize("changed", SILENT.values(), ids=SILENT)
def test_nothing_new(known: Forum, changed: Mapping[str, str | None]) -> None:
    """What was published before, whatever it was called, and what isn't yet, is told to nobody."""
    for path, text in changed.items():
        if text is None:
            (known.folder / path).unlink()
        else:
            known.put(path, text)
    commit(known)
    result = known.run("notices", "--since", "HEAD~1")
    assert (result.exit_code, told(result.output)) == (0, "Il n’y a personne à avertir.\n")
    assert known.run("notices", "--since", "HEAD~1", "--comment").output == "\n"


def test_draft_that_is_published(known: Forum) -> None:
    """A draft that stood there already is told of once it is published, even under another name."""
    draft = TEXT.replace("---\n\n", "draft: true\n---\n\n")
    commit(known, {RABAIS.format("bob"): draft})
    commit(known, {RABAIS.format("bob"): TEXT})
    assert who(known) == ["ana.eml", "bob.eml"]


UNREACHED = "Personne ne peut avertir Bob : aucune adresse utilisable avec son accord."


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            member("Bob"),
            UNREACHED,
        ),
        (
            member("Bob", keys="contact:\n  email: bob@example.org\n"),
            UNREACHED,
        ),
        (
            member("Bob", "bob").replace("[email]", "[phone]"),
            UNREACHED,
        ),
        (member("Bob", "bob", "told_of: nothing\n"), ""),
        (member("Bob", "bob", "account: bob-d\n"), "Averti sur la forge : Bob (@bob-d)"),
    ],
    ids=["no address", "no consent", "consent to something else", "nothing", "account"],
)
def test_no_mail(known: Forum, page: str, expected: str) -> None:
    """Only who agreed to publish an address gets a mail, and nobody whom the forge tells."""
    options = {"repository": "https://github.com/a/forum"}
    commit(known, {"mkdocs.yml": configuration(forum=options), BOB: page})
    commit(known, {RABAIS.format("bob"): TEXT})
    result = known.run("notices", "--since", "HEAD~1")
    lines = [line for line in told(result.output).splitlines() if "ana" not in line]
    assert (lines, list(drafts(known))) == ([expected] if expected else [], ["ana.eml"])


@pytest.mark.parametrize(
    "slip",
    [
        TALK.replace("- Que vaut une marge ? {#marge}", "Que vaut une marge ? {#marge}"),
        TALK.replace("edition: 2024", "edition: ["),
        TALK.replace("## Questions", "## Ouverture"),
    ],
    ids=["question of no list", "unreadable talk", "list without heading"],
)
def test_slip_that_is_mended(known: Forum, slip: str) -> None:
    """What a slip in a talk hid for a while isn't told again, but what came meanwhile is."""
    commit(known, {"docs/interventions/prix.md": slip})
    commit(known, {"docs/interventions/prix.md": TALK, RABAIS.format("ana"): TEXT})
    assert who(known) == ["ana.eml"]
    assert len(paragraphs(drafts(known)["ana.eml"])) == 1


@pytest.mark.parametrize(
    ("asked", "answer", "is_told"),
    [
        ("mine", RABAIS, False),
        ("discussions", RABAIS, False),
        ("discussions", MARGE, True),
        ("topics", RABAIS, True),
        ("everything", RABAIS, True),
        ("nothing", MARGE, False),
    ],
)
def test_told_of(known: Forum, asked: str, answer: str, is_told: bool) -> None:
    """Others are told of what they asked for, and of no more."""
    topics = "topics: Prix\n" if asked != "everything" else ""
    page = member("Ève", "eve", f"{topics}told_of: {asked}\n")
    commit(known, {"docs/membres/eve.md": page, MARGE.format("eve"): TEXT})
    commit(known, {answer.format("ana"): TEXT})
    assert ("eve.eml" in who(known)) is is_told


def test_topics_of_others(known: Forum) -> None:
    """Who wants to hear of their topics isn't told of the others."""
    page = member("Ève", "eve", "topics: Temps\ntold_of: topics\n")
    commit(known, {"docs/membres/eve.md": page})
    commit(known, {RABAIS.format("bob"): TEXT})
    assert who(known) == ["ana.eml", "bob.eml"]


def test_own_question(known: Forum) -> None:
    """Who answers a question of their own is told of it once, as its author."""
    commit(known, {RABAIS.format("ana"): TEXT})
    assert who(known) == ["ana.eml"]
    assert len(paragraphs(drafts(known)["ana.eml"])) == 1


def test_run_again(known: Forum) -> None:
    """The same draft isn't written twice, and none over another that somebody may have changed."""
    commit(known, {RABAIS.format("bob"): TEXT})
    assert who(known) == who(known) == ["ana.eml", "bob.eml"]
    commit(known, {MARGE.format("ana"): TEXT})
    known.run("notices", "--since", "HEAD~2")
    assert list(drafts(known)) == ["ana-2.eml", "ana.eml", "bob.eml"]


COMMENT = (
    "@ana-f : `Bob Durand` a répondu à la question `Que vaut un rabais ?` de votre intervention : "
    f"{SITE}questions/prix/rabais/#bob\n\n"
)


@pytest.mark.parametrize(
    ("account", "last"),
    [
        ("", "La réponse de `Bob Durand` à la question `Que vaut un rabais ?` est publiée : "),
        ("bob-d", "@bob-d : votre réponse à la question `Que vaut un rabais ?` est publiée : "),
    ],
)
def test_comment(known: Forum, account: str, last: str) -> None:
    """On the forge accounts are mentioned; who proposed the text is told even without one."""
    keys = f"account: {account}\n" if account else ""
    commit(
        known, {ANA: member("Ana", keys="account: ana-f\n"), BOB: member("Bob Durand", keys=keys)}
    )
    commit(known, {RABAIS.format("bob"): TEXT})
    result = known.run("notices", "--since", "HEAD~1", "--comment")
    assert told(result.output) == f"{COMMENT}{last}{SITE}questions/prix/rabais/#bob\n"
    assert drafts(known) == {}


def test_hostile_words(known: Forum) -> None:
    """What members write mentions nobody, is no link or picture, and writes no head of a mail."""
    name = "@everyone ` ![a](https://evil.example/) #1 =?utf-8?q?a?= Bcc: eve@example.org"
    page = member("X", "bob").replace("name: X", f'name: "{name}"')
    commit(known, {BOB: page})
    commit(known, {RABAIS.format("bob"): TEXT})
    shown = name.replace("`", "’")
    comment = told(known.run("notices", "--since", "HEAD~1", "--comment").output)
    assert comment.startswith(f"La réponse de `{shown}` à la question")
    assert who(known) == ["ana.eml", "bob.eml"]
    to = drafts(known)["bob.eml"]["To"].addresses
    assert [each.addr_spec for each in to] == ["bob@example.org"]
    assert drafts(known)["bob.eml"]["Bcc"] is None


@pytest.mark.parametrize("since", ["nulle-part", "--help-me", ""])
def test_unknown_commit(known: Forum, since: str) -> None:
    """Where the commit isn't known it ends with 2, and nothing is written."""
    result = known.run("notices", f"--since={since}")
    assert (result.exit_code, drafts(known)) == (2, {})


def test_without_address_of_the_site(known: Forum) -> None:
    """A mail can't say where a text stands if nothing says where the site does."""
    known.put("mkdocs.yml", configuration().replace(f"site_url: {SITE}\n", ""))
    result = known.run("notices", "--since", "HEAD")
    assert (result.exit_code, "« site_url »" in told(result.output)) == (2, True)


def test_where_there_was_no_forum(known: Forum) -> None:
    """Since a time without a forum, every text is new."""
    repository = Repository(known.folder)
    tree = repository.git("mktree")
    empty = repository.git("commit-tree", tree, "-m", "Begin")
    known.run("notices", "--since", empty)
    assert list(drafts(known)) == ["ana.eml", "bob.eml"]


def test_out_that_is_a_file(known: Forum) -> None:
    """Where no folder can be made, that is told."""
    commit(known, {RABAIS.format("bob"): TEXT, "avis": "a"})
    assert known.run("notices", "--since", "HEAD~1", "--out", "avis/b").exit_code == 2


@settings(max_examples=40)
@given(name=st.text(max_size=300), address=st.emails() | st.text(max_size=90))
def test_any_name_and_address(name: str, address: str) -> None:
    """Whatever stands on a page, the head of a draft holds that address alone, or there is none."""
    written = mail_address(address)
    if written is None:
        return
    data = draft((name, written), name, ["a"], Settings())
    message = message_from_bytes(data, policy=policy.default)
    assert [each.addr_spec.lower() for each in message["To"].addresses] == [written.lower()]
    assert set(message.keys()) <= {
        *("To", "Subject", "X-Unsent", "MIME-Version"),
        *("Content-Type", "Content-Transfer-Encoding"),
    }
