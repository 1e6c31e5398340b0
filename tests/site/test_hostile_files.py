"""Each attack as a file for the check: told or harmless, and never a burden."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.attacks import BODIES, FIELDS, NAMES, PICTURE, collected
from tests.sites import ROOT, joined, write
from tests.small import SMALL

PROCESSOR = 2
"""Seconds of the processor that the check of one file may take."""
MEMORY = 300_000_000
"""Bytes that it may hold."""

CHILD = f"""
import json, resource, sys
from pathlib import Path
from click.testing import CliRunner
from mkdocs_forum.cli.main import main

resource.setrlimit(resource.RLIMIT_DATA, ({MEMORY}, {MEMORY}))
for line in sys.stdin:
    files = [(Path("docs", path), content) for path, content in json.loads(line)]
    for file, content in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode("utf-8", "surrogateescape"))
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + 1 + {PROCESSOR}
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
    result = CliRunner().invoke(main, ["check", "--strict"])
    whole = result.exception is None or isinstance(result.exception, SystemExit)
    told = [str(file) for file, _ in files]
    print(json.dumps([told, result.exit_code, whole, repr(result.exception)]), flush=True)
    for file, _ in files:
        file.unlink()
"""
"""Checks one group of files after the other, in one process: the limits are renewed for each."""


File = tuple[str, str]
"""Path of a file below the docs folder, and what it holds."""


def check_each(
    folder: Path, files: list[File], *, size: int = 1
) -> list[tuple[list[str], int, bool, str]]:
    """Check a small forum with some of the files in turn.

    Arguments:
        folder: Where the forum is written.
        files: The files.
        size: Files that are checked together: what all of them keep to, each does.

    Returns:
        Of each group: its paths, how the check ended, whether without a traceback, and with what.
        A group that ends the process twice fails the test.
    """
    write(folder, SMALL)
    groups = [files[start : start + size] for start in range(0, len(files), size)]
    told: list[tuple[list[str], int, bool, str]] = []
    suspect = None
    while len(told) < len(groups):
        result = subprocess.run(
            [sys.executable, "-c", CHILD],
            cwd=folder,
            input="\n".join(map(json.dumps, groups[len(told) :])),
            capture_output=True,
            encoding="utf-8",
            timeout=600,
            check=False,
        )
        told += [tuple(json.loads(line)) for line in result.stdout.splitlines()]
        # A busy host counts time in which it ran something else: a file gets a second chance.
        if len(told) == suspect:
            break
        suspect = len(told)
    assert len(told) == len(groups), f"{groups[len(told)]}: {result.returncode} {result.stderr}"
    return told


def _entry(number: int, value: str) -> tuple[str, str]:
    """Put a value into every key of a member."""
    keys = ("name", "company", "role", "place", "topics", "website", "photo", "lang", "template")
    header = "\n".join(f"{key}: {json.dumps(value)}" for key in keys)
    return f"membres/m{number}.md", f"---\n{header}\n---\n"


FILES: dict[str, list[tuple[str, str]]] = {
    "texts": [
        (f"reponses/prix/marge/bob-{number}.md", f"---\ndate: 2024-11-02\n---\n\n{body}\n")
        for number, body in enumerate(BODIES.values())
    ],
    "texts alone": [(f"themes/a{number}.md", body) for number, body in enumerate(BODIES.values())],
    "keys": [_entry(number, value) for number, value in enumerate(FIELDS.values())],
    "raw frontmatter": [
        (f"membres/m{number}.md", f"---\nname: {body}\n{body}\n---\n")
        for number, body in enumerate([*BODIES.values(), *FIELDS.values()])
    ],
    "former addresses": [
        (f"membres/m{number}.md", f"---\nname: a\naliases: {json.dumps(value)}\n---\n")
        for number, value in enumerate([*NAMES.values(), *FIELDS.values()])
    ],
    "named entries": [
        (f"{folder}/{name}.md", "---\ntitle: a\nname: a\n---\n")
        for folder in ("interventions", "membres", "reponses/prix/marge")
        for name in NAMES.values()
    ],
    "named pictures": [
        (f"membres/{name}.png", PICTURE.decode("utf-8", "surrogateescape"))
        for name in NAMES.values()
    ],
    "names": [
        (f"{folder}/{name}", "---\ntitle: a\n---\n")
        for folder in ("interventions", "themes", "reponses/prix/marge", "questions/prix")
        for name in (
            "<img src=x onerror=alert(1)>.md",
            '"onmouseover="alert(1).md',
            "a.html",
            "a.js",
            "main.css",
            "a.svg",
            "a.png",
            "a#b.md",
            "a?b.md",
            "a b.md",
            "%2e%2e%2fa.md",
            "é.md",
            "a.markdown",
            ".md",
            "a" * 200 + ".md",
            "{{ a }}.md",
            "\u202egnp.md",
            "CON.md",
        )
    ],
}


TOGETHER = 40
"""Files that are checked together, all in the time of one."""


@pytest.mark.parametrize("case", FILES)
def test_check(tmp_path: Path, case: str) -> None:
    """No file makes the check fail, or take more than its share of the processor or memory."""
    told = check_each(tmp_path, FILES[case], size=TOGETHER)
    assert joined(line for line in told if not line[2] or line[1] not in {0, 1}) == ""


@pytest.mark.thorough
@pytest.mark.parametrize("case", FILES)
def test_check_alone(tmp_path: Path, case: str) -> None:
    """Nor does it beside no other, which might be told in its place."""
    told = check_each(tmp_path, FILES[case])
    assert joined(line for line in told if not line[2] or line[1] not in {0, 1}) == ""


def _is_name(text: str) -> bool:
    """Whether a file can be called so."""
    size = len(text.encode(errors="ignore"))
    return text.isprintable() and "/" not in text and 0 < size < 200


COLLECTED: dict[str, list[File]] = {
    "texts": [
        (f"reponses/prix/marge/bob-{number}.md", f"---\ndate: 2024-11-02\n---\n\n{payload}\n")
        for number, payload in enumerate(collected())
    ],
    "names": [(f"themes/{payload}.md", "a") for payload in collected() if _is_name(payload)],
}


@pytest.mark.parametrize("step", [9, pytest.param(1, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("case", COLLECTED)
def test_check_collected(tmp_path: Path, case: str, step: int) -> None:
    """Nor does any of the collected payloads, as a text or as a name."""
    told = check_each(tmp_path, COLLECTED[case][::step], size=TOGETHER)
    assert joined(line for line in told if not line[2] or line[1] not in {0, 1}) == ""


REFUSED = {
    "template": ("membres/eve.md", "---\nname: Eve\ntemplate: redirect.html\n---\n"),
    "hide": ("editions/2030.md", "---\ntitle: a\ndate: 2030-01-01\nhide: [navigation]\n---\n"),
    "search": ("interventions/eve.md", "---\ntitle: a\nsearch: {exclude: true}\n---\n"),
    "snippet": ("themes/eve.md", '--8<-- ".git/config"\n'),
    "include": ("themes/eve.md", "{!/etc/hostname!lines=1-1}\n"),
    "include over lines": ("themes/eve.md", '{%\n include "/etc/passwd"\n%}\n'),
    "execution": ("themes/eve.md", '```python exec="on"\nimport os\n```\n'),
    "page": ("membres/eve.html", "<script>alert(1)</script>"),
    "drawing": ("membres/eve.svg", "<svg onload='alert(1)'/>"),
    "page as picture": ("membres/eve.png", "<script>alert(1)</script>"),
    "address": ("membres/eve.md", "---\nname: Eve\nwebsite: javascript:alert(1)\n---\n"),
    "picture": ("membres/eve.md", "---\nname: Eve\nphoto: //evil.example/a.png\n---\n"),
    "language": ("interventions/eve.md", "---\ntitle: a\nlang: '\"><script>'\n---\n"),
    "style of the forum": ("assets/forum/forum.css", "body { display: none }"),
}


def test_refused(tmp_path: Path) -> None:
    """What would reach the theme or the site as it is stops the check, and every build."""
    told = check_each(tmp_path, list(REFUSED.values()))
    assert joined(line for line in told if line[1:3] != (1, True)) == ""
    assert len(told) == len(REFUSED)


def test_limits_bite(tmp_path: Path) -> None:
    """The limits that the tests above set hold: what needs more is ended."""
    script = CHILD.partition("for line")[0] + "bytearray(2 * 10**8); bytearray(4 * 10**8)"
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert run.stderr.endswith("MemoryError\n")
