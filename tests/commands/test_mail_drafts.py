"""Each command that drafts a mail: nothing of a person stands there to which they didn't agree."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests import mails
from tests.commands.conftest import Forum
from tests.flows.repositories import Repository
from tests.sites import configuration

CONTACT = (
    "contact:\n  email: {0}@{0}.example\n  phone: 06 39 98 0{1} 11\n  fax: 04 65 71 0{1} 22\n"
    "  address:\n    - {1} rue Tue\n    - 8400{1} Avignon\n"
)
AGREED = "consent:\n  publish: {}\n  date: 2024-01-01\n"
ANSWER = "---\ndate: 2024-11-03\n{}---\n\nDix pour cent.\n"
FILES = {
    "mkdocs.yml": configuration(forum={"email": "forum@forum.example"}),
    "docs/membres/ana.md": (
        f"---\nname: Ana Ferrand\n{CONTACT.format('ana', 1)}{AGREED.format('email')}"
        "topics: Prix\n---\n"
    ),
    "docs/membres/bob.md": (
        f"---\nname: Bob Durand\n{CONTACT.format('bob', 2)}{AGREED.format('[phone, email]')}"
        "topics: Prix\nanswers_on: Prix\n---\n"
    ),
    "docs/membres/eve.md": (
        f"---\nname: Ève Noël\n{CONTACT.format('eve', 3)}{AGREED.format('[phone, address]')}"
        "topics: Prix\nanswers_on: Prix\n---\n"
    ),
    "docs/membres/ugo.md": (
        f"---\nname: Ugo Discret\ncompany: Discret et fils\n{CONTACT.format('ugo', 4)}"
        f"{AGREED.format('[email, phone]')}topics: Prix\nanswers_on: Prix\ndraft: true\n---\n"
    ),
    "docs/questions/prix/rabais.md": (
        "---\npromised_by:\n  eve: 2026-12-24\n  ugo: 2024-12-24\nasked_of: ugo\n---\n"
    ),
    "letter.eml": mails.plain(ANSWER.format(""), "docs/reponses/prix/rabais/ana.md").decode(),
}
LATER = {
    "docs/reponses/prix/marge/ana.md": ANSWER.format("licence: CC0\n"),
    "docs/reponses/prix/marge/anonyme.md": ANSWER.format(""),
    "docs/reponses/prix/marge/eve.md": ANSWER.format(""),
    "docs/reponses/prix/marge/ugo.md": ANSWER.format(""),
    "docs/reponses/prix/rabais/ugo.md": ANSWER.format(""),
}
COMMANDS = {
    "digest": (("digest", "--since", "2024-01-01"), 1),
    "notices": (("notices", "--since", "HEAD~1", "--out", "notices"), 1),
    "invite": (("invite", "prix/rabais"), 1),
    "invite by name": (("invite", "prix/rabais", "--to", "eve", "--to", "bob"), 1),
    "replies": (("from-mail", "letter.eml", "--replies", "notices"), 1),
}
PUBLIC = {"ana@ana.example", "bob@bob.example", "forum@forum.example", "ana@example.org"}
"""The last is that of the letter to which a reply goes."""
PERSONAL = re.compile(r"\d\d 39 98|\d\d 65 71|rue Tue|Avignon|discret|\bugo\b", re.IGNORECASE)


@pytest.fixture
def peopled(forum: Forum) -> Forum:
    """Give a forum of people who agreed to this and that, and one whose page isn't published."""
    repository = Repository(forum.folder)
    repository.git("init", "--quiet")
    repository.commit(FILES)
    repository.commit(LATER)
    return forum


def said(path: Path) -> str:
    """Give all that a draft says: heads, text and HTML, decoded."""
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    parts = [part for part in message.walk() if not part.is_multipart()]
    heads = [f"{name}: {value}" for name, value in message.items()]
    assert all(isinstance(part, EmailMessage) for part in parts)
    return "\n".join([*heads, *(part.get_content() for part in parts)])


@pytest.mark.parametrize(("arguments", "number"), COMMANDS.values(), ids=COMMANDS)
def test_drafts(peopled: Forum, arguments: tuple[str, ...], number: int) -> None:
    """No draft holds a contact value without consent, nor a word of who isn't published."""
    result = peopled.run(*arguments)
    found = [said(path) for path in (peopled.folder / "notices").glob("*.eml")]
    assert (result.exit_code, len(found)) == (0, number), result.output
    text = "\n".join(found).replace("\N{NO-BREAK SPACE}", " ")
    assert {*re.findall(r"[\w.]+@[\w.]+\w", text)} <= PUBLIC
    assert PERSONAL.findall(text) == []
