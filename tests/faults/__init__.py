"""A table of faulty files: what people do wrong, and what they are told, word for word.

Each module holds the cases of one theme, by name: the files that are laid over `FORUM`, and every
message that the forum then gives. To add a case, write its files into the module that fits, with
`[]` for its messages; run `pytest tests/core/checks/test_fault_table.py`; read what is told as a
member would who has never seen a line of YAML; mend the code until it helps; then write it down.
A code without a case makes `test_every_code` fail. What shows only in a built site stands in
`site`, what shows only beside a former state of the forum in `past`.

A file is a text, bytes where its encoding matters, a `Link`, which is a symbolic
link, or a `Channel`.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A symbolic link."""

    target: str


@dataclass(frozen=True)
class Channel:
    """A channel of the system: whoever opens it waits."""


Content = str | bytes | Link | Channel
"""What stands at a path."""
Case = tuple[Mapping[str, Content], list[str]]
"""Files by path below the docs folder, and what is told of them."""

FORUM: Mapping[str, str] = {
    "editions/2004.md": "---\ntitle: Forum 2004\ndate: 2004-09-24\n---\n",
    "talks/prix.md": (
        "---\ntitle: Le prix\nedition: 2004\nspeakers: ana\n---\n\nDu prix.\n\n"
        "## Questions\n\n- Que vaut une marge ? {#marge}\n- Que vaut un rabais ? {#rabais}\n"
    ),
    "members/ana.md": "---\nname: Ana Martin\n---\n",
    "members/bob.md": "---\nname: Bob Durand\n---\n",
    "answers/prix/marge/bob.md": "---\ndate: 2004-11-02\n---\n\nBeaucoup.\n",
}
"""A small forum without a fault."""

TALK = "---\ntitle: Le temps\nedition: 2004\nspeakers: bob\n---\n\n"
"""Frontmatter of another talk, whose text begins on line 7."""

CLOSING = "\n## Questions\n\n- Combien de temps ? {#temps}\n"
"""What a talk ends with."""
