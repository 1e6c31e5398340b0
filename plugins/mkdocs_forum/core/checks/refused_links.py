"""Addresses that the site takes off links and pictures, and what was most likely meant by them."""

import re
from difflib import get_close_matches
from typing import Final
from urllib.parse import unquote

from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.gfm.addresses import own_file
from mkdocs_forum.core.model.types import EMAIL

MAILBOX: Final = say("write the address of a mailbox, such as 'mailto:name@example.org'")
_MAILTO = re.compile(r"mailto:(?P<boxes>[^?]*)(?:\?.*)?", re.IGNORECASE)
_SITE = re.compile(
    r"(?:(?P<scheme>[a-z]{2,7}):/{0,3}|//)(?P<rest>(?:[\w-]+\.)+[a-z]{2,}(?:[/?#].*)?)",
    re.IGNORECASE,
)
_DOI = re.compile(r"doi:\s*(?P<doi>10\.\d{4,9}/\S+)", re.IGNORECASE)
_SCHEMES: Final = ("https", "http")


def is_no_mailbox(address: str) -> bool:
    """Whether a link is to write to somebody, and has no address that can be written to."""
    found = _MAILTO.fullmatch(address)
    boxes = unquote(found["boxes"]).split(",") if found and found["boxes"] else []
    return any(not re.fullmatch(EMAIL, box.strip()) for box in boxes)


def refusal(address: str, *, is_picture: bool) -> tuple[Message, Message]:
    """Tell that the site doesn't show a link or a picture, and what to write."""
    if (name := own_file(address)) is not None:
        told = say("'{link}' is a file on your own computer: nobody else has it", link=address)
        return told, say("send it with the text, and write its name alone: '{name}'", name=name)
    if is_picture:
        return _no_picture(address)
    message = say("the site doesn't show the link '{link}'", link=address)
    if _MAILTO.fullmatch(address):
        return message, MAILBOX
    if found := _DOI.fullmatch(address):
        return message, say(Sentence.WRITE_LINE, line=f"https://doi.org/{found['doi']}")
    if found := _SITE.fullmatch(address):
        near = get_close_matches(found["scheme"] or "https", _SCHEMES, n=1)
        if near:
            return message, say(Sentence.WRITE_LINE, line=f"{near[0]}://{found['rest']}")
    return message, say("begin it with 'https://', 'mailto:' or 'tel:'; write '%20' for a space")


def _no_picture(address: str) -> tuple[Message, Message]:
    if not re.match(r"(?:https?:)?//", address, re.IGNORECASE):
        message = say("the site doesn't show the picture '{path}'", path=address)
        return message, say("save the picture, send it with the text, and write its name here")
    return (
        say("the site doesn't show the picture '{path}', which is on another site", path=address),
        say(
            "save the picture, send it with the text, and write its name here; "
            "'mkdocs-forum check --fix --fetch' does that for you"
        ),
    )
