"""`mkdocs-forum digest`: a draft, of text and HTML, or nothing."""

from email import message_from_bytes, policy
from email.message import EmailMessage

from tests.commands.conftest import Forum, told


def test_draft(forum: Forum) -> None:
    """The draft tells what was answered since, and stands once."""
    for _ in range(2):
        result = forum.run("digest", "--since", "2024-11-01", "--to", "liste@f.example")
        assert (result.exit_code, told(result.stdout)) == (
            0,
            "Brouillon de message : notices/digest.eml\n",
        )
    message = message_from_bytes(forum.files["notices/digest.eml"], policy=policy.default)
    assert isinstance(message, EmailMessage)
    plain = message.get_body(("plain",))
    assert plain is not None
    assert "Que vaut une marge ? (Bob Durand)" in told(plain.get_content())
    assert (message["To"], [path for path in forum.files if ".eml" in path]) == (
        "liste@f.example",
        ["notices/digest.eml"],
    )


def test_nothing_new(forum: Forum) -> None:
    """Where nothing is new, nothing is written."""
    result = forum.run("digest", "--since", "2026-01-01")
    assert (told(result.output), "notices/digest.eml" in forum.files) == (
        "Rien de nouveau.\n",
        False,
    )


def test_addresses(forum: Forum) -> None:
    """What is no day, a day to come, and what is no address is told."""
    result = forum.run("digest", "--since", "2026-11-21")
    assert (result.exit_code, "2026-11-21 n’est pas encore venu" in told(result.output)) == (
        2,
        True,
    )
    assert forum.run("digest", "--since", "2026-11-20").exit_code == 0
    assert forum.run("digest", "--since", "hier").exit_code == 2
    assert forum.run("digest", "--since", "2024-01-01", "--to", "x").exit_code == 2
