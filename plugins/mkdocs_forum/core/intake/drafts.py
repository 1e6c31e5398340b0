"""Drafts of mails, for an organiser's mail program to open: nothing is ever sent from here."""

import re
from collections.abc import Iterable, Mapping
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import formataddr
from hashlib import sha256
from textwrap import wrap
from types import MappingProxyType
from typing import Final

from mkdocs_forum.core.model.settings import Settings

_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?=.{1,180}\Z)[\w-]+(?:\.[\w-]+)+", re.ASCII)

_ODD = re.compile(r"[^\w.'’-]+|_")
"""What stands in no name, and may mean something in the head of a mail."""
_LONGEST_NAME = 60


_TOKENS: Final = frozenset({"In-Reply-To", "List-Unsubscribe", "References"})
"""Heads of identifiers and addresses, which programs read as they stand."""


class _Policy(EmailPolicy):
    """Python's own, which would encode what is longer than a line, as if it were words."""

    def fold_binary(self, name: str, value: str) -> bytes:
        if name not in _TOKENS:
            return super().fold_binary(name, value)
        lines = wrap(
            f"{name}: {value}",
            self.max_line_length or 0,
            subsequent_indent=" ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        return "".join(f"{line}{self.linesep}" for line in lines).encode("ascii")


def mail_address(text: str) -> str | None:
    """Give an address as a head of a mail holds it, or nothing if it can't."""
    name, _, host = text.rpartition("@")
    try:
        written = f"{name}@{host.encode('idna').decode()}"
    except UnicodeError:
        return None
    return written if _ADDRESS.fullmatch(written) else None


def draft(
    to: tuple[str, str] | None,
    subject: str,
    paragraphs: Iterable[str],
    settings: Settings,
    heads: Mapping[str, str] = MappingProxyType({}),
    *,
    html: str = "",
) -> bytes:
    """Write the draft of a mail.

    Arguments:
        to: Name and address of who is to get it, or nobody.
        subject: What it is about.
        paragraphs: What it says.
        settings: The options, which name the address of the forum.
        heads: Further lines of its head.
        html: The same as HTML, for programs that show it.
    """
    message = EmailMessage(policy=_Policy(linesep="\r\n"))
    if sender := mail_address(settings.email):
        message["From"] = sender
    if to:
        name, address = to
        message["To"] = formataddr((_ODD.sub(" ", name)[:_LONGEST_NAME].strip(), address))
    message["Subject"] = plain(subject)
    for head, value in heads.items():
        message[head] = value
    # By this, Outlook opens it as a mail that is still to be sent.
    message["X-Unsent"] = "1"
    message.set_content("\n\n".join(paragraphs) + "\n", cte="8bit")
    if html:
        message.add_alternative(html, subtype="html", cte="8bit")
        # The same texts give the same bytes.
        message.set_boundary(f"=_{sha256(html.encode()).hexdigest()[:32]}")
    return message.as_bytes()


def plain(text: str) -> str:
    """Give a stranger's text for a head: on one line, and with nothing that would be decoded."""
    return " ".join(text.replace("=?", "= ?").split())
