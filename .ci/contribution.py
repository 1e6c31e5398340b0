"""Take what somebody proposes as files to be read, and tell them what was found.

usage: python .ci/contribution.py take COMMIT TAKEN
       python .ci/contribution.py paths TAKEN
       python .ci/contribution.py judge TAKEN REPORT
       python .ci/contribution.py tell TAKEN REPORT [ADDRESS]

`take` is run in a checkout of the branch that a contribution is for. Of the commit that proposes
it, only plain files in the folders of the contributions are written into the checkout: no script,
no setting, no template, no symbolic link. What became of each file is noted in the file TAKEN.

`paths` gives the files that were read, one a line, for `mkdocs-forum check --proposal`.

`judge` writes, as outputs of a step, the state of the proposal from that note and from a report of
the check as JSON, a few words on it, and whether a preview may show it.

`tell` writes a summary in Markdown from the same, in the language of the site. ADDRESS is where the
preview is, if there is one.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mkdocs_forum.adapter.project import open_project
from mkdocs_forum.core.intake.verdict import Taken, Verdict, describe, summary
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import is_contribution
from mkdocs_forum.core.words.language import Language

MOST_FILES = 300
"""Files of one contribution; a talk with its pictures has ten."""
LARGEST = 5_000_000
"""Bytes of one file; the check refuses pictures of more than 3 MB in its own words."""
LARGEST_OF_ALL = 100_000_000
"""Bytes of all files of one contribution."""
PLAIN = {"100644", "100755"}
"""Modes of plain files in git: neither a symbolic link nor another repository."""
GONE = "000000"
"""Mode of a file that is taken away."""
FATES = ("read", "refused", "left")
"""What becomes of a file: it is read; it is in the folders of the contributions, but no plain file
or too large; it is elsewhere, where the site, its settings and the software are."""


@dataclass(frozen=True)
class Change:
    """What a commit does to one file."""

    mode: str
    """Mode of the file after it, `GONE` where it is taken away."""
    blob: str
    path: str


def git(*arguments: str) -> bytes:
    """Give what a command of git answers. What wasn't fetched since it is too large stays away."""
    environment = {**os.environ, "GIT_NO_LAZY_FETCH": "1"}
    command = ["git", *arguments]
    return subprocess.run(command, check=True, capture_output=True, env=environment).stdout


def changes(commit: str) -> Iterator[Change]:
    """Give what a commit changes, compared with where it left the branch.

    Raises:
        SystemExit: It has nothing in common with the branch, or isn't there.
    """
    try:
        base = git("merge-base", "HEAD", commit).decode().strip()
    except subprocess.CalledProcessError:
        raise SystemExit(f"'{commit}' isn't there, or didn't begin on this branch") from None
    told = git("diff", "--raw", "--no-abbrev", "--no-renames", "-z", base, commit).split(b"\0")
    for head, path in zip(told[0::2], told[1::2], strict=False):
        _, mode, _, blob, _ = head.decode().split(" ")
        yield Change(mode, blob, path.decode("utf-8", "surrogateescape"))


def take(commit: str) -> Mapping[str, Sequence[str]]:
    """Write the files of a contribution into the checkout; give their paths by their fates."""
    settings = open_project(Path("mkdocs.yml")).settings
    taken: dict[str, list[str]] = {fate: [] for fate in FATES}
    room = LARGEST_OF_ALL
    # What goes makes room first: a folder may become a file, and a file a folder.
    for change in sorted(changes(commit), key=lambda change: change.mode != GONE):
        if not is_theirs(change.path, settings):
            taken["left"].append(change.path)
            continue
        is_one_more = len(taken["read"]) < MOST_FILES
        size = write(change, min(room, LARGEST)) if is_one_more else None
        taken["refused" if size is None else "read"].append(change.path)
        room -= size or 0
    return {fate: sorted(paths) for fate, paths in taken.items()}


def is_theirs(path: str, settings: Settings) -> bool:
    """Whether anyone may propose a file at a path in the repository."""
    below = path.removeprefix(f"{settings.docs_path}/")
    # Git, hosts and editors obey files whose name begins with a dot.
    is_strange = any(part.startswith(".") for part in PurePosixPath(path).parts)
    return below != path and not is_strange and is_contribution(below, settings)


def write(change: Change, most: int) -> int | None:
    """Make a change in the checkout; give the bytes that it took, or nothing if it was refused."""
    path = Path(change.path)
    try:
        if change.mode == GONE:
            remove(path)
            return 0
        size = int(git("cat-file", "-s", change.blob)) if change.mode in PLAIN else most + 1
        if size > most:
            return None
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(git("cat-file", "blob", change.blob))
    except (OSError, subprocess.CalledProcessError):
        # Its name is too long, or it is too large to have been fetched.
        return None
    return size


def remove(path: Path) -> None:
    """Take a file away, and the folders that it leaves empty."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()


def verdict(taken: str, report: str) -> Verdict:
    """Read what was found in a contribution."""
    note = json.loads(Path(taken).read_text(encoding="utf-8"))
    faults = json.loads(Path(report).read_text(encoding="utf-8"))["faults"]
    return Verdict(Taken(**note), faults)


def outputs(found: Verdict, language: Language) -> Iterator[str]:
    """Give the outputs of a step that tell of a contribution."""
    yield f"state={'success' if found.is_accepted else 'failure'}"
    yield f"description={describe(found, language)}"
    yield f"shown={str(found.may_be_shown).lower()}"


def main(action: str, first: str, second: str = "", address: str = "") -> None:
    """Take a contribution, give its paths, judge it or tell of it."""
    if action == "take":
        note = json.dumps(take(first), indent=2)
        Path(second).write_text(note, encoding="utf-8")
        return
    if action == "paths":
        taken = json.loads(Path(first).read_text(encoding="utf-8"))
        sys.stdout.buffer.write("\n".join(taken["read"]).encode("utf-8", "surrogateescape"))
        return
    language = Language(open_project(Path("mkdocs.yml")).settings.language)
    found = verdict(first, second)
    if action == "judge":
        print(*outputs(found, language), sep="\n")
    else:
        print(summary(found, language, address))


if __name__ == "__main__":
    if len(sys.argv) not in {3, 4, 5}:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
