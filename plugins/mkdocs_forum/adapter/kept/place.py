"""Where a site's builds keep what the next ones may use, and under which root."""

import logging
import os
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig

import mkdocs_forum
from mkdocs_forum.core.publish.serialise import digest
from mkdocs_forum.core.publish.store import Store
from mkdocs_forum.core.repository.history import has_in_history
from mkdocs_forum.core.words.language import Language

log = logging.getLogger("mkdocs.plugins.forum")

LIBRARIES: Final = (
    *("babel", "jinja2", "markdown", "markdown-it-py", "markupsafe", "mkdocs", "mkdocs-material"),
    *(
        "latex2mathml",
        "mkdocs-material-extensions",
        "nh3",
        "pillow",
        "pydantic",
        "pydyf",
        "pygments",
        "pymdown-extensions",
        "pypdf",
    ),
    *("pystemmer", "python-frontmatter", "pyyaml", "segno", "snowballstemmer", "weasyprint"),
    *("ziafont", "ziamath"),
)
"""Libraries whose versions change what is made."""


def cache_folder(config: MkDocsConfig) -> Path:
    """Give the folder of what is kept between builds, where other plugins have theirs."""
    root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    return root / ".cache" / "plugin" / "forum"


def open_store(config: MkDocsConfig, language: Language) -> Store | None:
    """Open what a site's builds keep; nothing where it can't be trusted.

    Whoever could put a file there by a proposal would write the pages of others.
    """
    folder = cache_folder(config)
    if has_in_history(folder):
        told = language.tell(
            "nothing is reused from '{folder}': remove it from the repository with "
            "'git rm -r --cached'"
        )
        log.warning(told.format(folder=folder))
        return None
    return Store(folder, root())


@cache
def root() -> str:
    """Give what stands for all the software that has a part in a site."""
    package = Path(mkdocs_forum.__file__).parent
    files = (f"{folder}/{name}" for folder, _, names in os.walk(package) for name in names)
    own = {
        path.removeprefix(str(package)): digest(Path(path).read_bytes())
        for path in sorted(files)
        if not path.endswith(".pyc")
    }
    return digest(platform.python_version(), {name: _version(name) for name in LIBRARIES}, own)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
