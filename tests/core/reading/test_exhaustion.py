"""Files that were made to exhaust a machine: each is read within a small share of it."""

import subprocess
import sys
from pathlib import Path

SIZE = 100 * 1024
HEAD = "---\ntitle: Le prix\nedition: 2004\nspeakers: ana\n"
LIMITS = """
import os, resource, sys
from pathlib import Path
from mkdocs_forum.core.forum import load

forum = {
    "editions/2004.md": b"---\\ntitle: Forum\\ndate: 2004-09-24\\n---\\n",
    "members/ana.md": b"---\\nname: Ana\\n---\\n",
}
for path in sorted(Path(sys.argv[1]).iterdir()):
    # Each file is read in a process of its own, whose time begins at zero.
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (2, 2))
        resource.setrlimit(resource.RLIMIT_AS, (300 * 2**20, 300 * 2**20))
        load({**forum, "talks/prix.md": path.read_bytes()})
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status:
        print(path.name, status)
"""
"""Tells which files of a folder take more than 2 s of a processor's time or 300 MiB."""


def filled(before: str, unit: str, after: str = "") -> str:
    """Give a file of 100 KiB."""
    return before + unit * ((SIZE - len(before) - len(after)) // len(unit.encode())) + after


def numbered(before: str, line: str, after: str = "---\n") -> str:
    """Give a file of 100 KiB whose lines differ by their number."""
    lines = [line.format(number) for number in range(SIZE // (len(line) + 3))]
    return before + "".join(lines) + after


FILES = {
    "nul": "\0" * SIZE,
    "lines": "\n" * SIZE,
    "dashes": "-" * SIZE,
    "no end": filled("---\n", "a: b\n").removesuffix("a: b\n"),
    "brackets": filled(f"{HEAD}topics: ", "["),
    "closed brackets": f"{HEAD}topics: {'[' * (SIZE // 2)}{']' * (SIZE // 2)}\n---\n",
    "braces": filled(f"{HEAD}topics: ", "{a: "),
    "dashes in a row": filled(f"{HEAD}topics:\n  ", "- ", "x\n---\n"),
    "references": filled(f"{HEAD}topics: ", "&a "),
    "quotes": filled(f'{HEAD}summary: "', "\\n", '"\n---\n'),
    "open quotes": filled(f"{HEAD}summary: ", '"\n'),
    "unknown keys": numbered(HEAD, "clef-{}: x\n"),
    "colons": numbered(HEAD, "clef-{}: a : b\n"),
    "remarks": numbered(HEAD, "clef-{}: a #b\n"),
    "same key": filled(HEAD, "title: x\n", "---\n"),
    "members": numbered(HEAD.replace("ana", ""), "  - membre-{}\n"),
    "no members": numbered(HEAD.replace("ana", ""), "  - É{}\n"),
    "topics": numbered(f"{HEAD}topics:\n", "  - Prix {}\n"),
    "aliases": numbered(f"{HEAD}aliases:\n", "  - a{}\n"),
    "former questions": numbered(f"{HEAD}question_aliases:\n", "  a{0}: b{0}\n"),
    "number": filled(f"{HEAD}order: ", "1", "\n---\n"),
    "alias": filled(f"{HEAD}aliases: ", "a/", "!\n---\n"),
    "slug": filled(HEAD.replace("ana\n", ""), "a-", "\n---\n"),
    "accents": filled(f"{HEAD}---\n", "e\u0301"),
    "accents on one letter": filled(f"{HEAD}---\ne", "\u0301"),
    "one question of brackets": filled(f"{HEAD}---\n## Questions\n\n- ", "["),
    "one question of links": filled(f"{HEAD}---\n## Questions\n\n- ", "[a]("),
    "one question of tags": filled(f"{HEAD}---\n## Questions\n\n- ", "<a "),
    "one question of backslashes": filled(f"{HEAD}---\n## Questions\n\n- ", "\\"),
    "one question of bullets": filled(f"{HEAD}---\n## Questions\n\n- ", "* ", "x\n"),
    "questions": numbered(f"{HEAD}---\n## Questions\n\n", "- Pourquoi {} ?\n", ""),
    "nested": f"{HEAD}---\n## Questions\n\n"
    + "".join(f"{' ' * number}- a\n" for number in range(440)),
}


def test_limits(tmp_path: Path) -> None:
    """No file of 100 KiB takes more than 2 s of a processor's time or 300 MiB of memory."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    run = subprocess.run(
        [sys.executable, "-c", LIMITS, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout + run.stderr == ""
