"""What the workflows of a forum install, as pip takes it."""

import json
import re
from importlib.metadata import distribution
from pathlib import Path
from typing import Final

_RELEASE: Final = re.compile(r"mkdocs-forum==\S+")


def running() -> str:
    """Give the software that is running: a release, or the commit from which pip installed it."""
    software = distribution("mkdocs-forum")
    origin = json.loads(software.read_text("direct_url.json") or "{}")  # PEP 610.
    if repository := origin.get("vcs_info"):
        address = f"{repository['vcs']}+{origin['url']}@{repository['commit_id']}"
        return f"mkdocs-forum @ {address}"
    return f"mkdocs-forum=={software.version}"


def renewed(path: Path, package: str) -> str:
    """Give what a forum installs once it is brought up to date.

    Arguments:
        path: The file that says what it installs today, if there is one.
        package: What takes the place of another release, or of another commit of the same
            repository; whatever else somebody wrote stays.
    """
    written = path.read_text(encoding="utf-8").strip() if path.is_file() else ""
    is_release = not written or _RELEASE.fullmatch(written)
    is_same = "@" in written and _address(written) == _address(package)
    return package if is_release or is_same else written


def _address(requirement: str) -> str:
    return requirement.rpartition("@")[0]
