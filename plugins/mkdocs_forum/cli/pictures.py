"""Pictures that `mkdocs-forum check --fix` gives another name, or brings from other sites."""

import ipaddress
import socket
from collections.abc import Mapping
from http.client import HTTPException
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import click
import imagesize

from mkdocs_forum.adapter.project import Project
from mkdocs_forum.cli.changes import change
from mkdocs_forum.cli.prompts import in_terminal
from mkdocs_forum.core.checks.pictures import (
    RemotePicture,
    brought,
    local_name,
    remote_pictures,
    renamed,
)
from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.faults.reports import Frame
from mkdocs_forum.core.reading.files import HEAD, LARGEST, MOST_PIXELS, meant_ending

SECONDS: Final = 20
"""Time that another site may take to answer."""


class RefusedError(Exception):
    """A picture isn't brought."""

    def __init__(self, message: Message) -> None:
        """Say why."""
        super().__init__(str(message))
        self.message = message


def rename_misnamed(project: Project, frame: Frame) -> None:
    """Give pictures the endings of what they are, and let texts lead to them by the new names."""
    faults = project.check().faults
    names: dict[str, str] = {}
    for path in (fault.location.path for fault in faults if fault.code == "F152"):
        with (project.docs / path).open("rb") as file:
            ending = meant_ending(file.read(HEAD))
        new = str(PurePosixPath(path).with_suffix(ending or ""))
        if ending and not (project.docs / new).exists():
            names[path] = new
    texts = project.texts()
    for old, new in names.items():
        (project.docs / old).rename(project.docs / new)
        told = say("Renamed: {old} → {new}", old=frame.root + old, new=frame.root + new)
        click.echo(told.tell(frame.language.tell), err=True)
    changed = renamed(texts, names, project.settings) if names else {}
    _write(project, frame, texts, changed)


def fetch_remote(project: Project, frame: Frame) -> None:
    """Bring the pictures of other sites that texts want to show, once somebody agrees.

    Raises:
        UsageError: Nobody is there to be asked.
    """
    texts, tell = project.texts(), frame.language.tell
    pictures = list(remote_pictures(texts, project.settings))
    if not pictures:
        return
    for picture in pictures:
        click.echo(f"{frame.root}{picture.place.start}: {picture.address}", err=True)
    question = tell(
        "Download these pictures next to the texts? Make sure first that you may use them."
    )
    if not in_terminal():
        raise click.UsageError(tell("'--fetch' asks you first, so it needs a terminal."))
    if not click.confirm(question, err=True):
        return
    found: dict[RemotePicture, str] = {}
    for picture in pictures:
        try:
            found[picture] = _bring(project, picture, frame)
        except RefusedError as error:
            click.echo(f"{picture.address}: {error.message.tell(tell)}", err=True)
    _write(project, frame, texts, brought(texts, found))


def _bring(project: Project, picture: RemotePicture, frame: Frame) -> str:
    data = download(picture.address)
    folder = (project.docs / picture.path).parent
    taken = {path.relative_to(project.docs).as_posix() for path in folder.iterdir()}
    name = local_name(picture, data, taken)
    if name is None:
        raise RefusedError(say("it isn't a picture that the site can show"))
    width, height = imagesize.get(BytesIO(data), exif_rotation=False)
    if not 0 < width * height <= MOST_PIXELS:
        raise RefusedError(say("it has too many pixels"))
    (folder / name).write_bytes(data)
    shown = frame.root + (folder / name).relative_to(project.docs).as_posix()
    click.echo(say("Written: {path}", path=shown).tell(frame.language.tell), err=True)
    return name


def download(address: str, largest: int = LARGEST) -> bytes:
    """Give what stands at an address of the web.

    Arguments:
        address: The address.
        largest: Bytes that it may hold; by default those of a picture.

    Raises:
        RefusedError: It isn't public, too large or can't be reached.
    """
    _demand_public(address)
    opener = build_opener(_PublicRedirects)
    request = Request(address, headers={"User-Agent": "mkdocs-forum"})
    try:
        with opener.open(request, timeout=SECONDS) as answer:
            data: bytes = answer.read(largest + 1)
    except (OSError, HTTPException, ValueError) as error:
        raise RefusedError(say("it can't be reached: {reason}", reason=error)) from error
    if len(data) > largest:
        raise RefusedError(say("it is larger than {largest} MB", largest=largest // 1_000_000))
    return data


def _demand_public(address: str) -> None:
    """Refuse addresses within somebody's own network, which a text of a stranger may name."""
    url = urlsplit(address)
    try:
        found = socket.getaddrinfo(url.hostname or "", url.port or 443)
        places = [ipaddress.ip_address(str(each[4][0]).partition("%")[0]) for each in found]
    except (OSError, ValueError) as error:
        raise RefusedError(say("it can't be reached: {reason}", reason=error)) from error
    if url.scheme not in {"http", "https"} or not all(place.is_global for place in places):
        raise RefusedError(say("its address isn't one of the public web"))


class _PublicRedirects(HTTPRedirectHandler):
    def redirect_request(self, *given: Any) -> Request | None:
        _demand_public(str(given[-1]))
        return super().redirect_request(*given)


def _write(
    project: Project, frame: Frame, texts: Mapping[str, bytes], changed: Mapping[str, bytes]
) -> None:
    for path, data in changed.items():
        change(Path(project.docs, path), frame.root + path, texts[path], data)
