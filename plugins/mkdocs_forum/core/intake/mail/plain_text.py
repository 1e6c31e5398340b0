"""What mail programs do to a plain text: they break its lines, and write addresses a second time.

Lines that end in a space go on in the next one (https://www.rfc-editor.org/rfc/rfc3676).
Outlook makes links of the addresses in a text, and tells in its plain version where each of them
leads: `https://example.org<https://example.org>`.
"""

import re
from collections.abc import Iterator

from mkdocs_forum.core.intake.rich_text.links import meant

_TARGET = re.compile(r"<((?:https?|mailto):[^\s<>]+)>")


def without_link_targets(text: str) -> str:
    """Take off where an address leads that stands before."""
    pieces: list[str] = []
    end = 0
    for target in _TARGET.finditer(text):
        if any(text.endswith(written, end, target.start()) for written in _written(target[1])):
            pieces.append(text[end : target.start()])
            end = target.end()
    return "".join([*pieces, text[end:]])


def _written(address: str) -> Iterator[str]:
    """Give what people write of which a program makes a link to an address."""
    scheme, _, plain = meant(address).partition(":")
    whole = plain if scheme == "mailto" else f"{scheme}:{plain}"
    for written in (whole, whole.removeprefix(f"{scheme}://")):
        yield from filter(None, (written, written.removesuffix("/")))


def unflow(text: str, delsp: bool = False) -> list[str]:
    """Put the lines of a text together that is sent as `format=flowed`.

    Arguments:
        text: The text; only line feeds end its lines.
        delsp: Whether the space at which a line was broken isn't part of the text.

    Returns:
        The lines as their author wrote them; quoted ones still begin with `>`.
    """
    found: list[list[str]] = []
    before: str | None = None
    for line in text.split("\n"):
        depth = line[: len(line) - len(line.lstrip(">"))]
        content = line[len(depth) :].removeprefix(" ")
        is_soft = content.endswith(" ") and content != "-- "
        kept = content[:-1] if is_soft and delsp else content
        if before == depth and content != "-- ":
            found[-1].append(kept)
        else:
            found.append([f"{depth} {kept}" if depth else kept])
        before = depth if is_soft else None
    return ["".join(pieces) for pieces in found]
