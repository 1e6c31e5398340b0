"""Mails as programs send them: one contribution in every wrapping that is usual."""

import textwrap
from base64 import encodebytes
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from html import escape
from quopri import encodestring

HEAD = "From: Ana Ferrand <ana@example.org>\nDate: Wed, 18 Nov 2026 09:00:00 +0100\n"
SUBJECT = "Subject: =?utf-8?q?R=C3=A9ponse_=C3=A0_prix/marge?=\nMIME-Version: 1.0\n"
GREETING = "Bonjour,\n\nvoici ma contribution au forum.\n\n"
END = "--- fin du fichier ---\n"
SIGNATURE = "\nBien à vous\n-- \nAna Ferrand\nConseil --- et plus\n"

Way = Callable[[str, str], bytes]
"""Wraps a file that belongs at a path into a mail."""


def body(text: str, path: str) -> str:
    """Give the text of a mail as the form writes it."""
    return f"{GREETING}Fichier : {path}\n\n{text}{END}"


def mail(content: str, payload: str | bytes) -> bytes:
    """Give a mail of one part."""
    data = payload.encode() if isinstance(payload, str) else payload
    return f"{HEAD}{SUBJECT}{content}\n\n".encode() + data


def plain(text: str, path: str, charset: str = "utf-8", after: str = SIGNATURE) -> bytes:
    """Send it as plain text."""
    data = (body(text, path) + after).encode(charset)
    return mail(
        f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64",
        encodebytes(data),
    )


def crlf(text: str, path: str) -> bytes:
    """Send it with the line ends of mail, unencoded."""
    data = mail("Content-Type: text/plain; charset=utf-8", body(text, path) + SIGNATURE)
    return data.replace(b"\n", b"\r\n")


def printable(text: str, path: str) -> bytes:
    """Send it in lines of 76 characters at the most, which end in `=`."""
    head = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable"
    return mail(head, encodestring((body(text, path) + SIGNATURE).encode()))


def mislabelled(text: str, path: str) -> bytes:
    """Say that it is Latin, though it is UTF-8."""
    return mail("Content-Type: text/plain; charset=iso-8859-1", body(text, path))


def flow(text: str, *, delsp: bool = False, depth: int = 0) -> str:
    """Break a text so that it can be put together again."""
    quotes = ">" * depth
    lines = []
    for line in text.split("\n"):
        words = line.split(" ")
        pieces = [words[0]]
        for word in words[1:]:
            if len(pieces[-1]) > 60 and word:
                pieces[-1] += "  " if delsp else " "
                pieces.append(word)
            else:
                pieces[-1] += f" {word}"
        for piece in pieces:
            is_stuffed = depth or piece.startswith((" ", ">", "From "))
            lines.append(quotes + (f" {piece}" if is_stuffed else piece))
    return "\n".join(lines)


def flowed(text: str, path: str) -> bytes:
    """Send it as Thunderbird and Apple Mail do."""
    head = "Content-Type: text/plain; charset=utf-8; format=flowed"
    return mail(head, flow(body(text, path)) + SIGNATURE)


def flowed_delsp(text: str, path: str) -> bytes:
    """Send it as Apple Mail does, where spaces at breaks are added."""
    head = "Content-Type: text/plain; charset=utf-8; delsp=yes; format=flowed"
    return mail(head, flow(body(text, path), delsp=True) + SIGNATURE)


def flowed_reply(text: str, path: str) -> bytes:
    """Quote it in an answer that is sent in flowed lines."""
    head = "Content-Type: text/plain; charset=utf-8; format=flowed"
    quoted = flow(body(text, path), depth=1)
    return mail(head, f"Merci !\n\nLe 18 nov. 2026, Ana a écrit :\n\n{quoted}\n\nÀ bientôt\n")


def quoted(text: str, path: str, prefix: str = "> ") -> bytes:
    """Quote it in an answer."""
    lines = [
        f"{prefix}{line}" if line else prefix.rstrip() for line in body(text, path).split("\n")
    ]
    words = "Merci, je le publie.\n\nLe 18 nov. 2026 à 9:00, Ana <ana@example.org>\na écrit :\n\n"
    return mail("Content-Type: text/plain; charset=utf-8", words + "\n".join(lines) + "\n\nBob\n")


def quoted_below(text: str, path: str) -> bytes:
    """Send it above a quote of an earlier try."""
    earlier = "\n".join(f"> {line}" for line in body(text, path).replace("e", "E").split("\n"))
    words = f"{body(text, path)}\nAna\n\nLe 17 nov. 2026, Bob a écrit :\n\n{earlier}\n"
    return mail("Content-Type: text/plain; charset=utf-8", words)


def spread(text: str, path: str) -> bytes:
    """Send it with an empty line below each line."""
    return mail("Content-Type: text/plain; charset=utf-8", body(text, path).replace("\n", "\n\n"))


def _spaces(line: str) -> str:
    kept = escape(line, quote=False).replace("  ", "&nbsp; ")
    return f"&nbsp;{kept[1:]}" if kept.startswith(" ") else kept


def gmail(text: str) -> str:
    """Give HTML as Gmail writes it."""
    lines = [f"<div>{_spaces(line) or '<br>'}</div>" for line in text.split("\n")]
    return f'<div dir="ltr">{"".join(lines)}</div>'


def html_div(text: str, path: str) -> bytes:
    """Send it as HTML alone, a block for each line."""
    return mail("Content-Type: text/html; charset=utf-8", gmail(body(text, path)))


def html_br(text: str, path: str) -> bytes:
    """Send it as HTML alone, a break after each line."""
    lines = [f"{_spaces(line)}<br>\r\n" for line in body(text, path).split("\n")]
    page = f"<html><head><style>p {{ }}</style></head><body>{''.join(lines)}</body></html>"
    return mail("Content-Type: text/html; charset=utf-8", page)


def html_outlook(text: str, path: str) -> bytes:
    """Send it as HTML alone, a paragraph for each line."""
    lines = [
        f'<p class="MsoNormal"><span>{_spaces(line) or "&nbsp;"}<o:p></o:p></span></p>\r\n'
        for line in body(text, path).split("\n")
    ]
    page = f"<html><body><div class=WordSection1>{''.join(lines)}</div></body></html>"
    return mail("Content-Type: text/html; charset=utf-8", page)


def html_pre(text: str, path: str) -> bytes:
    """Send it as HTML alone, as it is."""
    page = f"<pre>{escape(body(text, path))}</pre><p>Ana</p>"
    return mail("Content-Type: text/html; charset=utf-8", page)


def html_quoted(text: str, path: str) -> bytes:
    """Quote it in an answer that is HTML alone."""
    page = f"<p>Merci</p><blockquote>{gmail(body(text, path))}</blockquote>"
    return mail("Content-Type: text/html; charset=utf-8", page)


def alternative(text: str, path: str) -> bytes:
    """Send it as Gmail does: plain text in short lines, and HTML in whole ones."""
    message = EmailMessage()
    message["Subject"] = "Contribution"
    words = body(text, path)
    wrapped = [textwrap.wrap(line, 76, drop_whitespace=True) or [""] for line in words.split("\n")]
    message.set_content("\n".join(line for lines in wrapped for line in lines) + "\n")
    message.add_alternative(gmail(words), subtype="html")
    return message.as_bytes()


def attached(text: str, path: str, maintype: str = "application/octet-stream") -> bytes:
    """Send it as an attachment, with a picture beside it."""
    message = EmailMessage()
    message["Subject"] = "Contribution"
    message.set_content("Bonjour,\n\nvoir la pièce jointe.\n\n-- \nAna\n")
    kind, _, subtype = maintype.partition("/")
    name = path.rpartition("/")[2]
    message.add_attachment(text.encode(), maintype=kind, subtype=subtype, filename=name)
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    return message.as_bytes()


def forwarded(text: str, path: str) -> bytes:
    """Send the mail as an attachment of another."""
    inner = EmailMessage()
    inner["Subject"] = "Contribution"
    inner.set_content(body(text, path), cte="base64")
    outer = EmailMessage()
    outer["Subject"] = "Fwd: Contribution"
    outer.set_content("Peux-tu le publier ?\n")
    outer.add_attachment(inner)
    return outer.as_bytes()


def around(text: str, path: str, above: str = "", below: str = "", space: str = "") -> bytes:
    """Send it among lines that programs add, perhaps set in."""
    lines = f"{above}{body(text, path)}{below}".split("\n")
    content = "\n".join(f"{space}{line}" if line else "" for line in lines)
    return mail("Content-Type: text/plain; charset=utf-8", content)


def html_table(text: str, path: str) -> bytes:
    """Send it as HTML alone, within a table that lays the page out."""
    page = f"<table border=0><tr><td>&nbsp;</td><td>{gmail(body(text, path))}</td></tr></table>"
    return mail("Content-Type: text/html; charset=utf-8", page)


def pictured(text: str, path: str) -> bytes:
    """Send it beside a picture, between other parts with a banner and a list's foot."""
    parts = ("Attention : message externe.", body(text, path), "_____\nListe de diffusion")
    inner = "".join(f"--b\nContent-Type: text/plain; charset=utf-8\n\n{part}\n" for part in parts)
    picture = "--b\nContent-Type: image/png; name=a.png\n\nx\n"
    return mail("Content-Type: multipart/mixed; boundary=b", f"{inner}{picture}--b--\n")


HEADED = (
    "Voici.\n\n________________________________\nDe : Ana Ferrand <ana@example.org>\n"
    "Envoyé : mercredi 18 novembre 2026 09:00\nÀ : Bob\nObjet : Réponse\n\n"
)

WAYS: Mapping[str, Way] = {
    "plain": plain,
    "windows-1252": lambda text, path: plain(text, path, "windows-1252"),
    "latin-1": lambda text, path: plain(text, path, "iso-8859-1"),
    "utf-16": lambda text, path: plain(text, path, "utf-16"),
    "crlf": crlf,
    "quoted-printable": printable,
    "mislabelled": mislabelled,
    "flowed": flowed,
    "flowed, delsp": flowed_delsp,
    "flowed reply": flowed_reply,
    "quoted": quoted,
    "quoted twice": lambda text, path: quoted(text, path, "> > "),
    "quoted closely": lambda text, path: quoted(text, path, ">> "),
    "quoted below": quoted_below,
    "spread": spread,
    "html, div": html_div,
    "html, br": html_br,
    "html, Outlook": html_outlook,
    "html, pre": html_pre,
    "html, quoted": html_quoted,
    "alternative": alternative,
    "attached": attached,
    "attached as Markdown": lambda text, path: attached(text, path, "text/markdown"),
    "forwarded": forwarded,
    "set in": lambda text, path: around(text, path, space="  "),
    "set in by spaces that don't break": lambda text, path: around(text, path, space="\xa0"),
    "below a banner": lambda text, path: around(text, path, "[EXTERNE] Attention.\n\n"),
    "below a head": lambda text, path: around(text, path, HEADED),
    "above a notice": lambda text, path: around(text, path, below="\nSans virus.www.avast.com\n"),
    "within a table": html_table,
    "among other parts": pictured,
    "quoted, with spaces": lambda text, path: quoted(text, path, ">  "),
}
"""Every way in which a file is sent."""

WESTERN = {"windows-1252": "cp1252", "latin-1": "latin-1"}
"""Ways that have no letter for every sign."""
