"""Keys of a file that is there: one is written anew, and every other line stays as it is."""

from collections.abc import Sequence
from typing import Any, Final

from pydantic import ValidationError

from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.forms.write import write_file
from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.reading.entry import Entry

_BELOW: Final = frozenset({" ", "-", "\t", "\r", "#", ""})
"""How lines begin that belong to a key above them."""


def with_key(text: str, key: str, value: Any) -> str | None:
    """Give the text of a file with a key, in its place or below all others.

    Returns:
        The text; nothing if no line tells where its keys end.
    """
    first, *rows = text.split("\n")
    end = next((number for number, row in enumerate(rows) if row.rstrip() == "---"), None)
    if end is None:
        return None
    begins = (number for number in range(end) if rows[number].startswith(f"{key}:"))
    start = next(begins, end)
    after = min(start + 1, end)
    while after < end and rows[after][:1] in _BELOW:
        after += 1
    # A comment that stands before the next key says something of that one.
    while after > start + 1 and not rows[after - 1].partition("#")[0].strip():
        after -= 1
    ending = "\r" if first.endswith("\r") else ""
    lines = [line + ending for line in write_file({key: value}).split("\n")[1:-2]]
    return "\n".join([first, *rows[:start], *lines, *rows[after:]])


def with_items(
    entry: Entry[Any], text: str, key: str, model: type[Meta], new: Sequence[Any]
) -> str | None:
    """Give the text of an entry's file with further items below a key.

    Arguments:
        entry: What the file says.
        text: The file.
        key: A key with a list of items.
        model: What an item is.
        new: The items, as a file may have them.
    """
    items = [*getattr(entry.meta, key), *new]
    return with_key(text, key, [_written(model, item) for item in items])


def no_end_of_keys(path: str) -> Refusal:
    """Say of a file that no line tells where its keys end.

    Arguments:
        path: Path of the file below the folder in which it is looked for.
    """
    message = say("'{path}' has no line '---' below its keys", path=path)
    return Refusal(message, say("write it there"))


def _written(model: type[Meta], item: Any) -> Any:
    """Give an item as it is written; one that can't stand stays as it is, for the check to tell."""
    try:
        return model.model_validate(item).model_dump(exclude_defaults=True)
    except ValidationError:
        return item
