"""What people call the keys of the frontmatter: in French, and as other programs do."""

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import Final

from mkdocs_forum.core.words.slugs import slugify

SYNONYMS: Final[Mapping[str, str]] = {
    "title": "titre intitule nom",
    "edition": "forum annee rencontre",
    "speakers": "intervenant intervenante intervenants intervenantes orateur oratrice orateurs "
    "conferencier conferenciere conferenciers auteur autrice auteurs author authors",
    "author": "auteur autrice auteure nom membre",
    "name": "nom prenom nom-prenom prenom-nom",
    "session": "seance atelier",
    "order": "ordre rang position",
    "date": "jour le",
    "end_date": "date-de-fin fin date-fin",
    "updated": "modifie modifiee mise-a-jour maj revu",
    "topics": "theme themes thematique thematiques sujet sujets mot-cle mots-cles etiquette "
    "etiquettes tag tags keyword keywords categories",
    "theme": "sujet topic topics",
    "summary": "resume chapeau chapo description abstract",
    "lang": "langue language",
    "licence": "license droits",
    "aliases": "alias anciennes-adresses ancienne-adresse redirections redirect-from",
    "question_aliases": "anciennes-questions alias-questions",
    "draft": "brouillon",
    "number": "numero rang",
    "place": "lieu ville region adresse localite location",
    "organiser": "organisateur organisatrice organisateurs organisation",
    "website": "site site-web site-internet url web lien",
    "retained": "retenue retenu gardee",
    "sources": "references reference bibliographie livres",
    "status": "statut etat",
    "by": "par auteur autrice author",
    "duplicate_of": "doublon doublon-de",
    "company": "entreprise societe cabinet organisation",
    "role": "metier fonction profession poste activite",
    "photo": "portrait image",
    "account": "compte github pseudo",
    "contact": "coordonnees",
    "consent": "accord consentement autorisation rgpd",
    "publish": "publier publie publication",
    "email": "courriel mail e-mail mel adresse-electronique adresse-e-mail",
    "phone": "telephone tel mobile portable",
    "address": "adresse adresse-postale",
}
"""Slugs of such words by the key that they stand for; a word may stand for one key of each kind."""

BELOW: Final[Mapping[str, str]] = {
    "email": "contact",
    "phone": "contact",
    "address": "contact",
    "publish": "consent",
}
"""Keys by the key that they stand below."""


def synonyms(key: str) -> list[str]:
    """Give the words that stand for a key."""
    return SYNONYMS.get(key, "").split()


def near_key(name: str, known: Collection[str]) -> str | None:
    """Tell which of the keys that may stand in a place somebody meant by another name."""
    word = slugify(name)
    meant = (key for key in known if word in synonyms(key))
    near = get_close_matches(word.replace("-", "_"), known, n=1)
    return next(meant, None) or next(iter(near), None)


def nested_key(name: str, known: Collection[str]) -> tuple[str, str] | None:
    """Tell which key below another one somebody wrote beside it: the other one, and that key."""
    below = [key for key, holder in BELOW.items() if holder in known]
    word = slugify(name)
    found = next((key for key in below if word == key or word in synonyms(key)), None)
    return (BELOW[found], found) if found else None
