"""Take what somebody proposes as files to be read, and tell them what was found.

usage: python .ci/contribution.py take COMMIT TAKEN
       python .ci/contribution.py paths TAKEN
       python .ci/contribution.py tell TAKEN REPORT [ADDRESS]

`take` is run in a checkout of the branch that a contribution is for. Of the commit that proposes
it, only plain files in the folders of the contributions are written into the checkout: no script,
no setting, no template, no symbolic link. What became of each file is noted in the file TAKEN.

`paths` gives the files that were read, one a line, for `mkdocs-forum check --proposal`.

`tell` writes a summary in Markdown, in French, from that note and from a report of the check as
JSON. ADDRESS is where the preview will be, if there is one.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs_forum.adapter.project import open_project
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import is_contribution

MOST_FILES = 300
"""Files of one contribution; a talk with its pictures has ten."""
LARGEST = 5_000_000
"""Bytes of one file; the check refuses pictures of more than 3 MB in its own words."""
PLAIN = {"100644", "100755"}
"""Modes of plain files in git: neither a symbolic link nor another repository."""
NO_PAGE = "F203"
"""Code of the fault that an author has no page; a newcomer's often waits in another proposal."""
SHOWN = 50
"""Rows of a table in the summary at the most; the check shows all faults."""


FATES = ("read", "refused", "left")
"""What becomes of a file: it is read; it is in the folders of the contributions, but no plain file
or too large; it is elsewhere, where the site, its settings and the software are."""

Taken = Mapping[str, Sequence[str]]
"""Paths in the repository, by what became of the files."""
Fault = Mapping[str, Any]
"""A fault in the report of the check."""


@dataclass(frozen=True)
class Change:
    """What a commit does to one file."""

    mode: str
    """Mode of the file after it, `000000` where it is taken away."""
    blob: str
    path: str


def git(*arguments: str) -> bytes:
    """Give what a command of git answers."""
    return subprocess.run(["git", *arguments], check=True, capture_output=True).stdout


def changes(commit: str) -> Iterator[Change]:
    """Give what a commit changes, compared with where it left the branch."""
    base = git("merge-base", "HEAD", commit).decode().strip()
    told = git("diff", "--raw", "--no-abbrev", "--no-renames", "-z", base, commit).split(b"\0")
    for head, path in zip(told[0::2], told[1::2], strict=False):
        _, mode, _, blob, _ = head.decode().split(" ")
        yield Change(mode, blob, path.decode("utf-8", "surrogateescape"))


def take(commit: str) -> Taken:
    """Write the files of a contribution into the checkout."""
    settings = open_project(Path("mkdocs.yml")).settings
    taken: dict[str, list[str]] = {fate: [] for fate in FATES}
    for change in changes(commit):
        is_one_more = len(taken["read"]) < MOST_FILES
        taken[_fate(change, settings, is_one_more=is_one_more)].append(change.path)
    return taken


def _fate(change: Change, settings: Settings, *, is_one_more: bool) -> str:
    """Write a file, if it is one that may be read, and tell what became of it."""
    path = PurePosixPath(change.path)
    below = change.path.removeprefix(f"{settings.docs_path}/")
    is_strange = path.is_absolute() or {"..", ".git"} & set(path.parts)
    if is_strange or below == change.path or not is_contribution(below, settings):
        return "left"
    if change.mode == "000000":
        Path(path).unlink(missing_ok=True)
        return "read"
    is_plain = change.mode in PLAIN and int(git("cat-file", "-s", change.blob)) <= LARGEST
    if not (is_plain and is_one_more):
        return "refused"
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(git("cat-file", "blob", change.blob))
    return "read"


def summary(taken: Taken, faults: Sequence[Fault], address: str) -> Iterator[str]:
    """Give the lines of the summary."""
    read = set(taken["read"])
    own = [fault for fault in faults if fault["path"] in read]
    errors = [fault for fault in own if _is_error(fault)]
    warnings = [fault for fault in own if not _is_error(fault)]
    yield from _verdict(taken, errors, warnings)
    if read and address and not any(map(_is_error, faults)):
        yield f"Dans quelques minutes, vous la verrez telle qu’elle paraîtra\u00a0: {address}"
    yield from _table(errors)
    if warnings:
        yield f"### {_count(len(warnings), 'point')} à revoir"
        yield (
            "Corrigez le fichier dans cette proposition, ou laissez ce soin à un organisateur"
            "\u00a0: cela n’empêche pas de publier."
        )
        yield from _table(warnings)
    yield from _elsewhere([fault for fault in faults if fault["path"] not in read])
    yield from _listed("Fichiers lus", taken["read"])
    yield from _listed(
        "Fichiers refusés\u00a0: lien symbolique, ou fichier trop lourd", taken["refused"]
    )
    yield from _listed(
        "Fichiers laissés de côté\u00a0: ce ne sont pas des contributions", taken["left"]
    )


def _is_error(fault: Fault) -> bool:
    return bool(fault["severity"] == "error")


def _verdict(taken: Taken, errors: Sequence[Fault], warnings: Sequence[Fault]) -> Iterator[str]:
    """Say what becomes of the contribution, and what its author has to do."""
    if not taken["read"]:
        yield "## Aucun texte du forum n’est modifié"
        yield "Cette proposition ne touche pas aux contributions\u00a0: rien n’a été contrôlé."
    elif errors and all(fault["code"] == NO_PAGE for fault in errors):
        yield "## Merci\u00a0: il ne manque qu’une fiche de membre"
        yield (
            "Si vous venez de l’envoyer, elle fait l’objet d’une autre proposition\u00a0: un "
            "organisateur l’accepte d’abord, puis relance ce contrôle. Vous n’avez rien à faire. "
            "Si la fiche porte un autre nom, corrigez-le dans cette proposition. S’il n’y en a "
            "pas encore, envoyez-la par le formulaire «\u00a0Créer ma fiche\u00a0»."
        )
    elif errors:
        yield f"## {_count(len(errors), 'point')} à corriger"
        yield (
            "Le contrôle dit ci-dessous ce qu’il a trouvé, à quelle ligne, et quoi écrire. "
            "Corrigez le fichier dans cette proposition\u00a0: il sera relu aussitôt. "
            "Si vous préférez, un organisateur le fera pour vous."
        )
    else:
        is_all = not (warnings or taken["refused"])
        yield "## Merci\u00a0: votre contribution est bien lue"
        yield (
            "Un organisateur la relit, puis la publie."
            f"{' Vous n’avez plus rien à faire.' if is_all else ''}"
        )


def _elsewhere(faults: Sequence[Fault]) -> Iterator[str]:
    """Tell of faults in files that somebody else wrote."""
    if not faults:
        return
    yield f"### {_count(len(faults), 'point')} ailleurs dans le forum"
    words = (
        "Cette proposition ne modifie pas ces fichiers\u00a0: vous n’avez pas à les corriger, "
        "un organisateur s’en charge."
    )
    if any(map(_is_error, faults)):
        words += " Jusque-là, le contrôle reste en échec et l’aperçu attend."
    yield words
    yield from _table(faults)


def _table(faults: Sequence[Fault]) -> Iterator[str]:
    if faults:
        yield (
            "| Fichier | Ligne | Ce qui a été trouvé | Ce qu’il faut écrire |\n|---|---|---|---|\n"
            + ("\n".join(_row(fault) for fault in faults[:SHOWN]))
        )
    if len(faults) > SHOWN:
        yield f"{_count(len(faults) - SHOWN, 'autre point')} dans le rapport complet du contrôle."


def _count(number: int, noun: str) -> str:
    words = noun.split() if number == 1 else [f"{word}s" for word in noun.split()]
    return f"{number} {' '.join(words)}"


def _row(fault: Fault) -> str:
    cells = (fault["path"], str(fault["line"]), fault["message"], fault["hint"] or "")
    return f"| {' | '.join(_verbatim(cell) for cell in cells)} |"


def _listed(title: str, paths: Sequence[str]) -> Iterator[str]:
    if paths:
        shown = [f"- {_verbatim(path)}" for path in paths[:SHOWN]]
        more = [f"- et {len(paths) - SHOWN} de plus"] if len(paths) > SHOWN else []
        yield f"{title}\u00a0:\n\n" + "\n".join([*shown, *more])


def _verbatim(text: str) -> str:
    """Write somebody's words so that no table ends and nothing is rendered in them."""
    plain = text.encode("utf-8", "backslashreplace").decode()
    words = " ".join(plain.replace("`", "’").replace("|", "¦").split())
    return f"`{words}`" if words else ""


def main(action: str, first: str, second: str = "", address: str = "") -> None:
    """Take a contribution, give its paths, or tell of it."""
    if action == "take":
        note = json.dumps(take(first), indent=2)
        Path(second).write_text(note, encoding="utf-8")
        return
    taken = json.loads(Path(first).read_text(encoding="utf-8"))
    if action == "paths":
        sys.stdout.buffer.write("\n".join(taken["read"]).encode("utf-8", "surrogateescape"))
        return
    faults = json.loads(Path(second).read_text(encoding="utf-8"))["faults"]
    print("\n\n".join(summary(taken, faults, address)))


if __name__ == "__main__":
    if len(sys.argv) not in {3, 4, 5}:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
