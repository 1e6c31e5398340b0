"""Mails by hand as their programs send them: every program, shape and language."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from email.header import Header
from html import escape
from itertools import groupby

TEXT = (
    "Chez un imprimeur de Brest, j'ai refusé de partir sans un tableau des délais.\n\n"
    "Il m'a fallu deux visites : la première pour l'obtenir, la seconde pour le comprendre."
)
"""What was written."""
QUESTION = ("Bonjour Édith,", "", "Peux-tu répondre à la question sur les outils ?", "", "Paul")
"""The letter that is answered."""
ME = "Édith Le Goff <edith@example.org>"
OTHER = "Paul Durand <paul@example.org>"


@dataclass(frozen=True)
class Words:
    """What programs write in a language, as they have it in their own translations."""

    gmail: str
    apple: str
    thunderbird: str
    roundcube: str
    k9: str
    outlook: Sequence[str]
    """Names of the lines of a head: who, when, to whom, of what."""
    original: str
    """Words of the line above a letter that is answered."""
    forwarded: Sequence[str]
    """Lines above a letter that is passed on, without their dashes."""
    device: str = "Sent from my iPhone"


LANGUAGES: Mapping[str, Words] = {
    "fr": Words(
        "Le ven. 24 sept. 2004 à 10:12, {name} <{address}> a écrit :",
        "Le 24 sept. 2004 à 10:12, {name} <{address}> a écrit :",
        "Le 24/09/2004 à 10:12, {name} a écrit :",
        "Le 2004-09-24 10:12, {name} a écrit :",
        "{name} <{address}> a écrit :",
        ("De", "Envoyé", "À", "Objet"),
        "Message d'origine",
        ("Message transféré", "Message transmis", "Début du message réexpédié"),
        "Envoyé de mon iPhone",
    ),
    "en": Words(
        "On Fri, Sep 24, 2004 at 10:12 AM {name} <{address}> wrote:",
        "On 24 Sep 2004, at 10:12, {name} <{address}> wrote:",
        "On 24/09/2004 10:12, {name} wrote:",
        "On 2004-09-24 10:12, {name} wrote:",
        "{name} <{address}> wrote:",
        ("From", "Sent", "To", "Subject"),
        "Original Message",
        ("Forwarded message", "Forwarded Message", "Begin forwarded message"),
    ),
    "de": Words(
        "Am Fr., 24. Sept. 2004 um 10:12 Uhr schrieb {name} <{address}>:",
        "Am 24.09.2004 um 10:12 schrieb {name} <{address}>:",
        "Am 24.09.04 um 10:12 schrieb {name}:",
        "Am 2004-09-24 10:12, schrieb {name}:",
        "{name} <{address}> schrieb:",
        ("Von", "Gesendet", "An", "Betreff"),
        "Ursprüngliche Nachricht",
        (
            "Weitergeleitete Nachricht",
            "Weitergeleitete Nachricht",
            "Anfang der weitergeleiteten Nachricht",
        ),
        "Von meinem iPhone gesendet",
    ),
    "ru": Words(
        "пт, 24 сент. 2004 г. в 10:12, {name} <{address}>:",
        "24 сент. 2004 г., в 10:12, {name} <{address}> написал(а):",
        "24.09.2004 10:12, {name} пишет:",
        "{name} писал(а) 2004-09-24 10:12:",
        "{name} <{address}> пишет:",
        ("От", "Отправлено", "Кому", "Тема"),
        "Исходное сообщение",
        (
            "Перенаправленное сообщение",
            "Пересылаемое сообщение",
            "Начало переадресованного сообщения",
        ),
        "Отправлено с iPhone",
    ),
    "it": Words(
        "Il giorno ven 24 set 2004 alle ore 10:12 {name} <{address}> ha scritto:",
        "Il giorno 24 set 2004, alle ore 10:12, {name} <{address}> ha scritto:",
        "Il 24/09/04 10:12, {name} ha scritto:",
        "Il 2004-09-24 10:12 {name} ha scritto:",
        "{name} <{address}> ha scritto:",
        ("Da", "Inviato", "A", "Oggetto"),
        "Messaggio originale",
        ("Messaggio Inoltrato", "Messaggio inoltrato", "Inizio messaggio inoltrato"),
        "Inviato da iPhone",
    ),
    "es": Words(
        "El vie, 24 sept 2004 a las 10:12, {name} (<{address}>) escribió:",
        "El 24 sept 2004, a las 10:12, {name} <{address}> escribió:",
        "El 24/09/04 a las 10:12, {name} escribió:",
        "El 2004-09-24 10:12, {name} escribió:",
        "{name} <{address}> escribió:",
        ("De", "Enviado el", "Para", "Asunto"),
        "Mensaje original",
        ("Mensaje reenviado", "Mensaje reenviado", "Inicio del mensaje reenviado"),
        "Enviado desde mi iPhone",
    ),
    "pl": Words(
        "pt., 24 wrz 2004 o 10:12 {name} <{address}> napisał(a):",
        "Wiadomość napisana przez {name} <{address}> w dniu 24 wrz 2004, o godz. 10:12:",
        "W dniu 24.09.2004 o 10:12, {name} pisze:",
        "W dniu 2004-09-24 10:12, {name} napisał(a):",
        "{name} <{address}> napisał/a:",
        ("Od", "Wysłano", "Do", "Temat"),
        "Wiadomość oryginalna",
        (
            "Przekazana wiadomość",
            "Treść przekazanej wiadomości",
            "Początek przekazywanej wiadomości",
        ),
        "Wysłane z iPhone'a",
    ),
    "uk": Words(
        "пт, 24 вер. 2004 р. о 10:12 {name} <{address}> пише:",
        "24 вер. 2004 р. о 10:12 {name} <{address}> пише:",
        "24.09.04 10:12, {name} пише:",
        "2004-09-24 10:12, {name} написав:",
        "{name} <{address}> пише:",
        ("Від", "Надіслано", "Кому", "Тема"),
        "Оригінальне повідомлення",
        (
            "Переслане повідомлення",
            "Перенаправлене повідомлення",
            "Початок листа, що пересилається",
        ),
        "Надіслано з iPhone",
    ),
    "ro": Words(
        "În vin., 24 sept. 2004 la 10:12, {name} <{address}> a scris:",
        "Pe 24 sept. 2004, la 10:12, {name} <{address}> a scris:",
        "Pe 24.09.2004 10:12, {name} a scris:",
        "În 2004-09-24 10:12, {name} a scris:",
        "{name} <{address}> a scris:",
        ("De la", "Trimis", "Către", "Subiect"),
        "Mesaj original",
        ("Mesaj redirecționat", "Mesaj redirecționat", "Începe mesajul redirecționat"),
        "Trimis de pe iPhone-ul meu",
    ),
    "nl": Words(
        "Op vr 24 sep 2004 om 10:12 schreef {name} <{address}>:",
        "Op 24 sep 2004, om 10:12 heeft {name} <{address}> het volgende geschreven:",
        "Op 24-09-2004 om 10:12 schreef {name}:",
        "{name} schreef op 2004-09-24 10:12:",
        "{name} <{address}> schreef:",
        ("Van", "Verzonden", "Aan", "Onderwerp"),
        "Oorspronkelijk bericht",
        ("Doorgestuurd bericht", "Doorgestuurd bericht", "Begin doorgestuurd bericht"),
        "Verstuurd vanaf mijn iPhone",
    ),
    "pt": Words(
        "{name} <{address}> escreveu (sexta, 24/09/2004 à(s) 10:12):",
        "No dia 24/09/2004, às 10:12, {name} <{address}> escreveu:",
        "Às 10:12 de 24/09/2004, {name} escreveu:",
        "A 2004-09-24 10:12, {name} escreveu:",
        "{name} <{address}> escreveu:",
        ("De", "Enviado", "Para", "Assunto"),
        "Mensagem original",
        (
            "Mensagem reencaminhada",
            "Mensagem encaminhada",
            "Início da mensagem reencaminhada",
        ),
        "Enviado do meu iPhone",
    ),
}
"""The languages that most people in Europe speak."""


@dataclass(frozen=True)
class Program:
    """How a program answers and passes on: lines above the other letter, and whether it has `>`."""

    answer: Callable[[Words, str], Sequence[str]]
    """Gives the lines above a letter of somebody that is answered."""
    forward: Callable[[Words, str], Sequence[str]]
    """Gives the lines above one that is passed on."""
    is_quoted: bool = False
    prefix: str = ""
    """What stands before the subject of what is passed on."""
    device: Callable[[Words], str] = lambda words: ""
    indent: str = ""


def told(template: str, sender: str) -> str:
    """Put a name and an address into the words that introduce a quote."""
    name, address = sender.removesuffix(">").split(" <")
    return template.format(name=name, address=address)


def broken(line: str, width: int = 74) -> list[str]:
    """Break a line as programs do."""
    lines = [""]
    for word in line.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def head(names: Sequence[str], sender: str, colon: str = ": ") -> list[str]:
    """Give the head of a letter."""
    values = (sender, "vendredi 24 septembre 2004 10:12", "edith@example.org", "question")
    return [f"{name}{colon}{value}" for name, value in zip(names, values, strict=True)]


def outlook(words: Words, sender: str) -> list[str]:
    """Give the head that Outlook writes, in French with a space before the colon."""
    return head(words.outlook, sender, " : " if words.outlook[2] == "À" else ": ")


PROGRAMS: Mapping[str, Program] = {
    "Gmail": Program(
        lambda words, sender: [*broken(told(words.gmail, sender)), ""],
        lambda words, sender: [
            "---------- Forwarded message ---------",
            f"{words.outlook[0]}: {sender}",
            "Date: ven. 24 sept. 2004 à 10:12",
            "Subject: question",
            "To: <edith@example.org>",
            "",
            "",
        ],
        is_quoted=True,
    ),
    "Gmail, without signs": Program(
        lambda words, sender: [*broken(told(words.gmail, sender)), ""],
        lambda words, sender: [
            "---------- Forwarded message ---------",
            f"{words.outlook[0]}: {sender}",
            "Date: ven. 24 sept. 2004 à 10:12",
            "",
        ],
    ),
    "Outlook": Program(outlook, outlook, prefix="TR"),
    "Outlook on the web": Program(
        lambda words, sender: ["_" * 32, *outlook(words, sender), ""],
        lambda words, sender: ["_" * 32, *outlook(words, sender), ""],
        prefix="TR",
    ),
    "Outlook on telephones": Program(
        lambda words, sender: ["_" * 32, *outlook(words, sender), ""],
        lambda words, sender: ["_" * 32, *outlook(words, sender), ""],
        prefix="Fw",
        device=lambda words: "Obtenir Outlook pour iOS<https://aka.ms/o0ukef>",
    ),
    "Outlook, former": Program(
        lambda words, sender: [f"-----{words.original}-----", *outlook(words, sender), ""],
        lambda words, sender: [f"-----{words.original}-----", *outlook(words, sender), ""],
        prefix="TR",
    ),
    "Apple Mail": Program(
        lambda words, sender: [f"> {told(words.apple, sender)}", "> "],
        lambda words, sender: [
            f"> {words.forwarded[2]}:",
            "> ",
            *(f"> {line}" for line in head(words.outlook, sender)),
            "> ",
        ],
        is_quoted=True,
    ),
    "iPhone": Program(
        lambda words, sender: [told(words.apple, sender), ""],
        lambda words, sender: [
            f"{words.forwarded[2]}\xa0:",
            "",
            *(f"> {line}" for line in head(words.outlook, sender)),
            "> ",
        ],
        is_quoted=True,
        device=lambda words: words.device,
    ),
    "Thunderbird": Program(
        lambda words, sender: [told(words.thunderbird, sender)],
        lambda words, sender: [
            f"-------- {words.forwarded[0]} --------",
            *reversed(head(words.outlook, sender, ": \t")),
            "",
            "",
        ],
        is_quoted=True,
    ),
    "Yahoo": Program(
        lambda words, sender: [f"    {told(words.gmail, sender)}  ", " "],
        lambda words, sender: [
            f"   ----- {words.forwarded[1]} ----- ",
            " ".join(head(words.outlook, sender)),
        ],
        indent=" ",
    ),
    "Orange": Program(
        lambda words, sender: [line.lower() for line in outlook(words, sender)] + ["", ""],
        lambda words, sender: [line.lower() for line in outlook(words, sender)] + ["", ""],
        prefix="TR",
    ),
    "SFR": Program(
        lambda words, sender: [
            "====",
            "",
            "Message du : 24/09/2004 10:12",
            f"De : {sender}",
            "A : edith@example.org",
            "Copie à : ",
            "Sujet : question",
            "",
        ],
        lambda words, sender: [
            "Message du : 24/09/2004 10:12",
            f"De : {sender}",
            "A : edith@example.org",
            "Sujet : question",
            "",
        ],
        prefix="Fwd",
    ),
    "Zimbra": Program(
        lambda words, sender: ["----- Mail original -----", *head(words.outlook, sender), ""],
        lambda words, sender: ["----- Mail transféré -----", *head(words.outlook, sender), ""],
    ),
    "Roundcube": Program(
        lambda words, sender: [told(words.roundcube, sender)],
        lambda words, sender: [
            f"-------- {words.original} --------",
            *reversed(head(words.outlook, sender)),
            "",
        ],
        is_quoted=True,
        prefix="Fwd",
    ),
    "Zoho": Program(
        lambda words, sender: [f"---- {told(words.gmail, sender).rstrip(' :')} ----", ""],
        lambda words, sender: [
            "============ Forwarded message ============",
            *outlook(words, sender),
            "============ Forwarded message ============",
            "",
        ],
    ),
    "Samsung": Program(
        lambda words, sender: [f"-------- {words.original} --------", *outlook(words, sender)],
        lambda words, sender: [f"-------- {words.original} --------", *outlook(words, sender), ""],
        prefix="TR",
        device=lambda words: "Envoyé depuis mon appareil Galaxy",
    ),
    "Proton Mail": Program(
        lambda words, sender: [told(words.gmail, sender), ""],
        lambda words, sender: [
            "------- Forwarded Message -------",
            *outlook(words, sender),
            "",
        ],
        is_quoted=True,
        device=lambda words: "Envoyé avec la messagerie sécurisée Proton Mail.",
    ),
    "K-9 Mail": Program(
        lambda words, sender: [told(words.k9, sender)],
        lambda words, sender: [f"-------- {words.original} --------", *outlook(words, sender), ""],
        is_quoted=True,
        prefix="Fwd",
    ),
}

SIGNED = ("", "Bien cordialement,", "Édith Le Goff", "06 39 98 12 34")
NAMED = ("", "Édith Le Goff", "Consultante", "06 39 98 12 34", "www.example.org")
NOTICE = (
    "",
    "Ce message et ses pièces jointes sont confidentiels et destinés à leur seul destinataire. "
    "Si vous l'avez reçu par erreur, merci de le détruire.",
)


def written(program: Program, words: Words, below: Sequence[str] = ()) -> list[str]:
    """Give what somebody writes, with what stands below it."""
    device = program.device(words)
    return [*TEXT.split("\n"), *below, *(["", device] if device else [])]


def quoted(program: Program, lines: Sequence[str]) -> list[str]:
    """Give the lines of another letter."""
    if program.is_quoted:
        return [f"> {line}".rstrip() for line in lines]
    return [f"{program.indent}{line}" for line in lines]


def answer(program: Program, words: Words, below: Sequence[str] = ()) -> list[str]:
    """Answer above the letter that is answered."""
    above = [*written(program, words, below), ""]
    return [*above, *program.answer(words, OTHER), *quoted(program, QUESTION)]


def tight(program: Program, words: Words) -> list[str]:
    """Answer above it without an empty line, or below where that can be told apart."""
    intro, other = program.answer(words, OTHER), quoted(program, QUESTION)
    if program.is_quoted:
        return [*intro, *other, "", *written(program, words)]
    return [*TEXT.split("\n"), *intro, *other]


def forward(program: Program, words: Words) -> list[str]:
    """Pass the letter on, with a word."""
    inner = TEXT.split("\n")
    lines = program.forward(words, ME)
    if any(line.startswith(">") for line in lines):
        inner = [f"> {line}".rstrip() for line in inner]
    above = [] if lines[0].startswith(">") else ["Voici ce que j'ai reçu.", ""]
    return [*above, *lines, *inner]


def forward_answer(program: Program, words: Words) -> list[str]:
    """Pass on a letter that answers another."""
    lines = forward(program, words)
    below = ["", *program.answer(words, OTHER), *quoted(program, QUESTION)]
    is_quoted = any(line.startswith(">") for line in program.forward(words, ME))
    return [*lines, *([f"> {line}".rstrip() for line in below] if is_quoted else below)]


def forward_forward(program: Program, words: Words) -> list[str]:
    """Pass on a letter that passes one on, as its subject says."""
    subject = f"{program.prefix or 'Fwd'}: question"
    lines = [line.replace("question", subject) for line in program.forward(words, OTHER)]
    inner = forward(program, words)
    if any(line.startswith(">") for line in lines):
        inner = [f"> {line}".rstrip() for line in inner]
    return ["Et je vous le transmets.", "", *lines, *inner]


def forward_quoted(program: Program, words: Words) -> list[str]:
    """Pass a letter on as a quote."""
    return ["Voici.", "", *(f"> {line}".rstrip() for line in forward(program, words))]


SHAPES: Mapping[str, Callable[[Program, Words], Sequence[str]]] = {
    "new": written,
    "above": answer,
    "below": tight,
    "signed": lambda program, words: answer(program, words, SIGNED),
    "named": lambda program, words: answer(program, words, NAMED),
    "noticed": lambda program, words: answer(program, words, [*SIGNED, *NOTICE]),
    "forwarded": forward,
    "forwarded answer": forward_answer,
    "forwarded twice": forward_forward,
    "forwarded as a quote": forward_quoted,
}


def html(lines: Sequence[str]) -> str:
    """Give lines as HTML, a block each, what is quoted in a quote."""
    pieces = []
    for is_quoted, group in groupby(lines, lambda line: line.startswith(">")):
        shown = [line.removeprefix(">").removeprefix(" ") if is_quoted else line for line in group]
        divs = "".join(f"<div>{escape(line) or '<br>'}</div>" for line in shown)
        pieces.append(f"<blockquote>{divs}</blockquote>" if is_quoted else divs)
    return "".join(pieces)


def mail(program: str, shape: str, language: str = "fr", kind: str = "plain") -> bytes:
    """Give a mail."""
    of = PROGRAMS[program]
    lines = SHAPES[shape](of, LANGUAGES[language])
    is_forward = shape.startswith("forwarded")
    subject = f"{of.prefix or 'Fwd'}: réponse" if is_forward else "Re: question"
    sender = OTHER if is_forward else ME
    name, address = sender.split(" <")
    top = (
        f"From: {Header(name, 'utf-8').encode()} <{address}\nSubject: {Header(subject).encode()}\n"
    )
    plain = "Content-Type: text/plain; charset=utf-8\n\n" + "\n".join(lines) + "\n"
    rich = f"Content-Type: text/html; charset=utf-8\n\n{html(lines)}\n"
    both = f"Content-Type: multipart/alternative; boundary=b\n\n--b\n{plain}--b\n{rich}--b--\n"
    return (top + {"plain": plain, "html": rich, "both": both}[kind]).encode()
