"""Drafts of mails as files, which a mail program opens."""

from collections.abc import Callable
from itertools import chain, count
from pathlib import Path

import click

from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.model.settings import Settings


def demand_address(settings: Settings, tell: Callable[[str], str]) -> None:
    """See that mails can say where on the site things are.

    Raises:
        UsageError: The address of the site isn't known.
    """
    if not settings.site_url:
        told = say("the address of the site isn't known: give 'site_url' in mkdocs.yml")
        raise click.UsageError(told.tell(tell))


def save_draft(path: Path, data: bytes, *, once: bool = False) -> Path:
    """Write a draft, never over another file.

    Arguments:
        path: Where it is to stand; if that is taken, it gets a number.
        data: The draft.
        once: Whether one that says the same is enough.

    Returns:
        Where it stands.

    Raises:
        UsageError: It can't be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for place in chain([path], (path.with_stem(f"{path.stem}-{each}") for each in count(2))):
            if not place.exists():
                place.write_bytes(data)
                break
            if once and place.read_bytes() == data:
                break
    except OSError as error:
        raise click.UsageError(str(error)) from error
    return place
