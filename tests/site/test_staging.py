"""What stands in `site/` while a site is built, when a build fails and when one is killed."""

import json
import os
import random
import shutil
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests.conftest import Log, Workshop
from tests.sites import Site, build_site, configuration, write
from tests.small import SMALL

TALK = SMALL["docs/interventions/prix.md"]

HOOKS = """\
import json, os, signal, sys

EVENTS = (
    "startup config pre_build files nav pre_page page_markdown page_content env pre_template "
    "template_context post_template page_context post_page post_build shutdown"
).split()


def handler(event):
    def handle(*_, **__):
        if os.environ.get("KILL_AT") == event:
            # Whoever starts the tests in the background makes their processes ignore Ctrl+C.
            signal.signal(signal.SIGINT, signal.default_int_handler)
            os.kill(os.getpid(), int(os.environ["KILL_BY"]))

    return handle


globals().update({f"on_{event}": handler(event) for event in EVENTS})

steps = 0


def count(event, details):
    global steps
    if event == "open" or event.startswith("os."):
        steps += 1
        if steps == int(os.environ["KILL_STEP"]):
            os.kill(os.getpid(), signal.SIGKILL)


def on_shutdown():
    handler("shutdown")()
    if "KILL_STEP" in os.environ:
        print(json.dumps(steps))


if "KILL_STEP" in os.environ:
    sys.addaudithook(count)
"""
"""Kills its own process at an event of MkDocs, or at so many files opened, made and removed."""

FORUM: Mapping[str, str] = {
    **SMALL,
    "docs/a-propos.md": "Avant.\n",
    "docs/passe.md": "Une page qui disparaîtra.\n",
    "hooks.py": HOOKS,
    "mkdocs.yml": configuration(hooks=["hooks.py"], strict=True),
}
NEWS = {"docs/a-propos.md": "Après.\n", "docs/venir.md": "Une page nouvelle.\n"}
GONE = "docs/passe.md"


@dataclass(frozen=True)
class Versions:
    """The files of both sites that a build may leave."""

    old: Mapping[str, bytes]
    new: Mapping[str, bytes]
    folder: Path
    """Holds the old one."""

    def name(self, site: Path) -> str:
        """Tell which of them a folder holds, to the last byte."""
        files = Site(site).files
        names = [name for name in ("old", "new") if files == getattr(self, name)]
        return names[0] if names else "neither"


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    """Build both sites, once per worker."""
    folder = tmp_path_factory.mktemp("versions")
    old = build_site(write(folder, FORUM), folder / "old")
    write(folder, NEWS)
    (folder / GONE).unlink()
    new = build_site(folder, folder / "new")
    return Versions(old.files, new.files, folder / "old")


@pytest.fixture
def forum(workshop: Workshop, versions: Versions) -> Workshop:
    """Give a forum whose site is built, and whose content has changed since."""
    workshop.write(FORUM, NEWS)
    (workshop.folder / GONE).unlink()
    shutil.copytree(versions.folder, workshop.folder / "site")
    return workshop


def beside(forum: Workshop) -> set[str]:
    """Tell what stands beside the forum's own files."""
    own = {".cache", "docs", "hooks.py", "mkdocs.yml", "__pycache__"}
    return {path.name for path in forum.folder.iterdir()} - own


def test_versions(versions: Versions) -> None:
    """The sites that the others compare differ in pages that are gone, that changed, that came."""
    changed = {path for path, text in versions.old.items() if versions.new.get(path) != text}
    assert {"passe/index.html", "a-propos/index.html"} <= changed
    assert "passe/index.html" not in versions.new
    assert "venir/index.html" in versions.new.keys() - versions.old.keys()


def test_good_build(forum: Workshop, versions: Versions) -> None:
    """A good build replaces all, keeps what begins with a dot, and leaves nothing beside it."""
    (forum.folder / "site/.nojekyll").touch()
    run = forum.run("build")
    assert (run.status, beside(forum)) == (0, {"site"})
    assert Site(forum.folder / "site").files == {**versions.new, ".nojekyll": b""}
    assert f"en place\u00a0: {forum.folder / 'site'}\n" in run.told


def _configured(**options: Any) -> dict[str, str]:
    return {"mkdocs.yml": configuration(hooks=["hooks.py", "more.py"], strict=True, **options)}


BROKEN_TEMPLATE = (
    '{% extends "base.html" %}{% block content %}{{ page.title.nothing.at_all }}{% endblock %}\n'
)
FAILURES: Mapping[str, tuple[Mapping[str, str], str]] = {
    "content": (
        {"docs/interventions/prix.md": TALK.replace("speakers: ana", "speakers: x")},
        "F203",
    ),
    "link": ({"docs/a-propos.md": "[lien](personne.md)\n"}, "personne.md"),
    "anchor": (
        {"docs/reponses/prix/rabais/ana.md": "---\ndate: 2024-11-02\n---\n\n[a](#b)\n"},
        "#b",
    ),
    "template": (
        {
            **_configured(theme={"custom_dir": "docs/theme"}),
            "docs/theme/main.html": BROKEN_TEMPLATE,
            "more.py": "",
        },
        "nothing",
    ),
    "other plugin": (
        {**_configured(), "more.py": "def on_post_build(config):\n    raise OSError('ailleurs')\n"},
        "ailleurs",
    ),
    "full disk": (
        {
            **_configured(),
            "more.py": "def on_post_build(config):\n    raise OSError(28, 'No space left')\n",
        },
        "le disque est plein ([Errno 28] No space left)",
    ),
    "late warning": (
        {
            **_configured(),
            "more.py": (
                "import logging\n\n\ndef on_post_build(config):\n"
                "    logging.getLogger('mkdocs.plugins.more').warning('ailleurs')\n"
            ),
        },
        "ailleurs",
    ),
}


@pytest.mark.parametrize("case", FAILURES)
def test_failing_build(forum: Workshop, versions: Versions, case: str) -> None:
    """A build that fails at any stage leaves the old site, byte for byte, and nothing beside it."""
    texts, told = FAILURES[case]
    run = forum.write(texts).run("build")
    assert run.status == 1
    assert told in run.told
    assert versions.name(forum.folder / "site") == "old"
    assert beside(forum) - {"more.py"} == {"site"}


def test_warnings_without_strict(forum: Workshop) -> None:
    """A build that needn't be strict is put in place with its warnings."""
    run = forum.write(FAILURES["link"][0]).run("build", "--no-strict")
    assert run.status == 0
    assert "lien" in Site(forum.folder / "site").page("a-propos/")


def test_no_state(forum: Workshop, versions: Versions, log: Log) -> None:
    """A failed build leaves nothing that a later one of the same process would meet."""
    text = (forum.folder / "docs/a-propos.md").read_text(encoding="utf-8")
    config = load_config(str(forum.write(FAILURES["link"][0]).folder / "mkdocs.yml"))
    with pytest.raises(Abort):
        build(config)
    assert len(log.take()) == 1
    site = forum.folder / "site"
    assert (config.site_dir, versions.name(site)) == (str(site), "old")
    forum.write({"docs/a-propos.md": text}).build(strict=True)
    assert (versions.name(site), beside(forum)) == ("new", {"site"})


EVENTS = {
    "beginning": ("startup", "config", "pre_build", "files", "nav"),
    "reading": ("pre_page", "page_markdown", "page_content", "env"),
    "writing": ("pre_template", "template_context", "post_template", "page_context", "post_page"),
    "end": ("post_build", "shutdown"),
}
"""The events of MkDocs that come in a build, in their order."""


@pytest.mark.parametrize("stage", EVENTS)
def test_killed(forum: Workshop, versions: Versions, stage: str) -> None:
    """Killed at each event of MkDocs, builds leave the old site; the next one does its work."""
    for event in EVENTS[stage]:
        run = forum.run("build", KILL_AT=event, KILL_BY=str(signal.SIGKILL.value))
        expected = "new" if event == "shutdown" else "old"
        left = versions.name(forum.folder / "site")
        assert (event, run.status, left) == (event, -signal.SIGKILL, expected)
    assert forum.run("build").status == 0
    assert (versions.name(forum.folder / "site"), beside(forum)) == ("new", {"site"})


def test_killed_anywhere(forum: Workshop, versions: Versions) -> None:
    """Killed at any moment, one build after the other, each leaves a whole site."""
    site = forum.folder / "site"
    steps = json.loads(forum.run("build", "-q", "-d", "../all", KILL_STEP="0").told)
    for step in random.Random(20).sample(range(1, steps), 4):
        run = forum.run("build", KILL_STEP=str(step))
        assert (step, run.status, versions.name(site) in {"old", "new"}) == (step, -9, True)
    assert forum.run("build").status == 0
    assert (versions.name(site), beside(forum)) == ("new", {"site"})


def test_stopped(forum: Workshop, versions: Versions) -> None:
    """Ctrl+C leaves the old site and nothing beside it."""
    run = forum.run("build", KILL_AT="post_page", KILL_BY=str(signal.SIGINT.value))
    assert (run.status, run.traceback) == (1, False)
    assert (versions.name(forum.folder / "site"), beside(forum)) == ("old", {"site"})


def test_terminated(forum: Workshop, versions: Versions) -> None:
    """A build that is asked to end ends at once, as one that is killed does."""
    run = forum.run("build", KILL_AT="post_page", KILL_BY=str(signal.SIGTERM.value))
    assert run.status == -signal.SIGTERM
    assert versions.name(forum.folder / "site") == "old"


def test_second_build(forum: Workshop, versions: Versions) -> None:
    """A build of a site that is just being built is refused; the first one comes to its end."""
    more = (
        "import subprocess, sys\n\n\ndef on_env(env, config, files):\n"
        "    if '--quiet' not in sys.argv:\n"
        "        command = [sys.executable, '-P', '-m', 'mkdocs', 'build', '--quiet']\n"
        "        print(subprocess.run(command, capture_output=True, text=True).stderr)\n"
    )
    run = forum.write(_configured(), {"more.py": more}).run("build")
    assert run.status == 0
    assert "ERROR   -  une autre construction de" in run.told
    assert (versions.name(forum.folder / "site"), beside(forum)) == ("new", {"site", "more.py"})


def test_in_place(forum: Workshop, versions: Versions) -> None:
    """With `--dirty`, which rebuilds what changed, the site itself is built in."""
    run = forum.run("build", "--dirty", "--no-strict")
    assert run.status == 0
    files = Site(forum.folder / "site").files
    assert {"passe/index.html", "venir/index.html"} <= files.keys()
    assert beside(forum) == {"site"}


@pytest.mark.parametrize(
    ("event", "named"),
    [
        ("config", "ailleurs"),
        ("pre_build", "ailleurs"),
        ("config", "site/fr"),
        ("pre_build", "site/fr"),
    ],
)
def test_other_folder(forum: Workshop, versions: Versions, event: str, named: str) -> None:
    """A folder that another plugin names is the site's; nothing else is touched."""
    change = {
        "ailleurs": "str(pathlib.Path(config.config_file_path).parent / 'ailleurs')",
        "site/fr": "config.site_dir + '/fr'",
    }[named]
    more = f"import pathlib\n\n\ndef on_{event}(config):\n    config.site_dir = {change}\n"
    run = forum.write(_configured(), {"more.py": more}).run("build")
    assert run.status == 0
    assert versions.name(forum.folder / named) == "new"
    shutil.rmtree(forum.folder / named)
    assert (versions.name(forum.folder / "site"), beside(forum)) == ("old", {"site", "more.py"})


def test_noted_folder(forum: Workshop, versions: Versions) -> None:
    """What another plugin writes into the folder it noted at the beginning is in the new site."""
    more = (
        "import pathlib\n\nnoted = []\n\n\ndef on_config(config):\n"
        "    noted.append(pathlib.Path(config.site_dir))\n\n\ndef on_post_build(config):\n"
        "    (noted[0] / 'graphe.json').write_text('{}')\n"
    )
    run = forum.write(_configured(), {"more.py": more}).run("build")
    assert run.status == 0
    assert Site(forum.folder / "site").files == {**versions.new, "graphe.json": b"{}"}


def test_deployed(forum: Workshop, versions: Versions, tmp_path: Path) -> None:
    """`mkdocs gh-deploy` publishes the new site, and none that fails."""
    settings = tmp_path / "gitconfig"
    settings.write_text("[user]\nname = Ana\nemail = ana@example.org\n", encoding="utf-8")
    git = {"GIT_CONFIG_GLOBAL": str(settings), "GIT_CONFIG_SYSTEM": "/dev/null"}
    remote = tmp_path / "remote.git"
    for command in (
        ["git", "init", "-q", "--bare", str(remote)],
        ["git", "init", "-q"],
        ["git", "remote", "add", "pages", str(remote)],
    ):
        subprocess.run(command, cwd=forum.folder, check=True, env={**os.environ, **git})
    deploy = ("gh-deploy", "--remote-name", "pages", "--ignore-version")
    assert forum.write(FAILURES["link"][0]).run(*deploy, **git).status == 1
    assert not list((remote / "refs/heads").iterdir())
    run = forum.write(NEWS).run(*deploy, **git)
    assert (run.status, f"'{forum.folder / 'site'}'" in run.told) == (0, True)
    clone = ["git", "clone", "-q", "-b", "gh-pages", str(remote), str(tmp_path / "pages")]
    subprocess.run(clone, check=True, env={**os.environ, **git})
    shutil.rmtree(tmp_path / "pages/.git")
    assert Site(tmp_path / "pages").files == {**versions.new, ".nojekyll": b""}
