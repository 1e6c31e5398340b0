"""The folder aside: what takes the place of a site, and what is never lost."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import mkdocs_forum
from mkdocs_forum.core.publish import staging as subject
from mkdocs_forum.core.publish.staging import BusyError, close_staging, open_staging, put_in_place
from mkdocs_forum.core.publish.swap import swap

ROOT = Path(__file__).parents[3]
PLUGINS = Path(mkdocs_forum.__file__).parents[1]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a site with entries that MkDocs keeps."""
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".git/object").write_text("kept", encoding="utf-8")
    (site / ".git/object").chmod(0o444)
    (site / ".nojekyll").touch()
    (site / ".link").symlink_to("nowhere")
    (site / "old").mkdir()
    (site / "old/index.html").write_text("old", encoding="utf-8")
    (site / "index.html").write_text("old", encoding="utf-8")
    return site


OLD = {
    ".git/object": "kept",
    ".link": "-> nowhere",
    ".nojekyll": "",
    "index.html": "old",
    "old/index.html": "old",
}
NEW = {
    ".git/object": "kept",
    ".link": "-> nowhere",
    ".nojekyll": "",
    "index.html": "new",
    "new/index.html": "new",
}


def build(site: Path) -> None:
    """Build a new site."""
    staging = open_staging(site)
    (staging.new / "new").mkdir()
    for name in ("index.html", "new/index.html"):
        (staging.new / name).write_text("new", encoding="utf-8")
    put_in_place(staging)


def held(folder: Path) -> dict[str, str]:
    """Tell what a folder holds, by path."""
    return {
        path.relative_to(folder).as_posix(): (
            f"-> {path.readlink()}" if path.is_symlink() else path.read_text(encoding="utf-8")
        )
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def refuse(*_: object, **__: object) -> None:
    """Fail as the system does."""
    raise OSError("refused")


WHOLE = {"right": ["new", "old"], "last": ["last"], "left": ["site"]}


@pytest.mark.parametrize(
    ("way", "killed"),
    [
        ("swap", ["new", "old"]),
        ("rename", ["new", "none", "old"]),
        ("fill", ["new", "old", "part"]),
    ],
)
def test_kills(tmp_path: Path, way: str, killed: list[str]) -> None:
    """Killed before any step, a build leaves the old site or the new one.

    Where folders can't be swapped it may leave none, or a part of one; the next build puts that
    right before all else, even if it fails itself and if one before it was killed, too.
    """
    result = subprocess.run(
        [sys.executable, "-P", "-m", "tests.core.publish.kills", way, str(tmp_path / "forum")],
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{PLUGINS}"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.stderr == ""
    assert json.loads(result.stdout) == {"many": True, "killed": killed, **WHOLE}


def test_new_site(site: Path) -> None:
    """A new site replaces all of the old one but what begins with a dot, and nothing is left."""
    build(site)
    assert (held(site), list(site.parent.iterdir())) == (NEW, [site])


def test_rights(site: Path) -> None:
    """Who could read the old site can read the new one."""
    site.chmod(0o750)
    build(site)
    assert site.stat().st_mode & 0o7777 == 0o750


def test_first_site(tmp_path: Path) -> None:
    """There needn't be a site, nor the folder above it."""
    site = tmp_path / "public" / "site"
    build(site)
    assert held(tmp_path) == {
        "public/site/index.html": "new",
        "public/site/new/index.html": "new",
    }


def test_closed(site: Path) -> None:
    """A build that is given up leaves the site as it was, and nothing beside it."""
    staging = open_staging(site)
    (staging.new / "index.html").write_text("new", encoding="utf-8")
    close_staging(staging)
    assert (held(site), list(site.parent.iterdir())) == (OLD, [site])


def test_link(site: Path, tmp_path: Path) -> None:
    """Where the site's folder is a symbolic link, it stays one."""
    site.rename(tmp_path / "elsewhere")
    site.symlink_to("elsewhere")
    build(site)
    assert (site.readlink(), held(tmp_path / "elsewhere")) == (Path("elsewhere"), NEW)


def test_file(tmp_path: Path) -> None:
    """A file that stands where the site should is told, and stays."""
    site = tmp_path / "site"
    site.touch()
    with pytest.raises(NotADirectoryError, match="site"):
        build(site)
    assert site.is_file()


def test_two_builds(site: Path) -> None:
    """A second build is refused while the first one is under way, and harms nothing."""
    staging = open_staging(site)
    (staging.new / "index.html").write_text("new", encoding="utf-8")
    with pytest.raises(BusyError):
        open_staging(site)
    put_in_place(staging)
    assert held(site)["index.html"] == "new"
    build(site)
    assert list(site.parent.iterdir()) == [site]


def test_no_locks(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system without locks is no reason not to build."""
    monkeypatch.setattr("fcntl.flock", refuse)
    build(site)
    assert (held(site), list(site.parent.iterdir())) == (NEW, [site])


def _no_rename(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse to rename the site, as if it were a mount point."""
    rename = Path.rename
    monkeypatch.setattr(subject, "swap", refuse)
    monkeypatch.setattr(
        Path, "rename", lambda path, to: refuse() if path.name == "site" else rename(path, to)
    )


def _no_sibling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse to write beside the site."""
    monkeypatch.setattr(os, "access", lambda *_: False)


def _no_swap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse to swap folders."""
    monkeypatch.setattr(subject, "swap", refuse)


def _no_new_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse to give the new site its name, after the old one was moved out."""
    rename = Path.rename
    monkeypatch.setattr(subject, "swap", refuse)
    monkeypatch.setattr(
        Path,
        "rename",
        lambda path, to: refuse() if (path.name, to.name) == ("new", "site") else rename(path, to),
    )


@pytest.mark.parametrize("hindrance", [_no_swap, _no_rename, _no_new_name, _no_sibling])
def test_hindrance(
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    hindrance: Callable[[pytest.MonkeyPatch], None],
) -> None:
    """Where one way to put a site in place is barred, another is found."""
    hindrance(monkeypatch)
    build(site)
    assert (held(site), list(site.parent.iterdir())) == (NEW, [site])


def test_full_disk(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that couldn't be filled is filled by the next build, even if that fails later."""
    _no_rename(monkeypatch)
    with monkeypatch.context() as disk:
        staging = open_staging(site)
        (staging.new / "index.html").write_text("new", encoding="utf-8")
        disk.setattr(shutil, "copy2", refuse)
        with pytest.raises(OSError, match="refused"):
            put_in_place(staging)
        close_staging(staging)
    close_staging(open_staging(site))
    expected = {path: text for path, text in NEW.items() if path != "new/index.html"}
    assert (held(site), list(site.parent.iterdir())) == (expected, [site])


def test_swap(tmp_path: Path) -> None:
    """Two folders take each other's place; what isn't there can't, and nothing is changed."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    swap(tmp_path / "a", tmp_path / "b")
    with pytest.raises(FileNotFoundError):
        swap(tmp_path / "a", tmp_path / "c")
    assert held(tmp_path).keys() == {"a/b", "b/a"}


def test_swap_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without such a function refuses as one that can't do it here."""
    monkeypatch.setattr("mkdocs_forum.core.publish.swap._system", object)
    with pytest.raises(OSError, match="not implemented"):
        swap(tmp_path, tmp_path)
