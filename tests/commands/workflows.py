"""What the tests of the workflows' commands share: a forum's repository, and how they run."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_forum.cli.main import main
from tests.flows.repositories import Repository, repository
from tests.small import SMALL

ANSWER = "docs/reponses/prix/rabais/bob.md"
PRESENT = "docs/reponses/prix/marge/bob.md"
TEXT = "---\ndate: 2024-11-03\n---\n\nDix pour cent.\n"
FILES = {**SMALL, "docs/membres/ana.md": "---\nname: Ana Ferrand\naccount: ana-f\n---\n"}


class Checkout(Repository):
    """The clone of a forum, in which a workflow's commands run."""

    def run(self, *arguments: str, **variables: str) -> Result:
        """Run a command in this process."""
        given = {**self.environment, **variables}
        result = CliRunner().invoke(main, arguments, env=given)
        # Whatever else ends a command would be a traceback.
        assert isinstance(result.exception, SystemExit | None), result.exc_info
        return result


@pytest.fixture(scope="module")
def origins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a forum's repository and its clone, which each test copies."""
    folder = tmp_path_factory.mktemp("origins")
    origin = repository(folder / "origin", FILES)
    origin.git("clone", "--quiet", "../origin", str(folder / "clone"))
    return folder


@pytest.fixture
def checkout(origins: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    """Give the clone of a forum whose speaker has an account."""
    for name in ("origin", "clone"):
        shutil.copytree(origins / name, tmp_path / name)
    made = Checkout(tmp_path / "clone")
    made.git("remote", "set-url", "origin", (tmp_path / "origin").as_uri())
    monkeypatch.chdir(made.folder)
    return made


def origin_of(checkout: Repository) -> Repository:
    """Give the repository that a checkout was cloned from."""
    return Repository(checkout.folder.parent / "origin")


Files = Mapping[str, str]
