"""The wheel as others install it: all that belongs in it, and a site built with it alone."""

import os
import re
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from mkdocs_forum.core.pages.assets import ALONE, LIBRARIES
from tests.mails import mail
from tests.sites import DAY, Site, write
from tests.small import SMALL

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins" / "mkdocs_forum"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as a release does, or take the one that a release is about to publish."""
    if given := os.environ.get("FORUM_WHEEL"):
        return Path(given)
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_files(wheel: Path) -> None:
    """The wheel has every file of the package and none beside."""
    with ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    present = {
        f"mkdocs_forum/{path.relative_to(PACKAGE).as_posix()}"
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert packed == present
    libraries = [f"assets/vendor/{name}" for name in LIBRARIES]
    french = ("locales/fr/language.toml", "locales/fr/LC_MESSAGES/forum.mo")
    for name in ("py.typed", "assets/print.css", *french, *libraries):
        assert f"mkdocs_forum/{name}" in packed
    assert any(name.startswith("mkdocs_forum/templates/forum/") for name in packed)


def _locked(names: Path) -> str:
    """Give the locked versions without their hashes, as constraints."""
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    names.write_text("\n".join(re.findall(r"^([\w.-]+==.*?) \\\\$", lock, re.MULTILINE)))
    return str(names)


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an environment that holds the wheel and what it asks for, and nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder / "venv", with_pip=True, symlinks=os.name != "nt")
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    install = [str(python), "-m", "pip", "install", "-q", "-c", _locked(folder / "locked.txt")]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True, env=_clean())
    return python


def _clean() -> dict[str, str]:
    """Give the variables of this process without those that lead to other packages."""
    known = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return {**known, "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "true"}


@pytest.mark.thorough
def test_site_of_the_wheel(python: Path, tmp_path: Path) -> None:
    """A forum is built with the wheel in an environment where nothing else was installed."""
    where = subprocess.run(
        [str(python), "-P", "-c", "import mkdocs_forum; print(mkdocs_forum.__file__)"],
        check=True,
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=_clean(),
    ).stdout
    assert Path(where.strip()).is_relative_to(python.parents[1])
    write(tmp_path, SMALL)
    command = [str(python), "-P", "-m", "mkdocs", "build", "--strict", "-q"]
    run = subprocess.run(
        command, cwd=tmp_path, capture_output=True, encoding="utf-8", env=_clean(), check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
    site = Site(tmp_path / "site")
    assert "Que vaut une marge\u202f?" in site.main("questions/prix/marge/")
    libraries = {f"assets/forum/vendor/{name}" for name in ALONE}
    scripts = {f"assets/forum/js/{name}.js" for name in ("forms", "renderers")}
    assert {"assets/forum/forum.css", *scripts, *libraries} <= site.files.keys()
    # Here and not in a test of its own, for which another worker would make the environment again.
    command = [str(python.with_name("mkdocs-forum")), "check", "--strict"]
    run = subprocess.run(
        command, cwd=tmp_path, capture_output=True, encoding="utf-8", env=_clean(), check=False
    )
    assert run.returncode == 0
    _found(python, tmp_path / "de zéro")


def _found(python: Path, folder: Path) -> None:
    """Begin a forum with the wheel alone, publish it, take an answer by mail and publish that."""

    def run(*command: str) -> str:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, encoding="utf-8", env=_clean(), check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    folder.mkdir()
    forum, git = str(python.with_name("mkdocs-forum")), ("git", "-c", "user.name=A")
    build = (str(python), "-P", "-m", "mkdocs", "build", "--strict", "-q")
    given = {"name": "Le forum", "language": "fr", "repository": "https://gitlab.com/club/forum"}
    run(forum, "init", ".", *(f"--{key}={value}" for key, value in given.items()))
    installed = run(forum, "--version").split()[-1]
    assert (folder / "requirements.in").read_text() == f"mkdocs-forum=={installed}\n"
    run("git", "init", "-q", "-b", "main")
    run(*build)
    assert "F320" in run(forum, "check")
    question = "comment-marche-ce-forum/question-mal-posee"
    letter = mail("Content-Type: text/plain; charset=utf-8", "Reposez-la à son auteur.\n")
    # Of the day on which the example was written.
    (folder.parent / "lettre.eml").write_bytes(letter.replace(b"Wed, 18 Nov", b"Fri, 20 Nov"))
    asked = ("--question", question, "--new-author", "Ana Ferrand")
    run(forum, "from-mail", "../lettre.eml", *asked)
    run("git", "add", "--all")
    run(*git, "-c", "user.email=a@example.org", "commit", "-q", "-m", "Un nouveau forum")
    run(*build)
    assert "Reposez-la à son auteur." in Site(folder / "site").main(f"questions/{question}/")
    assert run(forum, "init", "--update", ".").startswith("Fichiers mis à jour\u00a0: 0 sur")
