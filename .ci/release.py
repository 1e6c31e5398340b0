"""Tell what a release is called and what it changes, or why it can't be one.

usage: python .ci/release.py TAG NOTES

Of a tag such as v1.2.3 it prints the version, and writes its section of the changelog into NOTES.
"""

import re
import sys
from pathlib import Path

CHANGELOG = Path(__file__).parents[1] / ".github/CHANGELOG.md"
TAG = re.compile(r"v(\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?)")


def version_of(tag: str) -> str:
    """Give the version that a tag names.

    Raises:
        SystemExit: It names none.
    """
    found = TAG.fullmatch(tag)
    if not found:
        raise SystemExit(f"'{tag}' names no version: write a tag such as v1.2.3")
    return found[1]


def notes(version: str, changelog: str) -> str:
    """Give the section of a version in the changelog.

    Raises:
        SystemExit: There is none, or it is empty.
    """
    parts = re.split(r"^## (.*)$", changelog, flags=re.MULTILINE)
    sections = dict(zip(parts[1::2], map(str.strip, parts[2::2]), strict=True))
    # A heading may tell the day behind the version.
    own = next((text for title, text in sections.items() if title.split()[:1] == [version]), "")
    if not own:
        raise SystemExit(f"the changelog has no section '## {version}': name what is unreleased so")
    return own


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    released = version_of(sys.argv[1])
    text = notes(released, CHANGELOG.read_text(encoding="utf-8"))
    Path(sys.argv[2]).write_text(f"{text}\n", encoding="utf-8")
    print(released)
