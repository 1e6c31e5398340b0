"""`mkdocs-forum notice`: who is told of an answer, and in which words."""

import pytest

from tests.commands.conftest import Forum, told
from tests.small import SMALL

ANSWER = "docs/reponses/prix/marge/bob.md"
ADDRESS = "https://forum.example.org/questions/prix/marge/#bob"


@pytest.fixture
def known(forum: Forum) -> Forum:
    """Give a forum whose speaker has an account."""
    forum.put("docs/membres/ana.md", "---\nname: Ana Ferrand\naccount: ana-f\n---\n")
    return forum


def test_told(known: Forum) -> None:
    """The speaker is mentioned; what isn't an answer, or isn't given, is passed over."""
    known.put("docs/reponses/prix/marge/ana.md", "---\ndate: 2024-11-03\n---\n\nPeu.\n")
    result = known.run("notice", ANSWER, "docs/membres/ana.md", "mkdocs.yml", "docs/no.md")
    assert (result.exit_code, told(result.output)) == (
        0,
        "@ana-f : `Bob Durand` a répondu à la question `Que vaut une marge ?` de votre "
        f"intervention. {ADDRESS}\n",
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/membres/ana.md", SMALL["docs/membres/ana.md"]),
        (ANSWER, "---\ndate: 2024-11-02\ndraft: true\n---\n\nBeaucoup.\n"),
        (ANSWER, "---\ndate: soon\n---\n"),
        ("docs/membres/ana.md", "---\nname: [\n---\n"),
        ("docs/interventions/prix.md", SMALL["docs/interventions/prix.md"].replace("ana", "bob")),
    ],
    ids=["no account", "draft", "unreadable answer", "unreadable member", "own question"],
)
def test_nothing_to_tell(known: Forum, path: str, text: str) -> None:
    """Nobody is told where nobody can or need be."""
    known.put(path, text)
    result = known.run("notice", ANSWER)
    assert (result.exit_code, result.output) == (0, "\n")


def test_hostile_words(known: Forum) -> None:
    """What members write mentions nobody, and is no link or picture."""
    known.put(
        "docs/membres/bob.md", '---\nname: "@everyone ` ![a](https://evil.example/) #1"\n---\n'
    )
    result = known.run("notice", ANSWER)
    assert told(result.output) == (
        "@ana-f : `@everyone ’ ![a](https://evil.example/) #1` a répondu à la question "
        f"`Que vaut une marge ?` de votre intervention. {ADDRESS}\n"
    )
