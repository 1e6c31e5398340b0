"""What people write in letters, and what their programs add: signatures, quotes of letters."""

import re
from collections.abc import Sequence

SIGNATURE = re.compile(r"--\s*")
"""Line below which a signature stands."""

_RULES = re.compile(
    r"\s*(?:-{2,}\s*(?:Message|Original|Forwarded|Messaggio|Début du message)\b.*-{2,}|_{10,})\s*",
    re.IGNORECASE,
)
_SENDER = re.compile(r"\s*\*?(?:De|From)\*?\s*:\*?\s*\S.*")
_SUBJECT = re.compile(r"\s*\*?(?:Objet|Subject)\*?\s*:.*")
_INTRODUCTION = re.compile(r".*\b(?:a écrit|wrote|écrivait)\s*:\s*", re.IGNORECASE)
_QUOTED = re.compile(r"\s*>")
_DEVICE = re.compile(
    r"\s*(?:Envoyé (?:de|depuis|à partir de) |Sent from |Provenance\s*: |"
    r"(?:Get|Obtenir|Obtenez|Télécharger|Téléchargez) Outlook ).*"
)


def begins_reply(lines: Sequence[str], number: int) -> bool:
    """Whether a letter that is answered or passed on begins at a line, below what is new."""
    line = lines[number]
    if _RULES.fullmatch(line):
        return True
    if _SENDER.fullmatch(line):
        return any(map(_SUBJECT.fullmatch, lines[number + 1 : number + 7]))
    if not line.strip():
        return False
    # The words that introduce a quote may take two lines.
    for size in (1, 2):
        below = next((line for line in lines[number + size : number + size + 3] if line), "")
        words = " ".join(lines[number : number + size])
        if _INTRODUCTION.fullmatch(words) and _QUOTED.match(below):
            return True
    return False


def own_words(lines: Sequence[str]) -> str:
    """Give what somebody wrote in a letter, without quotes, signature and what programs add."""
    kept: list[str] = []
    for number, line in enumerate(lines):
        if SIGNATURE.fullmatch(line) or _RULES.fullmatch(line):
            break
        if _SENDER.fullmatch(line) and begins_reply(lines, number):
            break
        kept.append("" if _introduces(lines, number) or _QUOTED.match(line) else line)
    while kept and (not kept[-1].strip() or _DEVICE.fullmatch(kept[-1])):
        kept.pop()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n")


def _introduces(lines: Sequence[str], number: int) -> bool:
    """Whether a line says whose words are quoted below."""
    return begins_reply(lines, number) or (
        number > 0
        and not _QUOTED.match(lines[number])
        and bool(_INTRODUCTION.fullmatch(lines[number]))
        and begins_reply(lines, number - 1)
    )
