"""Lines that a mail program broke so that they can be put together again.

https://www.rfc-editor.org/rfc/rfc3676: a line that ends in a space goes on in the next one.
"""


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
