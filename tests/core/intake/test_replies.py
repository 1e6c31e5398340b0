"""Mails that people wrote by hand, as their programs send them: what of them is the answer."""

from collections.abc import Callable, Mapping
from email.message import EmailMessage

import pytest

from mkdocs_forum.core.intake.mail.replies import read_reply
from mkdocs_forum.core.intake.receipts import receipt
from tests import mails
from tests.commands.conftest import told
from tests.core.intake.receiving import FRAMES, received
from tests.growth import LINEAR, growth

PLAIN = "Content-Type: text/plain; charset=utf-8"
FLOWED = f"{PLAIN}; format=flowed"
HTML = "Content-Type: text/html; charset=utf-8"
QUESTION = "Bonjour,\nque vaut un rabais ?\nBob"


def normal(*lines: str) -> str:
    """Give paragraphs as Word writes them."""
    return "".join(f"<p class=MsoNormal>{line}<o:p></o:p></p>\r\n\r\n" for line in lines)


def word(*blocks: str) -> str:
    """Give a page as Outlook writes it."""
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office">\r\n<head>\r\n<style><!--\r\n'
        "@list l0:level1\r\n\t{mso-level-number-format:bullet;}\r\n--></style>\r\n"
        "<!--[if gte mso 9]><xml><o:shapedefaults/></xml><![endif]--></head>\r\n"
        f"<body lang=FR><div class=WordSection1>{''.join(blocks)}</div></body></html>"
    )


OUTLOOK_QUOTE = (
    "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>"
    "<p class=MsoNormal><b>De&nbsp;:</b> Bob Durand &lt;bob@example.org&gt; <br>"
    "<b>Envoyé&nbsp;:</b> mardi 17 novembre 2026 18:02<br><b>À&nbsp;:</b> Félix<br>"
    "<b>Objet&nbsp;:</b> Le rabais</p></div>" + normal("Bonjour,", "que vaut un rabais&nbsp;?")
)

WRITTEN = {
    "Outlook": (
        HTML,
        word(
            normal("Bonjour,", "&nbsp;", "Trois devis suffisent.", "&nbsp;", "Bien cordialement,"),
            normal("&nbsp;", "<b>Félix Bardez</b>", "Consultant senior", "06 39 98 12 34"),
            normal("<a href='mailto:felix@example.org'>felix@example.org</a>"),
            OUTLOOK_QUOTE,
        ),
        "Trois devis suffisent.",
        "Bien cordialement,|Félix Bardez|Consultant senior|06 39 98 12 34|felix@example.org",
    ),
    "Gmail": (
        HTML,
        '<div dir="ltr">Trois devis suffisent.<div><br></div><div>À bientôt</div><div>Félix</div>'
        '<span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature">'
        "<div>Félix Bardez</div><div>01 99 00 12 34</div></div></div><br>"
        '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">Le mar. 17 nov. 2026 à 18:02, '
        'Bob Durand &lt;<a href="mailto:bob@example.org">bob@example.org</a>&gt; a écrit&nbsp;:<br>'
        '</div><blockquote class="gmail_quote"><div>Que vaut un rabais ?</div></blockquote></div>',
        "Trois devis suffisent.",
        "À bientôt|Félix|Félix Bardez|01 99 00 12 34",
    ),
    "Apple Mail": (
        FLOWED,
        "Trois devis suffisent.\n\nAmicalement,\nFélix\n\nEnvoyé de mon iPhone\n\n"
        "> Le 17 nov. 2026 à 18:02, Bob Durand <bob@example.org> a écrit :\n> \n"
        "> Que vaut un rabais ?\n",
        "Trois devis suffisent.",
        "Amicalement,|Félix|Envoyé de mon iPhone",
    ),
    "Thunderbird": (
        FLOWED,
        "Le 17/11/2026 à 18:02, Bob Durand a écrit :\n> Que vaut un rabais ?\n\nTrois devis \n"
        "suffisent.\n\n-- \nFélix Bardez\nConsultant\n01.99.00.12.34 \n",
        "Trois devis suffisent.",
        "Félix Bardez|Consultant|01.99.00.12.34 ",
    ),
    "Orange": (
        PLAIN,
        "Trois devis suffisent.\n\nCordialement\nFélix Bardez\n06-39-98-12-34\n\n"
        "envoyé : 17 novembre 2026 à 18:02\nde : Bob Durand <bob@example.org>\n"
        f"à : felix@example.org\nobjet : Le rabais\n\n\n{QUESTION}\n",
        "Trois devis suffisent.",
        "Cordialement|Félix Bardez|06-39-98-12-34",
    ),
    "Orange, former": (
        PLAIN,
        "Trois devis suffisent.\nBonne journée à tous.\n\n\n\n\n> Message du 17/11/26 18:02\n"
        '> De : "Bob Durand" <bob@example.org>\n> A : felix@example.org\n> Copie à : \n'
        "> Objet : Le rabais\n> \n> Bonjour,\n> que vaut un rabais ?\n",
        "Trois devis suffisent.",
        "Bonne journée à tous.",
    ),
    "Free, Zimbra": (
        PLAIN,
        "Trois devis suffisent.\n\nBien à vous. Félix\n\n----- Mail original -----\n"
        'De: "Bob Durand" <bob@example.org>\nÀ: felix@example.org\n'
        f"Envoyé: Mardi 17 Novembre 2026 18:02:11\nObjet: Le rabais\n\n{QUESTION}\n",
        "Trois devis suffisent.",
        "Bien à vous. Félix",
    ),
    "Free, Roundcube": (
        f"{PLAIN}; format=flowed",
        "Le 2026-11-17 18:02, Bob Durand a écrit :\n> Que vaut un rabais ?\n\n"
        "Trois devis suffisent.\n\nSincères salutations,\n\nFélix Bardez\n"
        "12 rue du Port, 49000 Angers\n",
        "Trois devis suffisent.",
        "Sincères salutations,|Félix Bardez|12 rue du Port, 49000 Angers",
    ),
    "English": (
        PLAIN,
        "Three quotes will do.\n\nKind regards,\n\nFelix Bardez\nPhone: +33 1 99 00 12 34\n\n"
        "-----Original Message-----\nFrom: Bob\nSent: Tuesday\nTo: Felix\nSubject: Rebate\n\n"
        "Hello\n",
        "Three quotes will do.",
        "Kind regards,|Felix Bardez|Phone: +33 1 99 00 12 34",
    ),
    "a formal close": (
        PLAIN,
        "Trois devis suffisent.\n\nJe vous prie d’agréer, Madame, Monsieur, l’expression de mes "
        "salutations distinguées.\n\nFélix Bardez\n",
        "Trois devis suffisent.",
        "Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.|"
        "Félix Bardez",
    ),
    "a long line of contact data": (
        PLAIN,
        "Oui.\n\nCdlt\nFélix Bardez\n"
        "Tél. : 01 99 00 12 34 – Mobile : 06 39 98 12 34 – felix.bardez@conseil.example.org\n",
        "Oui.",
        "Cdlt|Félix Bardez|"
        "Tél. : 01 99 00 12 34 – Mobile : 06 39 98 12 34 – felix.bardez@conseil.example.org",
    ),
    "a formula above paragraphs": (
        PLAIN,
        "Le message finissait ainsi :\n\nCordialement\n\nCe seul mot dit assez que la relation de "
        "confiance n’est plus ce qu’elle était.\n",
        "Le message finissait ainsi :\n\nCordialement\n\nCe seul mot dit assez que la relation de "
        "confiance n’est plus ce qu’elle était.",
        "",
    ),
    "a formula above a postscript": (
        PLAIN,
        "Oui.\n\nCordialement\nFélix\n\nP.-S. : non, deux devis.\n",
        "Oui.\n\nCordialement\\\nFélix\n\nP.-S. : non, deux devis.",
        "",
    ),
    "a formula above a list": (
        PLAIN,
        "Deux formules :\n\nCordialement\n\n- trop froide\n",
        "Deux formules :\n\nCordialement\n\n- trop froide",
        "",
    ),
    "a formula far above": (
        PLAIN,
        "Cordialement\n" + "Un vers.\n" * 11,
        "Cordialement\\\n" + "Un vers.\\\n" * 10 + "Un vers.",
        "",
    ),
    "a formula in a sentence": (
        PLAIN,
        "Il faut répondre\ncordialement, et vite.\nSincèrement, je le crois.\n",
        "Il faut répondre\\\ncordialement, et vite.\\\nSincèrement, je le crois.",
        "",
    ),
    "no formula": (
        PLAIN,
        "Oui.\n\nFélix Bardez\n06 39 98 12 34\n",
        "Oui.",
        "Félix Bardez|06 39 98 12 34",
    ),
    "no formula, in two paragraphs": (
        PLAIN,
        "Oui.\n\nFélix Le Goff\n\nConseil en achats\nwww.example.org\n01 99 00 12 34\n",
        "Oui.",
        "Félix Le Goff|Conseil en achats|www.example.org|01 99 00 12 34",
    ),
    "the sender's name alone": (PLAIN, "Oui.\nNon.\n\nAna\n", "Oui.\\\nNon.", "Ana"),
    "somebody else's name": (PLAIN, "Qui ?\n\nBob\n", "Qui ?\n\nBob", ""),
    "a name in front of a sentence": (
        PLAIN,
        "Oui.\n\nFélix\nm’a dit d’appeler.\n06 39 98 12 34\n",
        "Oui.\n\nFélix\\\nm’a dit d’appeler.\\\n06 39 98 12 34",
        "",
    ),
    "a number in a sentence": (
        PLAIN,
        "Oui.\n\nAppelez le 06 39 98 12 34.\n",
        "Oui.\n\nAppelez le 06 39 98 12 34.",
        "",
    ),
    "a name alone": (PLAIN, "Ana\n06 39 98 12 34\n", "Ana\\\n06 39 98 12 34", ""),
    "a line": (PLAIN, "Oui.\n\n__\nF. Bardez\nConseil\n", "Oui.", "F. Bardez|Conseil"),
    "a line above a paragraph": (
        PLAIN,
        "Oui.\n\n____\n\nMais il y faut encore deux devis.\n",
        "Oui.\n\n____\n\nMais il y faut encore deux devis.",
        "",
    ),
    "a quote that a program broke": (
        PLAIN,
        "> Un devis dont chaque ligne est si longue que le logiciel de courrier la\ncoupe\n"
        "> en deux.\n\nOui.\n",
        "Oui.",
        "",
    ),
    "an introduction over three lines": (
        PLAIN,
        "Oui.\nLe mar. 17 nov. 2026 à 18:02,\nBob Durand de la Maison du Conseil\n"
        "<bob@example.org> a écrit :\n\nQuand ?\n",
        "Oui.",
        "",
    ),
    "an introduction in another order": (
        PLAIN,
        "Oui.\n\nBob Durand <bob@example.org> a écrit le 17/11/2026 à 18:02 :\n\nQuand ?\n",
        "Oui.",
        "",
    ),
    "an introduction without a colon": (
        PLAIN,
        "Oui.\n\nOn Wed, 14 Nov 2018 08:14:43 -0200 Bob <bob@example.org> wrote\n\nQuand ?\n",
        "Oui.",
        "",
    ),
    "a sentence about a letter": (
        PLAIN,
        "Il m’a écrit :\n\nNon.\n\nPuis, à 10:12, il a écrit encore :\n\nOui.\n",
        "Il m’a écrit :\n\nNon.\n\nPuis, à 10:12, il a écrit encore :\n\nOui.",
        "",
    ),
    "lines like a head": (
        PLAIN,
        "De : l’argent\nÀ : personne\n\nDate : à fixer\n",
        "De : l’argent\\\nÀ : personne\n\nDate : à fixer",
        "",
    ),
    "a rule of Markdown": (PLAIN, "Un.\n\n----------\n\nDeux.\n", "Un.\n\n----------\n\nDeux.", ""),
    "kisses": (PLAIN, "Oui.\n\nGros bisous,\nÉd.\n", "Oui.", "Gros bisous,|Éd."),
    "thanks": (
        PLAIN,
        "Oui.\n\nMerci d’avance et bonne journée\nÉd.\n",
        "Oui.",
        "Merci d’avance et bonne journée|Éd.",
    ),
}
"""Each way with the text that is kept, and the lines that are left out."""


def body_of(data: bytes) -> str:
    """Give the text of the answer that a mail became."""
    intake = received(data, "prix/rabais", "ana")
    (text,) = intake.files.values()
    return text.decode().partition("\n---\n")[2].strip("\n")


def left_out(data: bytes) -> list[str]:
    """Give the lines of a mail of which it is told that they were left out."""
    lines = receipt(received(data, "prix/rabais", "ana"), FRAMES[1]).split("\n")
    head = "remark: these last lines of the mail look like a signature and were left out:"
    return [line[4:] for line in lines[lines.index(head) + 1 :]] if head in lines else []


@pytest.mark.parametrize("name", WRITTEN)
def test_written_by_hand(name: str) -> None:
    """An answer is what its author wrote; each line of the signature is told, and nothing else."""
    kind, text, kept, signature = WRITTEN[name]
    data = mails.mail(kind, text)
    told_lines = [line.strip() for line in signature.split("|")] if signature else []
    assert (body_of(data), left_out(data)) == (kept, told_lines)


def test_alternative() -> None:
    """Where a mail is plain text and HTML, both give the same."""
    message = EmailMessage()
    message.set_content("Oui.\n\nCordialement,\nFélix\n06 39 98 12 34\n")
    message.add_alternative(
        word(normal("Oui.", "&nbsp;", "Cordialement,", "Félix", "06 39 98 12 34")), subtype="html"
    )
    signature = ["Cordialement,", "Félix", "06 39 98 12 34"]
    assert (body_of(message.as_bytes()), left_out(message.as_bytes())) == ("Oui.", signature)


def test_remarks() -> None:
    """What was left out is told line by line; contact data that is left in the text, too."""
    text = "Voir zoe@example.org.\n\nBien à vous\nF\x1b[2J\n"
    intake = received(mails.mail(PLAIN, text), "prix/rabais", "ana")
    path = "docs/reponses/prix/rabais/ana.md"
    assert [told(receipt(intake, frame)).split("\n")[2:] for frame in FRAMES] == [
        [
            f"remarque : « {path} » contient à la ligne 7 un numéro de téléphone ou une adresse "
            ": une coordonnée ne se publie pas sans l’accord de la personne",
            "remarque : les dernières lignes du message, prises pour sa signature, n’ont pas été "
            "reprises :",
            "    Bien à vous",
            "    F\\x1b[2J",
        ],
        [
            f"remark: '{path}' contains a telephone number or an address in line 7: contact "
            "data needs its owner's consent",
            "remark: these last lines of the mail look like a signature and were left out:",
            "    Bien à vous",
            "    F\\x1b[2J",
        ],
    ]


def test_doubt() -> None:
    """What reads like a program's words above a quote, but may be the author's, is told."""
    text = "Oui.\n\nLe 12 mars 1995, Bob a écrit :\n\nNon.\n"
    intake = received(mails.mail(PLAIN, text), "prix/rabais", "ana")
    assert body_of(mails.mail(PLAIN, text)) == text.strip()
    assert receipt(intake, FRAMES[1]).split("\n")[2:] == [
        "remark: these lines may introduce somebody else's words: see whose they are",
        "    Le 12 mars 1995, Bob a écrit :",
    ]


HOSTILE: Mapping[str, Callable[[int], str]] = {
    "rule": lambda size: "--Message" + "-" * size + "x",
    "spaces": lambda size: "Cordialement" + " " * size + "x",
    "formulas": lambda size: "Cordialement\n" * (size // 13),
    "lines": lambda size: "a\n" * (size // 2),
    "senders": lambda size: "De : x\nEnvoyé : y\n" * (size // 18),
    "introductions": lambda size: "a écrit :\n" * (size // 10),
    "signatures": lambda size: "--\n" * (size // 3),
    "numbers": lambda size: "Bob\n01 99 00 12 3" + "01 " * (size // 3),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time(name: str) -> None:
    """No letter takes longer than in proportion to its length."""
    assert growth(lambda text: read_reply(text.split("\n")), HOSTILE[name]) < LINEAR
