"""What the tests share: the built fixture forum, a workshop for small ones, golden copies."""

import fcntl
import gc
import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.sites import DAY, FORUM, ROOT, Run, Site, build_site, mkdocs, write
from tests.templates import keep_templates

# The same commit gives the same result on any machine, however slow. Here, since it counts for what
# is imported after it.
settings.register_profile("default", deadline=None, derandomize=True, max_examples=30)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

GOLDEN = Path(__file__).parent / "golden"

# Before MkDocs is started by any test: the same day and the same silence for all builds.
os.environ["SOURCE_DATE_EPOCH"] = DAY
os.environ["NO_MKDOCS_2_WARNING"] = "true"
# The fixture forum has no history: the days that its documents tell are those that it says.
os.environ["GIT_CEILING_DIRECTORIES"] = str(FORUM.parent)
keep_templates()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that renew the golden copies and that open every table as a whole."""
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden copies anew; read the diff"
    )
    parser.addoption(
        "--thorough", action="store_true", help="run all of the tables of which a run takes a part"
    )
    parser.addoption(
        "--popular", action="store_true", help="build beside all plugins of the group 'plugins'"
    )


def pytest_xdist_auto_num_workers() -> int:
    """Give one worker more than there are processors: one of them waits for a browser."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what only a thorough run is for."""
    for name in ("thorough", "popular"):
        if not config.getoption(f"--{name}"):
            left = [item for item in items if item.get_closest_marker(name)]
            config.hook.pytest_deselected(items=left)
            items[:] = [item for item in items if item not in left]


def pytest_collection_finish() -> None:
    """Let the collector look at what tests make, not at thousands of modules and tests again."""
    gc.collect()
    gc.freeze()


class Log(logging.Handler):
    """Keeps what MkDocs and its plugins tell from warnings up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self._told.append(f"{record.levelname} {record.getMessage()}")

    def take(self) -> list[str]:
        """Give the lines told so far, and forget them: the test expected them."""
        told, self._told = self._told, []
        return told


@pytest.fixture(autouse=True)
def log() -> Iterator[Log]:
    """Give the log of the builds in this process; what a test doesn't take makes it fail."""
    handler = Log()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    yield handler
    logger.removeHandler(handler)
    assert handler.take() == []


def built_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Site]) -> Site:
    """Give a site that one worker builds for all of them, and that none of them changes.

    Arguments:
        factory: Knows the folder of the run.
        name: The folder's name in there.
        make: Builds the site, which is `site` in the folder that it is given.
    """
    run = factory.getbasetemp()
    # Each worker has a folder of its own within that of the run.
    folder = (run.parent if "PYTEST_XDIST_WORKER" in os.environ else run) / name
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder / "done"
        if not done.exists():
            make(folder)
            done.touch()
    return Site(folder / "site")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the fixture forum, strictly."""
    return built_once(
        tmp_path_factory,
        "shared-forum",
        lambda folder: build_site(FORUM, folder / "site", strict=True),
    )


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the repository's own forum, strictly."""
    return built_once(
        tmp_path_factory,
        "shared-own",
        lambda folder: build_site(ROOT, folder / "site", strict=True),
    )


class Workshop:
    """Writes and builds small forums."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        """Folder of the forum."""

    def write(self, *texts: Mapping[str, str]) -> "Workshop":
        """Write files; a later mapping replaces what an earlier one says."""
        for group in texts:
            write(self.folder, group)
        return self

    def build(self, **options: Any) -> Site:
        """Build the forum in this process."""
        return build_site(self.folder, self.folder / "site", **options)

    def run(self, *arguments: str, **variables: str | None) -> Run:
        """Run `mkdocs` on the forum in a process of its own."""
        return mkdocs(self.folder, *arguments, variables=variables)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """Give an empty folder for a forum."""
    return Workshop(tmp_path / "forum")


class Golden:
    """Compares texts with copies that were reviewed."""

    def __init__(self, update: bool) -> None:
        self._update = update

    def check(self, html: str, name: str) -> None:
        """Compare HTML with its golden copy, or write this anew.

        Icons and the policy of scripts are left out, since they change with the theme, and empty
        lines.
        """
        text = re.sub(r"<svg\b.*?</svg>", "<svg></svg>", html, flags=re.DOTALL)
        text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
        text = "\n".join(line.rstrip() for line in text.split("\n") if line.strip()) + "\n"
        path = GOLDEN / name
        if self._update:
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"no golden copy: pytest --update-golden, then read {path}"
        assert text == path.read_text(encoding="utf-8")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Give the golden copies."""
    return Golden(bool(request.config.getoption("--update-golden")))
