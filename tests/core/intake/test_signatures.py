"""Lines that people, programs and services set below the words of a letter, or above them."""

import pytest

from mkdocs_forum.core.intake.mail.omissions import Kind
from mkdocs_forum.core.intake.mail.replies import read_reply
from tests.growth import LINEAR, growth

TEXT = "Il faut trois devis.\n\nEt en lire un seul."
NOTICES = (
    *("Garanti sans virus. www.avast.com", "Sans virus.www.avg.com", "Virus-free.www.avast.com"),
    "L'absence de virus dans ce courrier électronique a été vérifiée par le logiciel antivirus "
    "Avast.\nwww.avast.com",
    "Cet e-mail a été vérifié par le logiciel antivirus d'Avast.\nwww.avast.com",
    "This email has been checked for viruses by Avast antivirus software.\nwww.avast.com",
    "Ce message et toutes les pièces jointes (ci-après le « message ») sont établis à l'intention "
    "exclusive de ses destinataires et sont confidentiels.",
    "Ce courriel et ses pièces jointes peuvent contenir des informations confidentielles.",
    "Ce mail est confidentiel.",
    "This message and any attachments are confidential and intended for the addressee only.",
    "The information contained in this e-mail is confidential.",
    "AVIS DE CONFIDENTIALITÉ : ce message vous est destiné.",
    "CONFIDENTIALITY NOTICE: This e-mail is for you.",
    *("Pensez à l'environnement avant d'imprimer ce message.", "P Avant d'imprimer, pensez-y."),
    "Please consider the environment before printing this email.",
    "Merci de n'imprimer ce message que si nécessaire.",
    "Vous recevez ce message, car vous êtes abonné au groupe Google Groupes « Forum ».\nPour vous "
    "désabonner, écrivez à forum+unsubscribe@example.org.",
    "Pour vous désinscrire de la liste, suivez ce lien : https://example.org/",
    "Une messagerie gratuite, garantie à vie et des services en plus, ça vous tente ?\nJe crée ma "
    "boîte mail www.laposte.net",
)
BANNERS = (
    *("Attention : message externe.", "[EXTERNE]", "Message externe : prudence", "[EXTERNAL]"),
    "ATTENTION : Ce courriel provient de l'extérieur de l'organisation.",
    "Ce message provient d'un expéditeur externe.",
    "Attention, ce mail provient de l'extérieur.",
    "CAUTION: This email originated from outside of the organization.",
    "WARNING - External email",
    "Vous n’obtenez pas souvent d’e-mail à partir de ana@example.org. Découvrez pourquoi cela est "
    "important",
    "You don't often get email from ana@example.org. Learn why this is important",
)
DEVICES = (
    *("Envoyé de mon iPhone", "Envoyé depuis mon appareil mobile Samsung", "Envoyé de mon Galaxy"),
    *("Envoyé depuis l'application Mail Orange", "Envoyé à partir de Outlook pour Android"),
    *("Envoyé avec la messagerie sécurisée Proton Mail.", "Provenance : Courrier pour Windows"),
    *("Télécharger Outlook pour iOS<https://aka.ms/o0ukef>", "Obtenir Outlook pour Android"),
    *("Sent from my iPad", "Get Outlook for iOS", "Von meinem iPhone gesendet"),
    *("Inviato da iPhone", "Enviado desde mi iPhone", "Verstuurd vanaf mijn iPhone"),
)
SIGNATURES = (
    *("Bises", "Bises,\nÉdith", "Gros bisous\nÉdith", "Je t'embrasse,\nÉdith", "À+\nÉdith"),
    *("Amitiés,\n\nÉdith", "Bien amicalement,\nÉdith Le Goff", "Très cordialement\nÉdith"),
    *(
        "Bonne réception,\nÉdith",
        "Bon week-end !\nÉdith",
        "Je vous souhaite une bonne journée,\nÉ.",
    ),
    *("Dans l'attente de vous lire,\nÉdith", "Merci encore,\nÉdith", "Cordialement.\n\nÉ. Le Goff"),
    *("Édith Le Goff\n06 39 98 12 34", "__\nÉdith Le Goff\nConsultante", "—\nÉdith", "Édith"),
    "Édith Le Goff\nConsultante en achats\n12 rue du Port, 29200 Brest\nTél. : 02 99 00 12 34\n"
    "edith@example.org – www.example.org",
    "Édith Le Goff\n\nConseil et formation\n\n06 39 98 12 34",
    "**Édith LE GOFF**\n*Consultante*\n[edith@example.org](mailto:edith@example.org)",
    "Mit freundlichen Grüßen\nÉdith",
    "Cordiali saluti,\nÉdith",
    "Un saludo,\nÉdith",
)
KEPT = (
    *("Bonne question.", "Cordialement, il faut le dire.", "Attention : trois devis."),
    *(
        "Ce message est clair.",
        "Bob",
        "Юрий",
        "Trois devis\n\nBob a dit le reste.",
        "Voir www.example.org",
    ),
    *("Appelez Édith au 06 39 98 12 34.", "- Édith\n- Bob", "1. Édith", "P.-S. : Édith"),
    "Envoyé de Brest, le devis arriva\nle lendemain.",
    "Ce message de confiance, il faut le donner d'abord.",
)


@pytest.mark.parametrize("signature", ["", "\n\nCordialement,\nÉdith", "\n\nÉdith\n06 39 98 12 34"])
@pytest.mark.parametrize("notice", NOTICES)
def test_notices(notice: str, signature: str) -> None:
    """What a program, a list or a company adds below a letter is told as such."""
    reply = read_reply(f"{TEXT}{signature}\n\n{notice}\n".split("\n"), ["Édith Le Goff"])
    told = [line for line in reply.omitted[Kind.NOTICE] if line]
    assert (reply.text, told) == (TEXT, notice.split("\n"))


def test_end_of_a_notice() -> None:
    """Below a signature, a notice goes on to the end."""
    notice = f"{NOTICES[6]}\n\nToute utilisation est interdite.\n\nNous déclinons tout."
    reply = read_reply(f"{TEXT}\n\nCordialement\n\n{notice}".split("\n"))
    assert (reply.text, list(reply.omitted[Kind.NOTICE])) == (TEXT, notice.split("\n"))


@pytest.mark.parametrize("banner", BANNERS)
def test_banners(banner: str) -> None:
    """What a program for security sets above a letter is told as such."""
    reply = read_reply(f"{banner}\n\n{TEXT}\n".split("\n"))
    assert (reply.text, list(reply.omitted[Kind.NOTICE])) == (TEXT, [banner])


@pytest.mark.parametrize("device", DEVICES)
def test_devices(device: str) -> None:
    """What a device says of itself is left out, below a letter and above it."""
    below, above = (
        read_reply(text.split("\n")) for text in (f"{TEXT}\n\n{device}\n", f"{device}\n\n{TEXT}")
    )
    assert (below.text, above.text) == (TEXT, TEXT)
    assert Kind.SIGNATURE in below.omitted
    assert Kind.NOTICE in above.omitted


@pytest.mark.parametrize("signature", SIGNATURES)
def test_signatures(signature: str) -> None:
    """A signature is left out with the formula above it, or with the name alone."""
    reply = read_reply(f"{TEXT}\n\n{signature}\n".split("\n"), ["Édith Le Goff"])
    assert (reply.text, [*reply.omitted]) == (TEXT, [Kind.SIGNATURE])


@pytest.mark.parametrize("words", KEPT)
def test_kept(words: str) -> None:
    """Words that only look like it are the author's."""
    text = f"{TEXT}\n\n{words}"
    assert read_reply(text.split("\n"), ["Édith Le Goff"]).text == text


@pytest.mark.parametrize(
    "piece", ["Ce message est confidentiel.\n\n", "Édith\n\n", "__\n", "Ce mail et ", "**", "06 "]
)
def test_time(piece: str) -> None:
    """No letter takes longer than in proportion to its length."""

    def work(text: str) -> object:
        return read_reply(text.split("\n"), ["Édith Le Goff"])

    assert growth(work, lambda size: piece * (size // len(piece))) < LINEAR
