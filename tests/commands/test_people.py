"""`mkdocs-forum forget` and `whois`: nothing that was built keeps a value of who is gone."""

from pathlib import Path

from tests.commands.conftest import Forum, told
from tests.core.people.test_forget import FILES, VALUES
from tests.flows.repositories import Repository
from tests.sites import build_site, configuration

PICTURE = next((Path(__file__).parents[1] / "forum/docs/membres/photos").glob("*.*"))

DOCUMENT = Path(__file__).parents[1] / "forum/docs/interventions/le-juste-prix/bareme.pdf"


def prepare(forum: Forum) -> None:
    """Make a forum whose members are those of the core's tests, built once and committed."""
    for old in [*forum.folder.rglob("docs/**/*.md")]:
        old.unlink()
    forum.put("mkdocs.yml", configuration(forum={"email": "forum@f.example"}))
    for path, text in FILES.items():
        # Of contact data in a text, the build warns.
        told = text.replace(", +33 6 12 34 56 78", "").replace(" à zoe@lemaitre.example", "")
        forum.put(f"docs/{path}", told.replace("zoe.jpg", "zoe.png"))
    forum.put("docs/membres/zoe.png", PICTURE.read_bytes())
    forum.put("docs/interventions/diapos.pdf", DOCUMENT.read_bytes())
    (forum.folder / "docs/membres/zoe.jpg").unlink()
    repository = Repository(forum.folder)
    forum.put(".gitignore", "/site/\n.cache/\n")
    repository.git("init", "--quiet")
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "A forum")


def everything(folder: Path) -> str:
    """Give all that a folder holds, paths too, save the history."""
    paths = [path for path in folder.rglob("*") if ".git" not in path.parts]
    held = (path.read_bytes().decode("utf-8", "replace") for path in paths if path.is_file())
    return "\n".join([*(path.relative_to(folder).as_posix() for path in paths), *held]).lower()


def test_forgotten(forum: Forum) -> None:
    """The files, the site, all its outputs and what builds keep hold no value of the member."""
    prepare(forum)
    build_site(forum.folder, forum.folder / "site", strict=True)
    assert "zoe-lemaitre" in everything(forum.folder / "site")
    shown = forum.run("forget", "zoe-lemaitre")
    assert (shown.exit_code, "docs/membres/zoe-lemaitre.md" in forum.files) == (1, True)
    assert told(shown.stdout).splitlines()[:2] == [
        "disparaît : docs/membres/zoe-lemaitre.md",
        "disparaît : docs/membres/zoe.png",
    ]
    done = forum.run("forget", "Zoé Lemaître", "--yes")
    assert (done.exit_code, "git filter-repo" in done.stdout) == (0, True)
    assert forum.run("check", "--strict", "--against", "HEAD").exit_code == 0
    build_site(forum.folder, forum.folder / "site", strict=True)
    held = everything(forum.folder)
    assert [value for value in VALUES if value.lower() in held] == []


def test_whois(forum: Forum) -> None:
    """The letter is printed, or is the draft of a mail; somebody without a page is sought, too."""
    prepare(forum)
    letter = forum.run("whois", "zoe-lemaitre")
    assert (letter.exit_code, "Zoé Lemaître" in letter.stdout) == (0, True)
    drafted = forum.run("whois", "zoe-lemaitre", "--out", "letter.eml")
    mail = forum.files["letter.eml"].decode()
    assert drafted.exit_code == 0
    assert "To: Zoé Lemaître <zoe@lemaitre.example>" in mail or "zoe@lemaitre.example" in mail
    nobody = forum.run("whois", "Paul Personne")
    assert (nobody.exit_code, "pas de fiche" in told(nobody.stdout)) == (0, True)


def test_unknown(forum: Forum) -> None:
    """Nobody is forgotten by a name that no member bears."""
    result = forum.run("forget", "nobody", "--yes")
    assert (result.exit_code, "« nobody »" in told(result.output)) == (2, True)
