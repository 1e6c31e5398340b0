"""`mkdocs-forum check`: how it ends, what it tells, what it mends."""

import errno
import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.commands.conftest import COMMAND, Forum, as_typed, on_terminal, plain
from tests.conftest import Log
from tests.sites import configuration, write
from tests.small import SMALL

ROOT = Path(__file__).parent.parent.parent
ERROR = "---\ndate: 2024-11-02\nauthor: anna\n---\n\nBien.\n"
WARNING = "---\nname: Ève Noël\ntopics: prix\n---\n"
UNKNOWN = (
    "reponses/prix/marge/zoe.md:1:1: F203 aucun membre ne s’appelle «\u202fzoe\u202f»\n"
    "    conseil\u00a0: un membre a une fiche, dans un fichier nommé «\u202fzoe.md\u202f»\n"
)
ANSWER = SMALL["docs/reponses/prix/marge/bob.md"]


def test_nothing(forum: Forum) -> None:
    """A forum without a fault ends with 0, and says so."""
    result = forum.run("check", "--strict")
    assert (result.exit_code, result.output) == (0, "aucune faute trouvée\n")


def test_error(forum: Forum) -> None:
    """An error ends with 1; it is told at the path that leads to it, in the site's language."""
    forum.put("docs/reponses/prix/marge/zoe.md", ANSWER)
    result = forum.run("check")
    assert (result.exit_code, result.output) == (1, f"docs/{UNKNOWN}1 erreur\n")


@pytest.mark.parametrize(("options", "status"), [((), 0), (("--strict",), 1)])
def test_warning(forum: Forum, options: tuple[str, ...], status: int) -> None:
    """A warning is told either way, and ends with 1 only if it counts as a fault."""
    forum.put("docs/membres/eve.md", WARNING)
    result = forum.run("check", "--lang", "en", *options)
    assert (result.exit_code, result.output) == (
        status,
        (
            "docs/membres/eve.md:3:9: F302 'prix' is another spelling of a topic\n"
            "    hint: write 'Prix', as elsewhere\n"
            "1 warning\n"
        ),
    )


@pytest.mark.parametrize("is_own", [True, False])
def test_contact_data_of_a_proposal(forum: Forum, tmp_path: Path, is_own: bool) -> None:
    """Contact data fails the check of what brings it, and of nothing else."""
    forum.put("docs/membres/eve.md", "---\nname: Ève Noël\n---\n\nAppelez le 01 99 00 12 34.\n")
    proposal = forum.folder / "proposal"
    proposal.write_text(f"docs/membres/{'eve' if is_own else 'ana'}.md\n", encoding="utf-8")
    result = forum.run("check", "--format", "json", "--proposal", str(proposal))
    (fault,) = json.loads(result.output)["faults"]
    assert (fault["code"], fault["severity"]) == ("F311", "error" if is_own else "warning")
    assert result.exit_code == (1 if is_own else 0)


def test_task_of_editor(forum: Forum) -> None:
    """The task of the repository's own folder runs the check, and reads every line of it."""
    (task,) = json.loads((ROOT / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    forum.put("docs/reponses/prix/marge/zoe.md", ANSWER)
    forum.put("docs/membres/eve.md", WARNING)
    names = ("file", "line", "column", "severity", "code")
    lines = forum.run(*task["args"], "--lang", "en").output.splitlines()
    found = [re.fullmatch(pattern["regexp"], line) for line in lines]
    assert [each and tuple(each[pattern[name]] for name in names) for each in found] == [
        ("docs/membres/eve.md", "3", "9", "warning", "F302"),
        ("docs/reponses/prix/marge/zoe.md", "1", "1", "error", "F203"),
    ]


def test_no_fault_for_editor(forum: Forum) -> None:
    """Where nothing is wrong, no line is left that could be taken for a fault."""
    assert forum.run("check", "--format", "editor").output.strip() == ""


@pytest.mark.parametrize("report", ["text", "json"])
def test_file_on_windows(forum: Forum, report: str) -> None:
    """Into a file, a report is written in UTF-8, whatever the system would have taken."""
    forum.put("docs/reponses/prix/marge/zoe.md", ANSWER)
    result = subprocess.run(
        [COMMAND, "check", "--format", report],
        cwd=forum.folder,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (1, b"")
    assert "«\u202fzoe\u202f»" in result.stdout.decode("utf-8")


def test_poor_terminal(forum: Forum) -> None:
    """A terminal that lacks a letter shows another sign in its place, and the rest."""
    forum.put("docs/reponses/prix/marge/zoe.md", ANSWER)
    shown = plain(on_terminal(forum.folder, "check", PYTHONIOENCODING="latin-1"))
    assert "F203 aucun membre ne s?appelle \ufffd?zoe?\ufffd" in shown


def test_draft(forum: Forum) -> None:
    """A draft is checked before it is shown."""
    talk = (
        SMALL["docs/interventions/prix.md"]
        .replace("ana", "anna")
        .replace("---\n\n", "draft: true\n---\n\n", 1)
    )
    forum.put("docs/interventions/ebauche.md", talk)
    result = forum.run("check", "--lang", "en")
    assert result.output.startswith(
        "docs/interventions/ebauche.md:4:11: F203 no member is called 'anna'\n"
    )


REFUSED = {
    "wrong option": (("check", "--stricter"), "L’option '--stricter' n’existe pas"),
    "wrong format": (("check", "--format", "xml"), "'xml' ne convient pas"),
    "wrong language": (("check", "--lang", "eo"), "'eo' ne convient pas"),
    "wrong command": (("chek",), "La commande 'chek' n’existe pas"),
    "no configuration": (("check", "-f", "nulle-part.yml"), "'nulle-part.yml' does not exist"),
    "a folder": (("check", "-f", "docs"), "'docs' is a directory"),
    "not a forum": (("check", "-f", "other.yml"), "the plugin 'forum' isn't among the plugins"),
    "broken configuration": (("check", "-f", "broken.yml"), "Err"),
    "wrong option of the plugin": (("check", "-f", "wrong.yml"), "Err"),
    "no forum, for names": (("ids", "-f", "other.yml"), "the plugin 'forum' isn't among"),
}


@pytest.mark.parametrize(("arguments", "told"), REFUSED.values(), ids=REFUSED)
def test_could_not_look(forum: Forum, log: Log, arguments: tuple[str, ...], told: str) -> None:
    """Where there is nothing to look at it ends with 2, and says why on the error channel."""
    forum.put("other.yml", "site_name: Site\n")
    forum.put("broken.yml", "site_name: [\n")
    forum.put("wrong.yml", configuration(forum={"page_size": 0}))
    result = forum.run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    log.take()


def test_no_configuration_here(tmp_path: Path) -> None:
    """Outside of a forum the file that is missing is named."""
    run = as_typed(tmp_path, "check")
    assert (run.returncode, run.stdout) == (2, "")
    assert "'mkdocs.yml' does not exist" in run.stderr


def test_typed(forum: Forum) -> None:
    """As it is as_typed and piped: no colour, nothing but the report."""
    forum.put("docs/reponses/prix/marge/zoe.md", ANSWER)
    run = as_typed(forum.folder, "check")
    assert (run.returncode, run.stdout, run.stderr) == (1, f"docs/{UNKNOWN}1 erreur\n", "")


def test_from_elsewhere(forum: Forum, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Paths are as seen from the working folder; from outside, from the forum's own folder."""
    forum.put("docs/reponses/prix/marge/zoe.md", ANSWER)
    told = {}
    for folder in (tmp_path, forum.folder / "docs" / "membres", Path("/")):
        monkeypatch.chdir(folder)
        result = forum.run("check", "-f", str(forum.folder / "mkdocs.yml"))
        told[folder] = result.output.split(":")[0]
    assert told == {
        tmp_path: "forum/docs/reponses/prix/marge/zoe.md",
        forum.folder / "docs" / "membres": "docs/reponses/prix/marge/zoe.md",
        Path("/"): f"{forum.folder}/docs/reponses/prix/marge/zoe.md".lstrip("/"),
    }


FORMATS = {
    "github": "::error file=docs/reponses/prix/marge/zoe.md,line=1,col=1,title=F203 ",
    "json": '{\n  "version": 1,',
    "sarif": '{\n  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",',
    "text": "docs/reponses/prix/marge/zoe.md:1:1: F203 ",
}


@pytest.mark.parametrize(("name", "begin"), FORMATS.items(), ids=FORMATS)
def test_format(forum: Forum, name: str, begin: str) -> None:
    """Each form of report is written whole, ends with the same status, and takes no colour."""
    forum.put("docs/reponses/prix/marge/zoe.md", ANSWER)
    result = forum.run("check", "--format", name, color=name != "text")
    assert (result.exit_code, result.output[: len(begin)]) == (1, begin)
    assert "\x1b" not in result.output


def test_explanation(forum: Forum) -> None:
    """A site that has an address is where its codes are explained."""
    forum.put("docs/reponses/prix/marge/zoe.md", ANSWER)
    (fault,) = json.loads(forum.run("check", "--format", "json").output)["faults"]
    assert fault["explanation"] == "https://forum.example.org/contribuer/controles/#f203"


@pytest.mark.parametrize("variable", ["", "1"])
def test_colour(forum: Forum, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    """The code has a colour on a terminal, but not for those who ask for none."""
    forum.put("docs/reponses/prix/marge/zoe.md", ANSWER)
    monkeypatch.setenv("NO_COLOR", variable)
    result = forum.run("check", color=True)
    code = "F203" if variable else "\x1b[31m\x1b[1mF203\x1b[0m"
    assert result.output == f"docs/{UNKNOWN}1 erreur\n".replace("F203", code)


def test_colour_on_a_terminal(forum: Forum) -> None:
    """A real terminal shows the same text, in colour."""
    forum.put("docs/membres/eve.md", WARNING)
    shown = on_terminal(forum.folder, "check", "--lang", "en")
    assert "\x1b[33m\x1b[1mF302\x1b[0m" in shown
    assert plain(shown) == on_terminal(forum.folder, "check", "--lang", "en", NO_COLOR="1")


FAULTY = b"\xef\xbb\xbf\r\n---\r\nname: Eve : No\xebl\r\n---\r\n\r\nUn \x1b[31mtexte\x1b[0m.\r\n"


def test_fix(forum: Forum) -> None:
    """What needs no judgement is shown and mended, byte for byte; the rest is told."""
    before = forum.files
    forum.put("docs/membres/eve.md", FAULTY)
    forum.put("docs/reponses/prix/marge/zoe.md", ANSWER)
    result = forum.run("check", "--fix")
    assert (result.exit_code, result.stdout) == (1, f"docs/{UNKNOWN}1 erreur\n")
    assert result.stderr == (
        "--- docs/membres/eve.md\n"
        "+++ docs/membres/eve.md\n"
        "@@ -1,6 +1,5 @@\n"
        "-\n"
        " ---\n"
        "-name: Eve : No\ufffdl\n"
        '+name: "Eve : Noël"\n'
        " ---\n"
        " \n"
        "-Un \\x1b[31mtexte\\x1b[0m.\n"
        "+Un [31mtexte[0m.\n"
    )
    assert forum.files == {
        **before,
        "docs/membres/eve.md": (
            b"\xef\xbb\xbf---\r\n"
            + 'name: "Eve : Noël"\r\n---\r\n\r\nUn [31mtexte[0m.\r\n'.encode()
        ),
        "docs/reponses/prix/marge/zoe.md": ANSWER.encode(),
    }


def test_fix_of_utf16(forum: Forum) -> None:
    """A file that is written anew shows it, though all its letters stay."""
    forum.put("docs/membres/eve.md", "\ufeff---\nname: Ève\n---\n".encode("utf-16-le"))
    result = forum.run("check", "--fix")
    assert (result.exit_code, result.stdout) == (0, "aucune faute trouvée\n")
    assert result.stderr.splitlines()[3:5] == ["-\\ufeff---", "+---"]


def test_fix_of_a_file_that_is_locked(forum: Forum, monkeypatch: pytest.MonkeyPatch) -> None:
    """What may not be written is told by its name, without a traceback."""
    path = forum.put("docs/membres/eve.md", FAULTY)

    def write_bytes(file: Path, data: bytes) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", str(file))

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    result = forum.run("check", "--fix")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        f"Erreur\u00a0: {path}: Permission denied",
    )


def test_fix_again(forum: Forum) -> None:
    """A second run finds nothing more to mend, and says nothing of it."""
    forum.put("docs/membres/eve.md", FAULTY)
    forum.run("check", "--fix")
    before = forum.files
    result = forum.run("check", "--fix", "--strict")
    assert (result.exit_code, result.output) == (0, "aucune faute trouvée\n")
    assert forum.files == before


def test_fix_and_report(forum: Forum) -> None:
    """A report for other programs stays one while files are mended."""
    forum.put("docs/membres/eve.md", FAULTY)
    result = forum.run("check", "--fix", "--format", "json")
    assert json.loads(result.stdout)["faults"] == []


def test_fix_names_questions(forum: Forum) -> None:
    """Every question gets the name that stands in its address."""
    talk = SMALL["docs/interventions/prix.md"]
    path = forum.put(
        "docs/interventions/prix.md", talk.replace(" {#marge}", "").replace(" {#rabais}", "")
    )
    forum.put("docs/reponses/prix/que-vaut-un-rabais/ana.md", ANSWER)
    forum.run("check", "--fix")
    assert path.read_text(encoding="utf-8").splitlines()[-2:] == [
        "- Que vaut une marge ? {#que-vaut-une-marge}",
        "- Que vaut un rabais ? {#que-vaut-un-rabais}",
    ]


def test_colour_of_changes(forum: Forum) -> None:
    """What goes is red and what comes is green, on a terminal."""
    forum.put("docs/membres/eve.md", "---\nname: Eve : Noël\n---\n")
    shown = forum.run("check", "--fix", color=True).stderr
    assert '\x1b[31m-name: Eve : Noël\x1b[0m\n\x1b[32m+name: "Eve : Noël"\x1b[0m\n' in shown


def test_links(forum: Forum, tmp_path: Path) -> None:
    """No symbolic link is followed, not even in a circle; locks of editors are let be."""
    (tmp_path / "secret.md").write_text("---\nname: Secret\n---\n")
    docs = forum.folder / "docs"
    (docs / "membres/dehors.md").symlink_to(tmp_path / "secret.md")
    (docs / "membres/cercle").symlink_to(docs)
    (docs / "membres/.#ana.md").symlink_to("ana@bureau.4242:1")
    result = forum.run("check", "--fix", "--lang", "en")
    assert (result.exit_code, result.output) == (
        1,
        "docs/membres/cercle:1:1: F124 'membres/cercle' is a symbolic link\n"
        "    hint: put the file itself there\n"
        "docs/membres/dehors.md:1:1: F124 'membres/dehors.md' is a symbolic link\n"
        "    hint: put the file itself there\n"
        "2 errors\n",
    )


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif"])
def test_names_on_disk(forum: Forum, form: str) -> None:
    """Names that a terminal would obey, or that aren't UTF-8, can be shown in every report."""
    for name in (b"a\x1b[31m.md", b"\xe9ve.md", "b\u202e.md".encode(), b"c\n.md"):
        forum.put(f"docs/membres/{os.fsdecode(name)}", "---\nname: Eve\n---\n")
    run = forum.run("check", "--lang", "en", "--format", form)
    assert (run.exit_code, run.stderr) == (1, "")
    assert not {"\x1b", "\u202e", "\udce9"} & set(run.stdout)
    if form == "text":
        assert run.stdout.splitlines()[::2] == [
            f"docs/membres/{name}.md:1:1: F122 the name 'membres/{name}.md' "
            "contains an invisible character"
            for name in ("\\udce9ve", "a\\x1b[31m", "b\\u202e", "c\\n")
        ] + ["4 errors"]


def test_docs_folder_elsewhere(forum: Forum, tmp_path: Path) -> None:
    """The docs folder may lie beside the configuration's."""
    write(tmp_path / "autre", {"mkdocs.yml": configuration(docs_dir="../forum/docs")})
    forum.put("docs/reponses/prix/marge/zoe.md", ANSWER)
    run = as_typed(tmp_path / "autre", "check")
    assert run.stdout.endswith(f"forum/docs/{UNKNOWN}1 erreur\n")


def test_blanks(forum: Forum) -> None:
    """What a page leaves to be filled in is told at each place, but by no build; code is code."""
    forum.put(
        "docs/mentions-legales.md",
        "---\ntitle: Mentions\n---\n\n- Siège : [À compléter : rue] et [à compléter]\n\n"
        "```\n[à compléter]\n```\n\n[à compléter](prix.md) [à faire]\n\n[Éditeur]\n",
    )
    result = forum.run("check", "--format", "editor")
    places = [line.split(" ")[0] for line in result.stdout.splitlines() if "F320" in line]
    assert (result.exit_code, places) == (
        0,
        ["docs/mentions-legales.md:5:11:", "docs/mentions-legales.md:5:34:"],
    )


def test_unguarded(forum: Forum) -> None:
    """Where other programs would render the texts, the check says what to write, beside faults."""
    path = forum.folder / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    assert forum.run("check").stderr == ""
    path.write_text(text.replace("- mkdocs_forum\n", "- abbr\n"), encoding="utf-8")
    result = forum.run("check")
    assert (result.exit_code, result.stdout) == (0, "aucune faute trouvée\n")
    assert result.stderr.startswith("Écrivez «\u202fmkdocs_forum\u202f» sous ")
