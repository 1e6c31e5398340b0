"""`mkdocs-forum ids`: names of questions."""

from tests.commands.conftest import Forum, as_typed
from tests.small import SMALL

TALK = SMALL["docs/interventions/prix.md"].replace(" {#marge}", "") + "- Que vaut\n  un prix ?\n"

NONE = "aucune question sans nom n’a été trouvée\n"


def test_show(forum: Forum) -> None:
    """Each question without a name is told with the one that it would get; nothing is written."""
    forum.put("docs/interventions/prix.md", TALK)
    before = forum.files
    result = forum.run("ids")
    assert (result.exit_code, result.output, forum.files) == (
        0,
        "docs/interventions/prix.md:16:23: {#que-vaut-une-marge}\n"
        "docs/interventions/prix.md:19:12: {#que-vaut-un-prix}\n",
        before,
    )


def test_write(forum: Forum) -> None:
    """The names are shown and written; a second run has nothing to do."""
    forum.put("docs/interventions/prix.md", TALK.replace("\n", "\r\n"))
    before = forum.files
    result = forum.run("ids", "--write")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "",
        "--- docs/interventions/prix.md\n"
        "+++ docs/interventions/prix.md\n"
        "@@ -15,5 +15,5 @@\n"
        " \n"
        "-- Que vaut une marge ?\n"
        "+- Que vaut une marge ? {#que-vaut-une-marge}\n"
        " - Que vaut un rabais ? {#rabais}\n"
        " - Que vaut\n"
        "-  un prix ?\n"
        "+  un prix ? {#que-vaut-un-prix}\n",
    )
    named = TALK.replace("marge ?", "marge ? {#que-vaut-une-marge}").replace(
        "un prix ?", "un prix ? {#que-vaut-un-prix}"
    )
    assert forum.files == {
        **before,
        "docs/interventions/prix.md": named.replace("\n", "\r\n").encode(),
    }
    assert forum.run("ids", "--write").output == forum.run("ids").output == NONE


def test_typed(forum: Forum) -> None:
    """A talk that can't be read is passed over; the check tells of it."""
    forum.put("docs/interventions/prix.md", "## Questions\n\n- Un ?\n")
    run = as_typed(forum.folder, "ids")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", NONE)
