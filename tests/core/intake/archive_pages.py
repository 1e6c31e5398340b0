"""Pages as they were made between 1998 and 2010: six talks in each of five layouts."""

# ruff: noqa: E501  # Programs of that time broke no lines.

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from textwrap import wrap


@dataclass(frozen=True)
class Talk:
    """A made-up talk."""

    title: str
    speaker: str
    written: str
    """The speaker's name as the page spells it."""
    company: str
    role: str
    edition: str
    number: int
    theme: str
    date: str
    day: str
    """The day as the page writes it."""
    phone: str
    street: str
    town: str
    mail: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    asking: str
    """Heading above the questions."""
    questions: tuple[str, ...]


def _text(*sentences: str) -> str:
    return " ".join(sentences)


TALKS = (
    Talk(
        "Le prix de la première journée",
        "Hélène Castaing",
        "Hélène Castaing",
        "Castaing Conseil",
        "Consultante en organisation",
        "Deuxième forum interconsultants",
        2,
        "Vendre sans se vendre",
        "2001-10-12",
        "Vendredi 12 octobre 2001",
        "04 90 00 00 17",
        "12 bis, rue du Four",
        "84000 Avignon",
        "helene@castaing.example",
        (
            (
                "",
                (
                    _text(
                        "La première journée chez un client n'est jamais facturée à son prix : "
                        "j'y apprends plus que je n'y apporte, et le client le sait.",
                        "Je raconte ici trois débuts de mission.",
                    ),
                ),
            ),
            (
                "Ce que le client achète",
                (
                    _text(
                        "Il croit acheter un diagnostic ; il achète d'abord quelqu'un qui l'écoute "
                        "sans attendre son tour de parler."
                    ),
                    "Cela se paie, mais ne se met sur aucune facture que je connaisse.",
                ),
            ),
            (
                "Ce que je lui vends",
                (
                    _text(
                        "Une méthode, des jours, un rapport : 3 000 francs la journée en 1999, "
                        "l'équivalent aujourd'hui, c'est-à-dire moins."
                    ),
                ),
            ),
        ),
        "Questions en suspens",
        (
            "Faut-il facturer la première journée ?",
            "Comment dire à un client qu'il ne sait pas ce qu'il veut ?",
            "Que devient un diagnostic que personne ne lit ?",
        ),
    ),
    Talk(
        "Sous-traiter à un ami",
        "Marc Delombre",
        "Marc DELOMBRE",
        "MD Formation",
        "Formateur",
        "5e forum interconsultants GDC",
        5,
        "Co-traitance et approche client",
        "2004-09-24",
        "24 septembre 2004",
        "01 40 00 00 02",
        "BP 117",
        "75011 Paris Cedex",
        "marc.delombre@formation.example",
        (
            (
                "",
                (
                    _text(
                        "J'ai confié à un ami la moitié d'une mission que je ne pouvais pas tenir "
                        "seul, et j'ai failli perdre l'ami, puis le client."
                    ),
                ),
            ),
            (
                "1. Le contrat que nous n'avons pas écrit",
                (
                    _text(
                        "Nous nous connaissions depuis le lycée. Écrire qui ferait quoi nous a "
                        "semblé presque blessant, et nous avons commencé le lundi."
                    ),
                    "Le mardi, il était en retard ; le mercredi, c'était moi.",
                ),
            ),
            (
                "2. Ce que le client a vu",
                (
                    _text(
                        "Deux consultants qui ne disaient pas la même chose de la même réunion. "
                        "Il nous a demandé, avec beaucoup de tact, lequel était le chef."
                    ),
                ),
            ),
            (
                "3. Ce que nous écririons aujourd'hui",
                (
                    "Qui parle au client, qui signe, qui paie l'erreur de l'autre, et jusqu'à quand.",
                ),
            ),
        ),
        "Questions largement en suspens...",
        (
            "Peut-on sous-traiter à quelqu'un qu'on ne pourra pas gronder ?",
            "Qui présente la facture au client final ?",
        ),
    ),
    Talk(
        "Pourquoi nos rapports font peur",
        "Anne-Lise Fournerat",
        "Anne-Lise Fournerat",
        "Cabinet Fournerat & Associés",
        "Conseil en communication écrite",
        "VIe Forum des consultants indépendants",
        6,
        "Écrire, dire, taire",
        "2005-05-27",
        "Vendredi 27 mai 2005",
        "04 78 00 00 33",
        "Résidence Les Tilleuls",
        "69003 LYON",
        "al.fournerat@ecrits.example",
        (
            (
                "Un constat",
                (
                    _text(
                        "Sur quarante rapports remis en quatre ans, j'en ai retrouvé onze chez "
                        "leurs destinataires, dont sept sous une plante verte."
                    ),
                ),
            ),
            (
                "Trois remèdes",
                (
                    _text(
                        "Écrire plus court est le remède que tout le monde connaît et que "
                        "personne ne prend, parce que le client paie au poids."
                    ),
                    _text(
                        "Écrire avec le client demande deux réunions de plus ; c'est le seul qui "
                        "ait marché, et je ne sais toujours pas le vendre."
                    ),
                ),
            ),
            (
                "Ce qui reste",
                ("Un rapport qui ne fait pas peur dit d'abord ce qu'il ne sait pas.",),
            ),
        ),
        "Questions ouvertes",
        (
            "Un rapport de deux pages peut-il coûter dix jours ?",
            "Qui a le droit de corriger un constat ?",
            "Comment montrer le travail sans montrer les brouillons ?",
            "Que faire d'une conclusion que le client refuse ?",
        ),
    ),
    Talk(
        "La confiance se mesure au téléphone",
        "Bruno Savary",
        "M. Bruno Savary",
        "Savary Développement",
        "Coach de dirigeants",
        "Troisième forum interconsultants",
        3,
        "Le client, cet inconnu",
        "2002-09-20",
        "20/09/2002",
        "05 56 00 00 48",
        "3, cours Pasteur",
        "33000 Bordeaux",
        "bsavary@dirigeants.example",
        (
            (
                "",
                (
                    _text(
                        "Je compte depuis six ans le temps que mettent mes clients à me rappeler : "
                        "c'est le meilleur indicateur de la santé d'une mission que je possède."
                    ),
                    "Il ne coûte rien et ne vexe personne.",
                ),
            ),
            (
                "Comment je compte",
                (
                    _text(
                        "Une colonne pour l'appel, une pour la réponse, et le soir j'arrondis à la "
                        "demi-journée, car la précision serait un mensonge."
                    ),
                ),
            ),
            (
                "Ce que cela dit",
                (
                    _text(
                        "Au-delà de deux jours, quelque chose s'est passé que l'on ne me dit pas ; "
                        "au-delà de cinq, la mission est finie et je suis le dernier à le savoir."
                    ),
                ),
            ),
        ),
        "Questions laissées en suspens",
        (
            "À partir de quel silence faut-il s'inquiéter ?",
            "Le courrier électronique a-t-il rendu les clients plus patients ?",
            "Doit-on dire au client qu'on le mesure ?",
        ),
    ),
    Talk(
        "Quand le consultant devient meuble",
        "Yasmina Ferrouk",
        "FERROUK Yasmina",
        "YF Ressources",
        "Psychologue du travail",
        "Huitième forum interconsultants",
        8,
        "Durer",
        "2007-06-01",
        "Vendredi 1er juin 2007",
        "04 67 00 00 91",
        "27 avenue de la Gare",
        "34000 Montpellier",
        "yferrouk@ressources.example",
        (
            (
                "",
                (
                    _text(
                        "Après trois ans chez le même client, on m'a donné un badge, un casier, et "
                        "l'on a cessé de m'écouter : j'étais devenue un meuble."
                    ),
                ),
            ),
            (
                "Les signes",
                (
                    _text(
                        "On ne se tait plus quand j'entre. On me demande où sont rangées les "
                        "fournitures. On ne me demande plus ce que je pense."
                    ),
                ),
            ),
            (
                "Partir à temps",
                (
                    _text(
                        "J'ai fixé depuis une règle simple : aucune mission de plus de dix-huit "
                        "mois, même si le client insiste, surtout si le client insiste."
                    ),
                    "Elle me coûte un quart de mon chiffre d'affaires chaque année impaire.",
                ),
            ),
        ),
        "Questions en suspens",
        (
            "Combien de temps reste-t-on étranger à une maison ?",
            "Peut-on revenir chez un client que l'on a quitté ?",
            "Qui, du client ou du consultant, doit dire que c'est fini ?",
        ),
    ),
    Talk(
        "Apprendre à dire non en réunion",
        "Jean-François Morlaix",
        "Jean-François Morlaix",
        "Institut Morlaix",
        "Expert en négociation",
        "10ème Forum interconsultants",
        10,
        "Refuser",
        "2009-10-02",
        "Vendredi 2 octobre 2009",
        "02 99 00 00 54",
        "8, quai Lamennais",
        "35000 Rennes",
        "jf@morlaix.example",
        (
            (
                "",
                (
                    _text(
                        "Dire non devant douze personnes est un métier que personne ne m'a appris ; "
                        "je l'ai exercé quarante fois avant de le comprendre."
                    ),
                ),
            ),
            (
                "Le non du calendrier",
                (
                    _text(
                        "C'est le plus facile : la date ne convient pas. Il ne trompe personne, "
                        "mais il laisse à chacun le temps de changer d'avis sans perdre la face."
                    ),
                ),
            ),
            (
                "Le non de principe",
                (
                    _text(
                        "Il demande une phrase, une seule, préparée la veille. À la deuxième phrase "
                        "on négocie déjà, et l'on a perdu."
                    ),
                ),
            ),
        ),
        "Questions restées en suspens",
        (
            "Un refus se justifie-t-il ?",
            "Comment refuser sans que la mission s'arrête ?",
        ),
    ),
)


def _coded(text: str) -> str:
    """Write a text as editors of that time did, with names for its letters here and there."""
    return escape(text, quote=False).replace("é", "&eacute;").replace("'", "’")


def columns(talk: Talk) -> str:
    """Lay a page out in two columns of a table, the card on the left, breaks for paragraphs."""
    body = "".join(
        (f'<font size="3" color="#003366"><b>{_coded(head)}</b></font><br><br>\n' if head else "")
        + "".join(f"{_coded(text)}<br>\n<br>\n" for text in texts)
        for head, texts in talk.sections
    )
    asked = "".join(f"&#8226; {_coded(question)}<br>\n" for question in talk.questions)
    return f"""<html><head><title>{_coded(talk.title)}</title>
<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"></head>
<body bgcolor="#FFFFFF"><table width="100%" border="0" cellpadding="4"><tr>
<td colspan="2"><font face="Arial" size="2">Intervention de foire aux id&eacute;es</font>
<font size="1">[ <a href="index.htm">Sommaire</a> - <a href="javascript:print()">Imprimer</a> ]</font></td></tr>
<tr><td colspan="2" align="center"><b>{_coded(talk.edition)}</b><br>"{_coded(talk.theme)}"<br>{_coded(talk.day)}</td></tr>
<tr><td width="25%" valign="top"><font face="Arial" size="2"><b>{_coded(talk.written)}</b><br>{_coded(talk.company)}<br>
{_coded(talk.role)}<br><br>T&eacute;l. : {talk.phone}<br>Fax : {talk.phone}<br><br>{_coded(talk.street)}<br>
{_coded(talk.town)}<br><a href="mailto:{talk.mail}">{talk.mail}</a></font></td>
<td width="75%"><font face="Arial"><font size="5">{_coded(talk.title)}</font><br><br>
{body}
<b>{_coded(talk.asking)}</b><br><br>{asked}</font></td></tr></table></body></html>"""


def centred(talk: Talk) -> str:
    """Lay a page out as FrontPage did: all centred above, the card below the text."""
    body = "".join(
        (f"<p><b>{_coded(head)}</b></p>\n" if head else "")
        + "".join(f'<p align="justify">{_coded(text)}</p>\n' for text in texts)
        for head, texts in talk.sections
    )
    asked = "".join(f"<li>{_coded(question)}\n" for question in talk.questions)
    return f"""<HTML><HEAD><META NAME="GENERATOR" Content="Microsoft FrontPage 3.0">
<TITLE>{_coded(talk.edition)} - {_coded(talk.title)}</TITLE></HEAD><BODY BACKGROUND="fond.gif">
<P ALIGN="center"><IMG SRC="images/logo.gif" ALT="Forum" WIDTH=120 HEIGHT=60></P>
<p align="center"><font size="2">{_coded(talk.edition)}, {_coded(talk.day.lower())}</font></p>
<p align="center">Th&egrave;me : {_coded(talk.theme)}</p>
<p align="center"><font size="6" color="#800000"><strong>{_coded(talk.title)}</strong></font></p>
<p align="center"><em>par {_coded(talk.written)}, {_coded(talk.company)}</em></p>
<hr>
{body}<p><b>{_coded(talk.asking)}</b></p>
<ul>{asked}</ul>
<hr><p><font size="2">{_coded(talk.written)}<br>T&eacute;l : {talk.phone}<br>{_coded(talk.street)}<br>{_coded(talk.town)}</font></p>
<p align="center"><a href="sommaire.htm">Retour au sommaire</a> | <a href="#haut">Haut de page</a></p>
<p><font size="1">&copy; 2001 - derni&egrave;re mise &agrave; jour : 3 mars 2002</font></p></BODY></HTML>"""


def styled(talk: Talk) -> str:
    """Lay a page out by a style sheet, with a menu and marked headings."""
    body = "".join(
        (f"<h2>{escape(head)}</h2>\n" if head else "")
        + "".join(f"<p>{escape(text)}</p>\n" for text in texts)
        for head, texts in talk.sections
    )
    asked = "".join(f"<li>{escape(question)}</li>\n" for question in talk.questions)
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr"><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252" />
<title>Forum - {escape(talk.title)}</title><style type="text/css">h1 {{ font-size: 1.6em }} #menu {{ float: left }}</style></head>
<body><div id="menu"><ul><li><a href="/">Accueil</a></li><li><a href="/actes/">Actes</a></li><li><a href="/contact.php">Contact</a></li></ul></div>
<div id="contenu"><p class="rubrique">{escape(talk.edition)} : «&nbsp;{escape(talk.theme)}&nbsp;»</p><p class="date">{escape(talk.day)}</p>
<h1>{escape(talk.title)}</h1>
<p class="auteur">{escape(talk.written)}<br />{escape(talk.role)}<br />{escape(talk.company)}</p>
{body}<h2>{escape(talk.asking)}</h2><ul>
{asked}</ul>
<address>{escape(talk.street)}, {escape(talk.town)} – Tél. {talk.phone} – <a href="mailto:{talk.mail}">{talk.mail}</a></address></div>
<div id="pied"><a href="#menu">Haut de la page</a> | <a href="imprimer.php?id=4">Version imprimable</a></div></body></html>"""


def labelled(talk: Talk) -> str:
    """Lay a page out with a table of names and values above, and classes for headings."""
    body = "".join(
        (f'<p class="intertitre">{_coded(head)}</p>\n' if head else "")
        + "".join(f'<p class="texte">{_coded(text)}</p>\n' for text in texts)
        for head, texts in talk.sections
    )
    asked = "".join(f"<p>- {_coded(question)}</p>\n" for question in talk.questions)
    return f"""<html><head><title>actes</title><style>.texte {{ font-family: Verdana; font-size: 11px }}
.intertitre {{ font-family: Verdana; font-size: 12px; font-weight: bold; color: #336699 }}</style></head><body>
<table border="1" cellspacing="0"><tr><td><b>Forum :</b></td><td>{_coded(talk.edition)}</td></tr>
<tr><td><b>Date :</b></td><td>{_coded(talk.day)}</td></tr><tr><td><b>Th&egrave;me :</b></td><td>{_coded(talk.theme)}</td></tr>
<tr><td><b>Session :</b></td><td>Atelier</td></tr><tr><td><b>Intervenant :</b></td><td>{_coded(talk.written)}</td></tr>
<tr><td><b>Soci&eacute;t&eacute; :</b></td><td>{_coded(talk.company)}</td></tr><tr><td><b>Fonction :</b></td><td>{_coded(talk.role)}</td></tr>
<tr><td><b>T&eacute;l. :</b></td><td>{talk.phone}</td></tr><tr><td><b>E-mail :</b></td><td>{talk.mail}</td></tr>
<tr><td><b>Titre :</b></td><td>{_coded(talk.title)}</td></tr></table>
{body}<p class="intertitre">{_coded(talk.asking)}</p>
{asked}<p><a href="liste.asp">Liste des interventions</a></p></body></html>"""


def office(talk: Talk) -> str:
    """Lay a page out as Word saves it."""
    body = "".join(
        (
            f"<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>{_coded(head)}<o:p></o:p></b></p>\n"
            if head
            else ""
        )
        + "".join(
            f"<p class=MsoNormal style='text-align:justify'>{_coded(text)}</p>\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n"
            for text in texts
        )
        for head, texts in talk.sections
    )
    asked = "".join(
        "<p class=MsoNormal style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'>"
        "<span style='font-family:Symbol'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span>"
        f"{_coded(question)}</p>\n"
        for question in talk.questions
    )
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<meta name=Generator content="Microsoft Word 9"><title>Intervention</title><!--[if gte mso 9]><xml><o:Author>x</o:Author></xml><![endif]-->
<style><!-- p.MsoNormal {{ margin:0cm; font-size:12.0pt }} --></style></head><body lang=FR><div class=Section1>
<p class=MsoNormal align=center>{_coded(talk.edition)}</p><p class=MsoNormal align=center>« {_coded(talk.theme)} »</p>
<p class=MsoNormal align=center>{_coded(talk.day)}</p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal align=center><b><span style='font-size:18.0pt'>{_coded(talk.title)}<o:p></o:p></span></b></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>{_coded(talk.written)}</p><p class=MsoNormal>{_coded(talk.company)}</p><p class=MsoNormal>{_coded(talk.role)}</p>
<p class=MsoNormal>{_coded(talk.street)}</p><p class=MsoNormal>{_coded(talk.town)}</p><p class=MsoNormal>T&eacute;l. {talk.phone}</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
{body}<p class=MsoNormal><b>{_coded(talk.asking)}<o:p></o:p></b></p>
{asked}</div></body></html>"""


def spaced(talk: Talk) -> str:
    """Write a talk as a browser copies its page: nothing but lines and empty ones."""
    lines = ["Intervention de foire aux idées\xa0", "[ Sommaire - Imprimer ]", "", talk.edition]
    lines += [
        f'"{talk.theme}"',
        talk.day,
        "",
        "\xa0",
        "",
        talk.written,
        talk.company,
        talk.role,
        "",
    ]
    lines += [f"Tél. : {talk.phone}", f"Fax : {talk.phone}", "", talk.street, "Lieu-dit Les Aires"]
    lines += [talk.town, "", "\xa0", "", talk.title, ""]
    for head, texts in talk.sections:
        lines += [head, ""] if head else []
        for text in texts:
            lines += [text, ""]
    return "\n".join([*lines, talk.asking, "", *(f"  • {question}" for question in talk.questions)])


def typed(talk: Talk) -> str:
    """Write a talk as plain text, its lines broken at seventy signs, its headings underlined."""
    lines = [talk.edition.upper(), f'"{talk.theme}" - {talk.day}', "", talk.written]
    lines += [f"{talk.company}, {talk.role}", f"Tel: {talk.phone}", ""]
    lines += [talk.title, "=" * len(talk.title), ""]
    for head, texts in talk.sections:
        lines += [head, "-" * len(head), ""] if head else []
        for text in texts:
            lines += [*wrap(text, 70), ""]
    lines += [talk.asking, "-" * len(talk.asking), ""]
    for question in talk.questions:
        lines += wrap(question, 50, initial_indent="  * ", subsequent_indent="    ")
    return "\n".join(lines)


LAYOUTS: Mapping[str, Callable[[Talk], str]] = {
    layout.__name__: layout for layout in (columns, centred, styled, labelled, office)
}
TEXTS: Mapping[str, Callable[[Talk], str]] = {layout.__name__: layout for layout in (spaced, typed)}
