"""What a letter becomes: files, remarks for the organisers, or a refusal that says what to do."""

from collections.abc import Mapping
from dataclasses import replace
from email.message import EmailMessage

import pytest

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.intake.mail.form_letter import PAGE
from mkdocs_forum.core.intake.mail.form_letter import REQUESTS as REQUESTS_OF_FORM
from mkdocs_forum.core.intake.mail.letter import Letter
from mkdocs_forum.core.intake.mail.read import (
    DEEPEST,
    LARGEST,
    LARGEST_TEXT,
    MOST_BOUNDARIES,
    MOST_PARTS,
    read_letter,
)
from mkdocs_forum.core.intake.mail.receive import receive
from mkdocs_forum.core.intake.receipts import receipt
from mkdocs_forum.core.pages.environment import TEMPLATES
from tests import mails
from tests.commands.conftest import told
from tests.core.intake.receiving import FORUM, FRAMES, SETTINGS, TEXTS, received

TALK = (
    "---\ntitle: Le neuf\nedition: 2024\nspeakers: ana\nlicence: CC BY-SA 4.0\n---\n\n"
    "## Questions\n\n- Quoi ? {#quoi}\n"
)
MEMBER = "---\nname: Zoé Œuvre\n---\n"
ANSWER = (
    "---\nquestion: prix/rabais\nauthor: {author}\ndate: 2026-11-18\n"
    "licence: CC BY-SA 4.0\n---\n\nUn rabais.\n"
)
ANA = ANSWER.format(author="ana")
END = mails.END
BROKEN = ANA.replace("\n", "\n> ").replace("> Un ", "Un ")
QUOTE = "Le 3 mai, Bob a écrit :\n> questions/prix/marge/\n"
BOTH = (
    f"Fichier : docs/membres/zoe.md\n\n{MEMBER}{END}\n"
    f"Fichier : docs/reponses/prix/rabais/zoe.md\n\n{ANSWER.format(author='zoe')}{END}"
)
KEYLESS = "---\ndate: 2026-11-18\nlicence: CC BY-SA 4.0\n---\n\nUn.\n"
TAKEN_ANSWER = "---\nquestion: prix/marge\nauthor: bob\ndate: 2024-11-02\n---\n\nBeaucoup.\n"
BROKEN_LINES = (
    ANA.replace(
        "licence", "sources: Une source dont le titre est si long\nqu’il en prend deux\nlicence"
    )
    + "Une phrase que le logiciel de courrier de son auteur a coupée à la\nlongueur d’une ligne.\n"
    + END
)
RULER = (
    "<div style='mso-element:para-border-div;border:none;border-bottom:solid windowtext 1.0pt;"
    "padding:0cm 0cm 1.0pt 0cm'><p class=MsoNormal style='border:none;padding:0cm'>"
    "<o:p>&nbsp;</o:p></p></div>"
)
RULED = "".join(
    RULER if line == "---" else f"<p class=MsoNormal>{line or '&nbsp;'}<o:p></o:p></p>\r\n"
    for line in mails.body(ANA, "docs/reponses/prix/rabais/ana.md").split("\n")
)
RULED_PLAIN = "".join(
    f"> {'_' * 32 if line == '---' else line}\n"
    for line in mails.body(ANA, "docs/reponses/prix/rabais/ana.md").split("\n")
)
MIXED = b"Content-Type: multipart/mixed; boundary=b\n\n"
NESTED = b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (depth, depth)
    for depth in range(DEEPEST + 2)
)
WORDS = "Voici ma réponse à https://forum.example.org/questions/prix/marge/ :\n\nBeaucoup.\n\n"


def letter(text: str, subject: str = "Contribution", **files: str) -> bytes:
    """Give a mail with attachments."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Ana Ferrand <ana@example.org>"
    message["Date"] = "Wed, 18 Nov 2026 09:00:00 +0100"
    message.set_content(text)
    for name, data in files.items():
        name = name.replace("_", ".")
        message.add_attachment(
            data.encode(), maintype="application", subtype="octet-stream", filename=name
        )
    return message.as_bytes()


def named(name: str, text: str = MEMBER) -> bytes:
    """Give a mail with one attachment of any name."""
    message = EmailMessage()
    message.set_content("Bonjour\n")
    message.add_attachment(
        text.encode(), maintype="application", subtype="octet-stream", filename=name
    )
    return message.as_bytes()


Case = tuple[bytes, *tuple[str, ...]]
"""A mail and what an organiser says of it."""

REFUSED: Mapping[str, Case] = {
    "nothing": (b"", "", ""),
    "no mail": (b"Bonjour\n", "", ""),
    "words alone": (letter("Bonjour, quand est le forum ?\n"), "", ""),
    "Outlook's own form": (b"\xd0\xcf\x11\xe0\xa1\xb1", "", ""),
    "author of another name": (letter(WORDS), "", "", "ana ferrand"),
    "author without a letter": (letter(WORDS), "", "", "Юрий"),
    "file and new author": (letter("", ana_md=ANA), "", "", "Zoé"),
    "fence that was quoted": (
        letter(ANA.replace("\n---\n\n", "\n> ---\n\n") + END + "---\n"),
        "",
        "",
    ),
    "too large": (b"X" * (LARGEST + 1), "", ""),
    "too large a text": (letter("X" * (LARGEST_TEXT + 1)), "", ""),
    "too many parts": (MIXED + b"--b\n\nx\n" * (MOST_PARTS + 1) + b"--b--\n", "", ""),
    "boundaries alone": (MIXED + b"--b\n" * (MOST_BOUNDARIES + 1), "", ""),
    "too deep": (NESTED + b"\nx\n", "", ""),
    "unclosed comments": (mails.mail("Content-Type: text/html", "<!--" * 100_000), "", ""),
    "question named": (letter(WORDS), "", ""),
    "question named in the subject": (letter("Beaucoup.\n", "Re: questions/prix/rabais/"), "", ""),
    "two questions named": (letter(WORDS + "questions/prix/rabais/"), "", ""),
    "words of nobody": (letter(WORDS), "prix/marge", "zoe"),
    "words for no question": (letter(WORDS), "prix/marges", "ana"),
    "text that can't be read": (
        letter("Bonjour,\n\nVous trouverez ma réponse ci-jointe.\n", reponse_doc="x"),
        "prix/rabais",
        "ana",
    ),
    "quotes alone": (letter(f"{QUOTE}\n-- \nAna\n"), "", "ana"),
    "file and author": (letter("", ana_md=ANA), "", "ana"),
    "answer of nobody": (letter("", x_md=ANSWER.format(author="zoe")), "", ""),
    "answer to nothing": (letter("", x_md=ANA.replace("rabais", "rabai")), "", ""),
    "traversal in a key": (letter("", x_md=ANA.replace("prix/rabais", "../../mkdocs")), "", ""),
    "list in a key": (letter("", x_md=ANA.replace("prix/rabais", "[a, b]")), "", ""),
    "colon in a title": (letter("", x_md=TALK.replace("Le neuf", "Le neuf : oui")), "", ""),
    "talk that is there": (named("prix.md", TALK), "", ""),
    "name of a page": (named("actes.md", TALK), "", ""),
    "no name": (named(".md", MEMBER.replace("Zoé Œuvre", "Юрий")), "", ""),
    "neither": (named("note.md", "Bonjour\n"), "", ""),
    "keys of nothing": (named("note.md", "---\ndate: 2026-11-18\n---\n"), "", ""),
    "document": (named("reponse.docx", "PK"), "", ""),
    "two texts": (letter(f"{ANA}{END}", ana_md=ANA + "Autre.\n"), "", ""),
    "twenty-one files": (letter("---\nname: A\n---\n--- fin du fichier ---\n" * 21), "", ""),
    "dashes": (letter(f"—\n{ANA[4:]}{END}"), "", ""),
    "ruler": (mails.mail("Content-Type: text/html", RULED), "prix/rabais", "ana"),
    "ruler, quoted": (letter(RULED_PLAIN), "", ""),
    "broken quote": (letter("> " + BROKEN + END), "", ""),
}

REFUSALS = {
    "nothing": (
        (
            "le message ne contient pas de fichier du formulaire\n"
            "    conseil : demandez le fichier, ou dites par « --question » à quoi il "
            "répond et par « --author » de qui il est, par « --new-author » si la "
            "personne n’a pas de fiche ; si c’est une intervention, par « --edition » et "
            "« --title » laquelle"
        ),
        (
            "the mail contains no file made by a form\n"
            "    hint: ask the sender for the file, or say with '--question' what it "
            "answers and with '--author' who wrote it, with '--new-author' if they have no page; "
            "if it is a talk, with '--edition' and '--title' which one"
        ),
    ),
    "no mail": (
        (
            "le message ne contient pas de fichier du formulaire\n"
            "    conseil : demandez le fichier, ou dites par « --question » à quoi il "
            "répond et par « --author » de qui il est, par « --new-author » si la "
            "personne n’a pas de fiche ; si c’est une intervention, par « --edition » et "
            "« --title » laquelle"
        ),
        (
            "the mail contains no file made by a form\n"
            "    hint: ask the sender for the file, or say with '--question' what it "
            "answers and with '--author' who wrote it, with '--new-author' if they have no page; "
            "if it is a talk, with '--edition' and '--title' which one"
        ),
    ),
    "words alone": (
        (
            "le message ne contient pas de fichier du formulaire\n"
            "    conseil : demandez le fichier, ou dites par « --question » à quoi il "
            "répond et par « --author » de qui il est, par « --new-author » si la "
            "personne n’a pas de fiche ; si c’est une intervention, par « --edition » et "
            "« --title » laquelle"
        ),
        (
            "the mail contains no file made by a form\n"
            "    hint: ask the sender for the file, or say with '--question' what it "
            "answers and with '--author' who wrote it, with '--new-author' if they have no page; "
            "if it is a talk, with '--edition' and '--title' which one"
        ),
    ),
    "Outlook's own form": (
        (
            "le message est enregistré dans un format que seul Outlook lit\n"
            "    conseil : ouvrez-le dans Outlook, et enregistrez-le au format « "
            ".eml »"
        ),
        (
            "the mail is saved in a format that only Outlook reads\n"
            "    hint: open it in Outlook, and save it as '.eml'"
        ),
    ),
    "author of another name": (
        (
            "« Ana Ferrand » a déjà une fiche, dans un fichier nommé « ana.md »\n"
            "    conseil : s’il s’agit de la même personne, écrivez : --author ana"
        ),
        (
            "'Ana Ferrand' has a page already, in a file called 'ana.md'\n"
            "    hint: if it is the same person, write: --author ana"
        ),
    ),
    "author without a letter": (
        (
            "rien ne dit comment nommer le fichier\n"
            "    conseil : écrivez un titre ou un nom qui contienne une lettre ou un chiffre"
        ),
        (
            "it isn't clear what the file should be called\n"
            "    hint: write a title or a name with a letter or a digit"
        ),
    ),
    "file and new author": (
        (
            "le message contient un fichier, qui dit lui-même à quoi il répond\n"
            "    conseil : retirez « --question » et « --author »"
        ),
        (
            "the mail contains a file that says itself what it answers\n"
            "    hint: leave out '--question' and '--author'"
        ),
    ),
    "fence that was quoted": (
        (
            "docs/reponses/prix/rabais/ana.md:1:1: F212 la réponse n’a pas de texte\n"
            "    conseil : écrivez-la sous la deuxième ligne « --- »\n1 avertissement"
        ),
        (
            "docs/reponses/prix/rabais/ana.md:1:1: F212 the answer has no text\n"
            "    hint: write it below the second line '---'\n1 warning"
        ),
    ),
    "too large": (
        "le message dépasse 40 Mo\n    conseil : demandez le texte sans les images",
        "the mail is larger than 40 MB\n    hint: ask the sender for the text without pictures",
    ),
    "too large a text": (
        "le texte du message dépasse 500 ko\n    conseil : demandez le texte sans les images",
        (
            "the text of the mail is larger than 500 KB\n"
            "    hint: ask the sender for the text without pictures"
        ),
    ),
    "too many parts": (
        "le message a trop de parties\n    conseil : demandez le texte en pièce jointe",
        "the mail has too many parts\n    hint: ask the sender to attach the text as a file",
    ),
    "boundaries alone": (
        "le message a trop de parties\n    conseil : demandez le texte en pièce jointe",
        "the mail has too many parts\n    hint: ask the sender to attach the text as a file",
    ),
    "too deep": (
        "le message a trop de parties\n    conseil : demandez le texte en pièce jointe",
        "the mail has too many parts\n    hint: ask the sender to attach the text as a file",
    ),
    "unclosed comments": (
        (
            "le message ne contient pas de fichier du formulaire\n"
            "    conseil : demandez le fichier, ou dites par « --question » à quoi il "
            "répond et par « --author » de qui il est, par « --new-author » si la "
            "personne n’a pas de fiche ; si c’est une intervention, par « --edition » et "
            "« --title » laquelle"
        ),
        (
            "the mail contains no file made by a form\n"
            "    hint: ask the sender for the file, or say with '--question' what it "
            "answers and with '--author' who wrote it, with '--new-author' if they have no page; "
            "if it is a talk, with '--edition' and '--title' which one"
        ),
    ),
    "question named": (
        (
            "le message ne contient pas de fichier du formulaire, mais nomme « "
            "prix/marge »\n"
            "    conseil : si son texte est la réponse, ajoutez : --question "
            "prix/marge --author …"
        ),
        (
            "the mail contains no file made by a form, but names 'prix/marge'\n"
            "    hint: if its text is the answer, add: --question prix/marge --author …"
        ),
    ),
    "question named in the subject": (
        (
            "le message ne contient pas de fichier du formulaire, mais nomme « "
            "prix/rabais »\n"
            "    conseil : si son texte est la réponse, ajoutez : --question "
            "prix/rabais --author …"
        ),
        (
            "the mail contains no file made by a form, but names 'prix/rabais'\n"
            "    hint: if its text is the answer, add: --question prix/rabais --author …"
        ),
    ),
    "two questions named": (
        (
            "le message nomme plusieurs questions : prix/marge, prix/rabais\n"
            "    conseil : dites par « --question » à laquelle il répond"
        ),
        (
            "the mail names several questions: prix/marge, prix/rabais\n"
            "    hint: say with '--question' which one it answers"
        ),
    ),
    "words of nobody": (
        (
            "aucun membre ne s’appelle « zoe »\n"
            "    conseil : un membre a une fiche, dans un fichier nommé « zoe.md »"
        ),
        "no member is called 'zoe'\n    hint: a member has a page, in a file called 'zoe.md'",
    ),
    "words for no question": (
        (
            "aucune question ne s’appelle « prix/marges »\n"
            "    conseil : vouliez-vous écrire « prix/marge » ?"
        ),
        "no question is called 'prix/marges'\n    hint: did you mean 'prix/marge'?",
    ),
    "text that can't be read": (
        (
            "le message dit seulement que son texte est dans « reponse.doc », qui ne se lit pas\n"
            "    conseil : demandez-le en .docx, ou dans le message même"
        ),
        (
            "the mail only says that its text is in 'reponse.doc', which can't be read\n"
            "    hint: ask the sender for it as .docx or in the mail itself"
        ),
    ),
    "quotes alone": (
        (
            "il ne reste rien du message sans ses citations et sa signature\n"
            "    conseil : redemandez le texte"
        ),
        (
            "without its quotes and its signature, nothing is left of the mail\n"
            "    hint: ask the sender for the text once more"
        ),
    ),
    "file and author": (
        (
            "le message contient un fichier, qui dit lui-même à quoi il répond\n"
            "    conseil : retirez « --question » et « --author »"
        ),
        (
            "the mail contains a file that says itself what it answers\n"
            "    hint: leave out '--question' and '--author'"
        ),
    ),
    "answer of nobody": (
        (
            "docs/reponses/prix/rabais/zoe.md:3:9: F203 aucun membre ne s’appelle "
            "« zoe »\n"
            "    conseil : un membre a une fiche, dans un fichier nommé « zoe.md »\n"
            "1 erreur"
        ),
        (
            "docs/reponses/prix/rabais/zoe.md:3:9: F203 no member is called 'zoe'\n"
            "    hint: a member has a page, in a file called 'zoe.md'\n1 error"
        ),
    ),
    "answer to nothing": (
        (
            "docs/reponses/prix/rabai/ana.md:2:11: F201 aucune question ne "
            "s’appelle « prix/rabai »\n"
            "    conseil : vouliez-vous écrire « prix/rabais » ?\n1 erreur"
        ),
        (
            "docs/reponses/prix/rabai/ana.md:2:11: F201 no question is called "
            "'prix/rabai'\n    hint: did you mean 'prix/rabais'?\n1 error"
        ),
    ),
    "traversal in a key": (
        (
            "docs/reponses/x.md:2:11: F113 « ../../mkdocs » ne convient pas pour « "
            "question »\n"
            "    conseil : écrivez « intervention/question », les deux noms tels "
            "que dans l’adresse\n1 erreur"
        ),
        (
            "docs/reponses/x.md:2:11: F113 '../../mkdocs' isn't allowed as 'question'\n"
            "    hint: write 'talk/question', the two names as in the address\n"
            "1 error"
        ),
    ),
    "list in a key": (
        (
            "docs/reponses/x.md:2:11: F113 une liste ne convient pas pour « "
            "question »\n"
            "    conseil : écrivez un texte, entre guillemets droits s’il contient "
            "un deux-points\n1 erreur"
        ),
        (
            "docs/reponses/x.md:2:11: F113 'question' can't be a list\n"
            "    hint: write a text, between quotes if it has a colon\n"
            "1 error"
        ),
    ),
    "colon in a title": (
        (
            "docs/interventions/x.md:2:8: F110 un texte qui contient un "
            "deux-points se met entre guillemets droits\n"
            '    conseil : écrivez title: "Le neuf : oui"\n'
            "1 erreur ; « mkdocs-forum check --fix » peut en corriger 1"
        ),
        (
            "docs/interventions/x.md:2:8: F110 a text with a colon must be between "
            "quotes\n"
            '    hint: write title: "Le neuf : oui"\n'
            "1 error; 'mkdocs-forum check --fix' can correct 1 of them"
        ),
    ),
    "talk that is there": (
        (
            "« docs/interventions/prix.md » existe déjà, avec un autre texte\n"
            "    conseil : reportez une correction dans ce fichier ; pour un autre "
            "texte, demandez un autre nom"
        ),
        (
            "'docs/interventions/prix.md' exists already, with another text\n"
            "    hint: put a correction into that file; for another text, ask for "
            "another name"
        ),
    ),
    "name of a page": (
        (
            "docs/interventions/actes.md:1:1: F123 le nom « actes » est celui "
            "d’une page du forum\n    conseil : donnez un autre nom au fichier\n"
            "1 erreur"
        ),
        (
            "docs/interventions/actes.md:1:1: F123 the name 'actes' is taken by a "
            "page of the forum\n    hint: give the file another name\n1 error"
        ),
    ),
    "no name": (
        (
            "rien ne dit comment nommer le fichier\n"
            "    conseil : demandez-le en pièce jointe, avec un nom"
        ),
        (
            "it isn't clear what the file should be called\n"
            "    hint: ask the sender to attach it as a file with a name"
        ),
    ),
    "neither": (
        (
            "« note.md » n’est ni une intervention, ni une réponse, ni la fiche "
            "d’un membre\n"
            "    conseil : demandez le fichier que produit le formulaire du site"
        ),
        (
            "'note.md' is neither a talk, an answer nor the page of a member\n"
            "    hint: ask the sender for the file that the form on the site makes"
        ),
    ),
    "keys of nothing": (
        (
            "« note.md » n’est ni une intervention, ni une réponse, ni la fiche "
            "d’un membre\n"
            "    conseil : demandez le fichier que produit le formulaire du site"
        ),
        (
            "'note.md' is neither a talk, an answer nor the page of a member\n"
            "    hint: ask the sender for the file that the form on the site makes"
        ),
    ),
    "document": (
        (
            "le message ne contient pas de fichier du formulaire\n"
            "    conseil : ce qui l’accompagne n’est pas lu : reponse.docx"
        ),
        (
            "the mail contains no file made by a form\n"
            "    hint: what came with it was ignored: reponse.docx"
        ),
    ),
    "two texts": (
        (
            "deux textes différents sont donnés pour « "
            "docs/reponses/prix/rabais/ana.md »\n"
            "    conseil : demandez lequel est le bon"
        ),
        (
            "two different texts are given for 'docs/reponses/prix/rabais/ana.md'\n"
            "    hint: ask the sender which one is meant"
        ),
    ),
    "twenty-one files": (
        "le message contient plus de 20 fichiers\n    conseil : envoyez-les en plusieurs messages",
        "the mail contains more than 20 files\n    hint: send them in several mails",
    ),
    "dashes": (
        (
            "le logiciel de courrier a changé « --- » en « — »\n"
            "    conseil : demandez le texte en pièce jointe"
        ),
        (
            "the mail program turned '---' into '—'\n"
            "    hint: ask the sender to attach the text as a file"
        ),
    ),
    "ruler": (
        (
            "le logiciel de courrier a supprimé « --- » sous « "
            "docs/reponses/prix/rabais/ana.md »\n"
            "    conseil : demandez le texte en pièce jointe"
        ),
        (
            "the mail program removed '---' below 'docs/reponses/prix/rabais/ana.md'\n"
            "    hint: ask the sender to attach the text as a file"
        ),
    ),
    "ruler, quoted": (
        (
            "le logiciel de courrier a supprimé « --- » sous « "
            "docs/reponses/prix/rabais/ana.md »\n"
            "    conseil : demandez le texte en pièce jointe"
        ),
        (
            "the mail program removed '---' below 'docs/reponses/prix/rabais/ana.md'\n"
            "    hint: ask the sender to attach the text as a file"
        ),
    ),
    "broken quote": (
        (
            "une ligne du fichier cité a perdu son « > »\n"
            "    conseil : demandez le texte en pièce jointe"
        ),
        (
            "a line of the quoted file has lost its '>'\n"
            "    hint: ask the sender to attach the text as a file"
        ),
    ),
}
"""What is told of each, in French and in English."""


@pytest.mark.parametrize("name", REFUSED)
def test_refusal(name: str) -> None:
    """What can't be taken is told with what to do; nothing of it is written."""
    intake = received(*REFUSED[name])
    shown = [told(receipt(intake, frame)) for frame in FRAMES]
    french, english = REFUSALS[name]
    assert shown == [f"{french}\nRien n’a été écrit.", f"{english}\nNothing was written."]


TAKEN: Mapping[str, Case] = {
    "answer": (letter("Bonjour\n", x_md=ANA), "", ""),
    "further answer": (
        letter("", x_md=ANSWER.format(author="bob").replace("rabais", "marge")),
        "",
        "",
    ),
    "member and answer": (letter(BOTH), "", ""),
    "member attached, answer in the text": (
        letter(f"{ANSWER.format(author='zoe')}{END}", zoe_md=MEMBER),
        "",
        "",
    ),
    "quoted, and sent anew": (letter(f"{ANA}{END}> ---\n> title: x\n> ---\n> {END}"), "", ""),
    "name of the attachment": (named("../../Mon Été (1).MD", TALK), "", ""),
    "path in the text": (letter(f"Fichier : docs/membres/zoe-o.md\n\n{MEMBER}{END}"), "", ""),
    "path of another kind": (letter(f"File: docs/membres/x.md\n\n{TALK}{END}"), "", ""),
    "hostile path": (letter(f"File: ../../../etc/passwd.md\n\n{TALK}{END}"), "", ""),
    "no name but the title": (letter(f"{TALK}{END}"), "", ""),
    "path of an answer without keys": (
        letter(f"File: docs/reponses/prix/rabais/ana.md\n\n{KEYLESS}{END}"),
        "",
        "",
    ),
    "already there": (letter(f"{TAKEN_ANSWER}{END}"), "", ""),
    "no licence": (letter("", x_md=ANA.replace("licence: CC BY-SA 4.0\n", "")), "", ""),
    "own licence": (letter("", x_md=ANA.replace("CC BY-SA 4.0", "CC0")), "", ""),
    "keys of the organisers": (
        letter("", x_md=ANA.replace("---\n\n", "retained: true\n---\n\n")),
        "",
        "",
    ),
    "no end": (letter(f"{ANA}\nSuite.\n\n-- \nAna\n"), "", ""),
    "broken lines": (letter(BROKEN_LINES), "", ""),
    "with a picture": (letter(f"{ANA}{END}", photo_jpg="x"), "", ""),
    "name of another member": (
        letter(f"Fichier : docs/membres/ana-2.md\n\n---\nname: Ana\n---\n{END}"),
        "",
        "",
    ),
    "contact data": (letter(f"{ANA}\nAppelez le 06 39 98 12 34.\n{END}"), "", ""),
    "words": (letter(f"{WORDS}{QUOTE}\nEnvoyé de mon iPhone\n"), "", "ana"),
    "words, with options": (
        letter("Beaucoup.\n-- \nAna\n"),
        "https://x.example/questions/prix/rabais/#a",
        "Ana Ferrand",
    ),
    "words of a newcomer": (letter("Beaucoup.\n"), "prix/rabais", "", "Édith Le Goff"),
    "words in HTML": (
        mails.mail("Content-Type: text/html", "<p>Un</p><ul><li><p>a</p><li>b</ul><p>&eacute;</p>"),
        "prix/rabais",
        "ana",
    ),
    "words below which another letter begins": (
        letter("Beaucoup.\n\nDe : Bob\nEnvoyé : hier\nÀ : Ana\nObjet : Re\n\nAutre\n"),
        "prix/rabais",
        "ana",
    ),
    "words of a day to come": (
        letter("Un.").replace(b"18 Nov 2026", b"18 Nov 2036"),
        "prix/rabais",
        "ana",
    ),
}
OUTCOMES = {
    "answer": (
        {
            "reponses/prix/rabais/ana.md": (
                "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\n"
                "licence: CC BY-SA 4.0\n---\n\nUn rabais.\n"
            )
        },
        "Écrit : docs/reponses/prix/rabais/ana.md",
        "Written: docs/reponses/prix/rabais/ana.md",
    ),
    "further answer": (
        {
            "reponses/prix/marge/bob-2.md": (
                "---\nquestion: prix/marge\nauthor: bob\ndate: 2026-11-18\n"
                "licence: CC BY-SA 4.0\n---\n\nUn marge.\n"
            )
        },
        "Écrit : docs/reponses/prix/marge/bob-2.md\n"
        "remarque : « docs/reponses/prix/marge/bob-2.md » est une réponse de plus de l’auteur de "
        "« docs/reponses/prix/marge/bob.md » : voyez si elle doit la remplacer",
        "Written: docs/reponses/prix/marge/bob-2.md\n"
        "remark: 'docs/reponses/prix/marge/bob-2.md' is a further answer of who wrote "
        "'docs/reponses/prix/marge/bob.md': see whether it replaces that one",
    ),
    "member and answer": (
        {
            "membres/zoe.md": "---\nname: Zoé Œuvre\n---\n",
            "reponses/prix/rabais/zoe.md": (
                "---\nquestion: prix/rabais\nauthor: zoe\ndate: 2026-11-18\n"
                "licence: CC BY-SA 4.0\n---\n\nUn rabais.\n"
            ),
        },
        "Écrit : docs/membres/zoe.md\nÉcrit : docs/reponses/prix/rabais/zoe.md",
        "Written: docs/membres/zoe.md\nWritten: docs/reponses/prix/rabais/zoe.md",
    ),
    "member attached, answer in the text": (
        {
            "membres/zoe.md": "---\nname: Zoé Œuvre\n---\n",
            "reponses/prix/rabais/zoe.md": (
                "---\nquestion: prix/rabais\nauthor: zoe\ndate: 2026-11-18\n"
                "licence: CC BY-SA 4.0\n---\n\nUn rabais.\n"
            ),
        },
        "Écrit : docs/membres/zoe.md\nÉcrit : docs/reponses/prix/rabais/zoe.md",
        "Written: docs/membres/zoe.md\nWritten: docs/reponses/prix/rabais/zoe.md",
    ),
    "quoted, and sent anew": (
        {
            "reponses/prix/rabais/ana.md": (
                "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\n"
                "licence: CC BY-SA 4.0\n---\n\nUn rabais.\n"
            )
        },
        (
            "Écrit : docs/reponses/prix/rabais/ana.md\n"
            "remarque : ces lignes du message, prises pour une citation, n’ont pas été reprises :\n"
            "    > ---\n"
            "    > title: x\n"
            "    > ---\n"
            "    > --- fin du fichier ---"
        ),
        (
            "Written: docs/reponses/prix/rabais/ana.md\n"
            "remark: these lines of the mail look like a quote and were left out:\n"
            "    > ---\n"
            "    > title: x\n"
            "    > ---\n"
            "    > --- fin du fichier ---"
        ),
    ),
    "name of the attachment": (
        {
            "interventions/mon-ete.md": (
                "---\ntitle: Le neuf\nedition: 2024\nspeakers: ana\nlicence: CC BY-SA 4.0\n"
                "---\n\n## Questions\n\n- Quoi ? {#quoi}\n"
            )
        },
        "Écrit : docs/interventions/mon-ete.md",
        "Written: docs/interventions/mon-ete.md",
    ),
    "path in the text": (
        {"membres/zoe-o.md": "---\nname: Zoé Œuvre\n---\n"},
        "Écrit : docs/membres/zoe-o.md",
        "Written: docs/membres/zoe-o.md",
    ),
    "path of another kind": (
        {
            "interventions/x.md": (
                "---\ntitle: Le neuf\nedition: 2024\nspeakers: ana\nlicence: CC BY-SA 4.0\n"
                "---\n\n## Questions\n\n- Quoi ? {#quoi}\n"
            )
        },
        (
            "Écrit : docs/interventions/x.md\n"
            "remarque : ces lignes du message, prises pour un mot d’accompagnement, n’ont pas "
            "été reprises :\n"
            "    File: docs/membres/x.md"
        ),
        (
            "Written: docs/interventions/x.md\n"
            "remark: these lines of the mail look like a greeting or a message to you "
            "and were left out:\n"
            "    File: docs/membres/x.md"
        ),
    ),
    "hostile path": (
        {
            "interventions/le-neuf.md": (
                "---\ntitle: Le neuf\nedition: 2024\nspeakers: ana\nlicence: CC BY-SA 4.0\n"
                "---\n\n## Questions\n\n- Quoi ? {#quoi}\n"
            )
        },
        (
            "Écrit : docs/interventions/le-neuf.md\n"
            "remarque : ces lignes du message, prises pour un mot d’accompagnement, n’ont pas "
            "été reprises :\n"
            "    File: ../../../etc/passwd.md"
        ),
        (
            "Written: docs/interventions/le-neuf.md\n"
            "remark: these lines of the mail look like a greeting or a message to you "
            "and were left out:\n"
            "    File: ../../../etc/passwd.md"
        ),
    ),
    "no name but the title": (
        {
            "interventions/le-neuf.md": (
                "---\ntitle: Le neuf\nedition: 2024\nspeakers: ana\nlicence: CC BY-SA 4.0\n"
                "---\n\n## Questions\n\n- Quoi ? {#quoi}\n"
            )
        },
        "Écrit : docs/interventions/le-neuf.md",
        "Written: docs/interventions/le-neuf.md",
    ),
    "path of an answer without keys": (
        {"reponses/prix/rabais/ana.md": KEYLESS},
        "Écrit : docs/reponses/prix/rabais/ana.md",
        "Written: docs/reponses/prix/rabais/ana.md",
    ),
    "already there": (
        {},
        "Déjà présent : docs/reponses/prix/marge/bob.md",
        "Already there: docs/reponses/prix/marge/bob.md",
    ),
    "no licence": (
        {
            "reponses/prix/rabais/ana.md": (
                "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\n---\n\nUn rabais.\n"
            )
        },
        (
            "Écrit : docs/reponses/prix/rabais/ana.md\n"
            "remarque : « docs/reponses/prix/rabais/ana.md » ne dit pas que son "
            "auteur accepte la licence « CC BY-SA 4.0 » : demandez-lui son accord"
        ),
        (
            "Written: docs/reponses/prix/rabais/ana.md\n"
            "remark: 'docs/reponses/prix/rabais/ana.md' doesn't say that its author "
            "agrees to 'CC BY-SA 4.0': ask the author"
        ),
    ),
    "own licence": (
        {
            "reponses/prix/rabais/ana.md": (
                "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\nlicence: CC0\n"
                "---\n\nUn rabais.\n"
            )
        },
        (
            "Écrit : docs/reponses/prix/rabais/ana.md\n"
            "remarque : « docs/reponses/prix/rabais/ana.md » a sa propre licence : "
            "« CC0 »"
        ),
        (
            "Written: docs/reponses/prix/rabais/ana.md\n"
            "remark: 'docs/reponses/prix/rabais/ana.md' has a licence of its own: 'CC0'"
        ),
    ),
    "keys of the organisers": (
        {
            "reponses/prix/rabais/ana.md": (
                "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\n"
                "licence: CC BY-SA 4.0\nretained: true\n---\n\nUn rabais.\n"
            )
        },
        (
            "Écrit : docs/reponses/prix/rabais/ana.md\n"
            "remarque : « docs/reponses/prix/rabais/ana.md » a des clés qu’aucun "
            "formulaire ne demande : retained"
        ),
        (
            "Written: docs/reponses/prix/rabais/ana.md\n"
            "remark: 'docs/reponses/prix/rabais/ana.md' has keys that no form asks "
            "for: retained"
        ),
    ),
    "no end": (
        {
            "reponses/prix/rabais/ana.md": (
                "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\n"
                "licence: CC BY-SA 4.0\n---\n\nUn rabais.\n\nSuite.\n"
            )
        },
        (
            "Écrit : docs/reponses/prix/rabais/ana.md\n"
            "remarque : rien ne dit où finit « docs/reponses/prix/rabais/ana.md » : voyez si ses "
            "dernières lignes en font partie\n"
            "remarque : les dernières lignes du message, prises pour sa signature, n’ont pas été "
            "reprises :\n"
            "    Ana"
        ),
        (
            "Written: docs/reponses/prix/rabais/ana.md\n"
            "remark: it isn't clear where 'docs/reponses/prix/rabais/ana.md' ends: see "
            "whether its last lines belong to it\n"
            "remark: these last lines of the mail look like a signature and were left "
            "out:\n"
            "    Ana"
        ),
    ),
    "broken lines": (
        {
            "reponses/prix/rabais/ana.md": (
                "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\n"
                "sources: Une source dont le titre est si long qu’il en prend deux\n"
                "licence: CC BY-SA 4.0\n---\n\nUn rabais.\n"
                "Une phrase que le logiciel de courrier de son auteur a coupée à la\n"
                "longueur d’une ligne.\n"
            )
        },
        (
            "Écrit : docs/reponses/prix/rabais/ana.md\n"
            "remarque : un logiciel de courrier semble avoir coupé les lignes de « "
            "docs/reponses/prix/rabais/ana.md » : relisez-les"
        ),
        (
            "Written: docs/reponses/prix/rabais/ana.md\n"
            "remark: a mail program seems to have broken the lines of "
            "'docs/reponses/prix/rabais/ana.md': look them through"
        ),
    ),
    "with a picture": (
        {
            "reponses/prix/rabais/ana.md": (
                "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\n"
                "licence: CC BY-SA 4.0\n---\n\nUn rabais.\n"
            )
        },
        (
            "Écrit : docs/reponses/prix/rabais/ana.md\n"
            "remarque : ce qui accompagne le message n’est pas repris : photo.jpg"
        ),
        (
            "Written: docs/reponses/prix/rabais/ana.md\n"
            "remark: what came with the mail was left out: photo.jpg"
        ),
    ),
    "name of another member": (
        {"membres/ana-2.md": "---\nname: Ana\n---\n"},
        (
            "Écrit : docs/membres/ana-2.md\n"
            "remarque : « docs/membres/ana-2.md » porte le nom de « docs/membres/ana.md » : voyez "
            "s’il s’agit de la même personne"
        ),
        (
            "Written: docs/membres/ana-2.md\n"
            "remark: 'docs/membres/ana-2.md' has the same name as 'docs/membres/ana.md': "
            "see whether they are the same person"
        ),
    ),
    "contact data": (
        {
            "reponses/prix/rabais/ana.md": (
                "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\n"
                "licence: CC BY-SA 4.0\n---\n\nUn rabais.\n\nAppelez le 06 39 98 12 34.\n"
            )
        },
        (
            "Écrit : docs/reponses/prix/rabais/ana.md\n"
            "remarque : « docs/reponses/prix/rabais/ana.md » contient à la ligne 10 un numéro de "
            "téléphone ou une adresse : une coordonnée ne se publie pas sans "
            "l’accord de la personne"
        ),
        (
            "Written: docs/reponses/prix/rabais/ana.md\n"
            "remark: 'docs/reponses/prix/rabais/ana.md' contains a telephone number or "
            "an address in line 10: contact data needs its owner's consent"
        ),
    ),
    "words": (
        {
            "reponses/prix/marge/ana.md": (
                "---\nquestion: prix/marge\nauthor: ana\ndate: 2026-11-18\n---\n\n"
                "Voici ma réponse à https://forum.example.org/questions/prix/marge/ :\n"
                "\nBeaucoup.\n"
            )
        },
        (
            "Écrit : docs/reponses/prix/marge/ana.md\n"
            "remarque : « docs/reponses/prix/marge/ana.md » ne dit pas que son auteur accepte la "
            "licence « CC BY-SA 4.0 » : demandez-lui son accord\n"
            "remarque : ces lignes du message, prises pour une citation, n’ont pas été reprises :\n"
            "    Le 3 mai, Bob a écrit :\n"
            "    > questions/prix/marge/\n"
            "remarque : les dernières lignes du message, prises pour sa signature, n’ont pas été "
            "reprises :\n"
            "    Envoyé de mon iPhone"
        ),
        (
            "Written: docs/reponses/prix/marge/ana.md\n"
            "remark: 'docs/reponses/prix/marge/ana.md' doesn't say that its author "
            "agrees to 'CC BY-SA 4.0': ask the author\n"
            "remark: these lines of the mail look like a quote and were left out:\n"
            "    Le 3 mai, Bob a écrit :\n"
            "    > questions/prix/marge/\n"
            "remark: these last lines of the mail look like a signature and were left "
            "out:\n"
            "    Envoyé de mon iPhone"
        ),
    ),
    "words, with options": (
        {
            "reponses/prix/rabais/ana.md": (
                "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\n---\n\nBeaucoup.\n"
            )
        },
        (
            "Écrit : docs/reponses/prix/rabais/ana.md\n"
            "remarque : « docs/reponses/prix/rabais/ana.md » ne dit pas que son "
            "auteur accepte la licence « CC BY-SA 4.0 » : demandez-lui son accord\n"
            "remarque : les dernières lignes du message, prises pour sa signature, n’ont pas été "
            "reprises :\n    Ana"
        ),
        (
            "Written: docs/reponses/prix/rabais/ana.md\n"
            "remark: 'docs/reponses/prix/rabais/ana.md' doesn't say that its author "
            "agrees to 'CC BY-SA 4.0': ask the author\n"
            "remark: these last lines of the mail look like a signature and were left "
            "out:\n"
            "    Ana"
        ),
    ),
    "words of a newcomer": (
        {
            "membres/edith-le-goff.md": "---\nname: Édith Le Goff\n---\n",
            "reponses/prix/rabais/edith-le-goff.md": (
                "---\nquestion: prix/rabais\nauthor: edith-le-goff\ndate: 2026-11-18\n---\n\n"
                "Beaucoup.\n"
            ),
        },
        (
            "Écrit : docs/membres/edith-le-goff.md\n"
            "Écrit : docs/reponses/prix/rabais/edith-le-goff.md\n"
            "remarque : « docs/reponses/prix/rabais/edith-le-goff.md » ne dit pas que son auteur "
            "accepte la licence « CC BY-SA 4.0 » : demandez-lui son accord"
        ),
        (
            "Written: docs/membres/edith-le-goff.md\n"
            "Written: docs/reponses/prix/rabais/edith-le-goff.md\n"
            "remark: 'docs/reponses/prix/rabais/edith-le-goff.md' doesn't say that its "
            "author agrees to 'CC BY-SA 4.0': ask the author"
        ),
    ),
    "words in HTML": (
        {
            "reponses/prix/rabais/ana.md": (
                "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\n---\n\nUn\n\n- a\n\n"
                "- b\n\né\n"
            )
        },
        (
            "Écrit : docs/reponses/prix/rabais/ana.md\n"
            "remarque : « docs/reponses/prix/rabais/ana.md » ne dit pas que son "
            "auteur accepte la licence « CC BY-SA 4.0 » : demandez-lui son accord"
        ),
        (
            "Written: docs/reponses/prix/rabais/ana.md\n"
            "remark: 'docs/reponses/prix/rabais/ana.md' doesn't say that its author "
            "agrees to 'CC BY-SA 4.0': ask the author"
        ),
    ),
    "words below which another letter begins": (
        {
            "reponses/prix/rabais/ana.md": (
                "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\n---\n\nBeaucoup.\n"
            )
        },
        (
            "Écrit : docs/reponses/prix/rabais/ana.md\n"
            "remarque : « docs/reponses/prix/rabais/ana.md » ne dit pas que son auteur accepte "
            "la licence « CC BY-SA 4.0 » : demandez-lui son accord\n"
            "remarque : ces lignes du message, prises pour une citation, n’ont pas été reprises :\n"
            "    De : Bob\n"
            "    Envoyé : hier\n"
            "    À : Ana\n"
            "    Objet : Re\n"
            "    Autre"
        ),
        (
            "Written: docs/reponses/prix/rabais/ana.md\n"
            "remark: 'docs/reponses/prix/rabais/ana.md' doesn't say that its author "
            "agrees to 'CC BY-SA 4.0': ask the author\n"
            "remark: these lines of the mail look like a quote and were left out:\n"
            "    De : Bob\n"
            "    Envoyé : hier\n"
            "    À : Ana\n"
            "    Objet : Re\n"
            "    Autre"
        ),
    ),
    "words of a day to come": (
        {
            "reponses/prix/rabais/ana.md": (
                "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-20\n---\n\nUn.\n"
            )
        },
        (
            "Écrit : docs/reponses/prix/rabais/ana.md\n"
            "remarque : « docs/reponses/prix/rabais/ana.md » ne dit pas que son "
            "auteur accepte la licence « CC BY-SA 4.0 » : demandez-lui son accord"
        ),
        (
            "Written: docs/reponses/prix/rabais/ana.md\n"
            "remark: 'docs/reponses/prix/rabais/ana.md' doesn't say that its author "
            "agrees to 'CC BY-SA 4.0': ask the author"
        ),
    ),
}
"""The files of each, and what is told of them."""


@pytest.mark.parametrize("name", TAKEN)
def test_taken(name: str) -> None:
    """Each file is written at the place that it tells, and what is worth a look is told."""
    intake = received(*TAKEN[name])
    files = {path: data.decode() for path, data in intake.files.items()}
    assert (files, *(told(receipt(intake, frame)) for frame in FRAMES)) == OUTCOMES[name]


REQUESTS = {
    "correction": (
        "> Je propose une correction.\n> \n> Il s’agit de cette page\xa0: "
        "http://127.0.0.1:8000/interventions/prix/\n> \n> Actuellement :\n>\n> > Un\n",
        "une correction de http://127.0.0.1:8000/interventions/prix/",
        "docs/interventions/prix.md",
    ),
    "answer withdrawn": (
        "I ask you to withdraw my answer.\n\nIt is about this page: "
        "https://forum.example.org/questions/prix/marge/#bob\n\nBob\n",
        "retirer un texte",
        "docs/reponses/prix/marge/bob.md",
    ),
    "data": (
        "Je demande l'effacement de données qui me concernent.\n\n"
        "Il s’agit de cette page : https://forum.example.org/membres/bob/\n",
        "mkdocs-forum whois",
        "docs/membres/bob.md",
    ),
    "another page": (
        "Je signale quelque chose.\n\nIl s’agit de cette page : https://forum.example.org/cgu/\n",
        "signale",
        "https://forum.example.org/cgu/",
    ),
    "no address": (
        "I report something.\n\nIt is about this page: https://%5Bx/a\n",
        "signale",
        "https://%5Bx/a",
    ),
}


@pytest.mark.parametrize("name", REQUESTS)
def test_requests(name: str) -> None:
    """What the form for corrections writes is no answer: it is said which file it is about."""
    text, said, path = REQUESTS[name]
    for options in ((), ("prix/rabais", "ana")):
        intake = received(letter(f"Bonjour,\n\n{text}"), *options)
        words = told(receipt(intake, FRAMES[0]))
        assert (intake.is_refused, said in words, path in words) == (True, True, True), words


def test_sentences_of_the_form() -> None:
    """The form for corrections writes the sentences by which its mails are known."""
    template = (TEMPLATES / "forum/correct.html").read_text(encoding="utf-8")
    assert [each for each in (*REQUESTS_OF_FORM, PAGE) if f'_("{each}")' not in template] == []


@pytest.mark.parametrize(
    "body",
    [
        ("Oui.\n\n[cid:image001.png@01D5.4F]\n\nNon.\n", "plain"),
        ('<p>Oui.</p><p><img src="cid:image001.png@01D5.4F"></p><p>Non.</p>', "html"),
        ("Oui.\n\n[image: image001.png]\n\nNon.\n", "plain"),
    ],
)
def test_picture_that_did_not_come(body: tuple[str, str]) -> None:
    """A picture that the text shows and that isn't in the mail is told by its name."""
    message = EmailMessage()
    message.set_content(body[0], subtype=body[1])
    intake = received(message.as_bytes(), "prix/rabais", "ana")
    assert intake.files["reponses/prix/rabais/ana.md"].decode().endswith("---\n\nOui.\n\nNon.\n")
    assert "une image qui n’est pas venue : « image001.png »" in told(receipt(intake, FRAMES[0]))


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("status: duplicate\nduplicate_of: prix/rabais\n", "a duplicate of 'prix/rabais'"),
        ("status: closed\n", "a question that is closed"),
        ("status: synthesised\n", ""),
    ],
)
def test_question_that_takes_no_answers(keys: str, said: str) -> None:
    """Who answers a question that is settled is told to the organiser, with the one meant."""
    outcome = f"---\ndate: 2024-11-03\n{keys}---\n\nOui.\n".encode()
    texts = {**TEXTS, "questions/prix/marge.md": outcome}
    forum = replace(FORUM, library=load(texts, SETTINGS)[0], texts=texts)
    found = read_letter(letter("", x_md=ANSWER.format(author="ana").replace("rabais", "marge")))
    assert isinstance(found, Letter)
    words = receipt(receive(found, forum), FRAMES[1])
    assert ("answers a question" in words, said in words) == (bool(said), True), words
