"""Typography of prose: sentences of our own, set as the usage of each language wants it.

In the tables `_` stands for a full space that doesn't break, `~` for a thin one.
"""

import unicodedata
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.words.typography.edits import Edit, edited
from mkdocs_forum.core.words.typography.replacements import replacements
from mkdocs_forum.core.words.typography.rules import typeset

FRENCH = {
    # The apostrophe.
    "elision": (
        "L'offre qu'il a lue n'est plus d'actualité",
        "L’offre qu’il a lue n’est plus d’actualité",
    ),
    "word with an apostrophe": ("Jusqu'à aujourd'hui", "Jusqu’à aujourd’hui"),
    "elision before a quote": (
        "L'\"effet tunnel\" et l'« effet retard »",
        "L’«~effet tunnel~» et l’«~effet retard~»",
    ),
    "elision before a number": ("Plus d'1 an après l'an 2000", "Plus d’1 an après l’an 2000"),
    "elision and a space": ("l' homme", "l’ homme"),
    "names with an apostrophe": ("O'Brien et d'Artagnan", "O’Brien et d’Artagnan"),
    "two apostrophes in a word": ("le rock'n'roll", "le rock’n’roll"),
    "year without its century": ("mai '68", "mai ’68"),
    "capitals": ("L'ÉTÉ D'UN CONSULTANT", "L’ÉTÉ D’UN CONSULTANT"),
    # Quotation marks.
    "quote": ('Elle a dit "oui" sans lire', "Elle a dit «~oui~» sans lire"),
    "quote of a sentence": ('Il répondit: "Non."', "Il répondit_: «~Non.~»"),
    "quote with its question mark": ('"Qui paie ?" demanda-t-il', "«~Qui paie~?~» demanda-t-il"),
    "question mark behind a quote": ('Avez-vous dit "jamais"?', "Avez-vous dit «~jamais~»~?"),
    "quote in a quote": ('"Il m\'a dit "plus tard" hier"', "«~Il m’a dit “plus tard” hier~»"),
    "quotes that end together": ('"Il m\'a dit "plus tard""', "«~Il m’a dit “plus tard”~»"),
    "straight quote in guillemets": ('« Il a dit "non" »', "«~Il a dit “non”~»"),
    "guillemets in a straight quote": ('"Il a dit « non »"', "«~Il a dit «~non~»~»"),
    "three quotes": ('"a "b "c" b" a"', "«~a “b ‘c’ b” a~»"),
    "quote in parentheses": ('(voir "annexe", p. 3)', "(voir «~annexe~», p._3)"),
    "quote with spaces": ('Le " bon " client', "Le «~bon~» client"),
    "quote that begins with dots": ('"...et puis rien"', "«~…et puis rien~»"),
    "quote before a hyphen": ('un "quasi"-contrat', "un «~quasi~»-contrat"),
    "two quotes": ('"oui" ou "non"', "«~oui~» ou «~non~»"),
    "guillemets without spaces": ("«oui»", "«~oui~»"),
    "guillemets with spaces": ("« oui »", "«~oui~»"),
    "single quotes": ("les 'experts' d'hier", "les ‘experts’ d’hier"),
    "English quotes": ("un “devis” signé", None),
    # Points that go on.
    "ellipsis": ("Il hésite...", "Il hésite…"),
    "ellipsis and a question mark": ("Vraiment...?", "Vraiment…~?"),
    "what was left out": ("(...) et [...]", "(…) et […]"),
    "et cetera": ("devis, facture, etc...", "devis, facture, etc…"),
    # Dashes.
    "aside": (
        "Le client - un imprimeur - n'a rien dit.",
        "Le client –_un imprimeur_– n’a rien dit.",
    ),
    "aside with two hyphens": ("Le prix -- trop bas -- choque.", "Le prix –_trop bas_– choque."),
    "aside with long dashes": ("Le prix — trop bas — choque.", "Le prix —_trop bas_— choque."),
    "aside that closes a sentence": ("Il paie - tard. Et peu.", "Il paie – tard. Et peu."),
    "title and subtitle": ("Prix d'ami - deuxième partie", "Prix d’ami – deuxième partie"),
    "dashes of two sentences": ("Un – deux. Trois – quatre.", None),
    "two asides": ("a1 - b1 - c1 - d1 - e1", "a1 –_b1_– c1 –_d1_– e1"),
    "years": ("l'exercice 2020-2024", "l’exercice 2020–2024"),
    "pages": ("pp. 12-15 et p. 3-4", "pp._12–15 et p._3–4"),
    "ages": ("les 18-25 ans", "les 18–25 ans"),
    "shares": ("10-15 % du prix", "10–15_% du prix"),
    "years in parentheses": ("(1998-2004)", "(1998–2004)"),
    "years with two hyphens": ("2020--2024", "2020–2024"),
    # Signs with a space before them.
    "question mark": ("Pourquoi ?", "Pourquoi~?"),
    "question mark close to its word": ("Pourquoi?", "Pourquoi~?"),
    "exclamation mark": ("Enfin !", "Enfin~!"),
    "exclamation mark close to its word": ("Enfin!", "Enfin~!"),
    "semicolon": ("il lit ; elle signe", "il lit~; elle signe"),
    "semicolon close to its word": ("il lit; elle signe", "il lit~; elle signe"),
    "colon": ("Le prix : cher", "Le prix_: cher"),
    "colon close to its word": ("Le prix: cher", "Le prix_: cher"),
    "colon at the end": ("Trois points :", "Trois points_:"),
    "two signs": ("Quoi ?!", "Quoi~?!"),
    "two signs close to their word": ("Quoi?!", "Quoi~?!"),
    "three signs": ("Assez!!!", "Assez~!!!"),
    "two signs apart": ("Quoi ? !", "Quoi~?~!"),
    "sign in parentheses": ("(sic!)", "(sic~!)"),
    "sign before a guillemet": ("«Assez!»", "«~Assez~!~»"),
    "sign behind a bracket": ("le devis (signé)?", "le devis (signé)~?"),
    "sign behind an abbreviation": ("etc.; puis", "etc.~; puis"),
    "full space": ("Pourquoi_?", "Pourquoi~?"),
    "thin space before a colon": ("Le prix~: cher", "Le prix_: cher"),
    "several spaces": ("Pourquoi   ?", "Pourquoi~?"),
    "end of a line": ("Pourquoi\n?", "Pourquoi~?"),
    # Numbers.
    "per cent": ("10 % et 5,5 %", "10_% et 5,5_%"),
    "per cent close to its number": ("10% de 5,5%", "10_% de 5,5_%"),
    "per mille": ("8 ‰", "8_‰"),
    "euros": ("500 € par jour, 12€ l'heure", "500_€ par jour, 12_€ l’heure"),
    "thousands of euros": ("30 k€ et 2 M€", "30_k€ et 2_M€"),
    "thousands": ("10 000 clients", "10~000 clients"),
    "millions": ("1 250 000 € d'encours", "1~250~000_€ d’encours"),
    "thousands and decimals": ("1 234,50 €", "1~234,50_€"),
    "hours": ("de 9 h à 18 h 30", "de 9_h à 18_h_30"),
    "hours without spaces": ("de 9h à 18h30", "de 9_h à 18_h_30"),
    "hours joined": ("8h30-10h", "8_h_30-10_h"),
    "length and area": ("3 km, 20 m² et 4 m", "3_km, 20_m² et 4_m"),
    "speed": ("50 km/h", "50_km/h"),
    "temperature": ("20 °C le matin, 31°C le soir", "20_°C le matin, 31_°C le soir"),
    "weight and energy": ("5 kg, 100 kWh", "5_kg, 100_kWh"),
    "size of a file": ("3 Mo ou 100 Kio", "3_Mo ou 100_Kio"),
    # Words joined to what is behind them.
    "mister": ("M. Durand et MM. Petit", "M._Durand et MM._Petit"),
    "madam": ("Mme Élie, Mlle Roux, Mmes Ida et Zoé", "Mme_Élie, Mlle_Roux, Mmes_Ida et Zoé"),
    "doctor and lawyer": ("le Dr Wu et Me Faure", "le Dr_Wu et Me_Faure"),
    "word like a title": ("Me voici, M. le maire", None),
    "number sign": ("le lot n° 14, puis n°15", "le lot n°_14, puis n°_15"),
    "page": ("voir p. 12", "voir p._12"),
    "paragraph": ("le § 3 et le §4", "le §_3 et le §_4"),
    "article": ("l'art. 5 du contrat", "l’art._5 du contrat"),
    "chapter in Roman numerals": ("chap. IV, t. II", "chap._IV, t._II"),
    "volume and figure": ("vol. 2, fig. 7", "vol._2, fig._7"),
    "ordinals": ("le 1er mai, le XIXe siècle, la 2e fois", None),
}
"""French prose and what is made of it; nothing where it stays as it is."""

ENGLISH = {
    "apostrophe": ("It's the client's", "It’s the client’s"),
    "plural": ("the clients' needs", "the clients’ needs"),
    "clipped words": ("'tis rock 'n' roll", "’tis rock ’n’ roll"),
    "decades": ("the '90s and the 1990's", "the ’90s and the 1990’s"),
    "quote": ('He said "yes".', "He said “yes”."),
    "quote in a quote": ('"He said "yes""', "“He said ‘yes’”"),
    "single quotes": ("'It's fine,' she said", "‘It’s fine,’ she said"),
    "single quotes in double ones": ("\"He said 'yes'\"", "“He said ‘yes’”"),
    "ellipsis": ("Well...", "Well…"),
    "aside": ("The price - too low - matters", "The price – too low – matters"),
    "long dash": ("The price --- too low", "The price — too low"),
    "years and pages": ("2020-2024, pp. 12-15", "2020–2024, pp._12–15"),
    "section of a law": ("Section 12-15 and Boeing 737-800", None),
    "no space before signs": ("Why? No! One; two: 10% of 10 000 km", None),
    "space before a sign": ("About: price !", None),
    "guillemets": ("«oui» « non »", None),
}
"""English prose and what is made of it."""

GERMAN = {
    "apostrophe": ("Wie geht's?", "Wie geht’s?"),
    "letter left out": ("Ich hab' Zeit", "Ich hab’ Zeit"),
    "genitive": ("Hans' Preis", "Hans’ Preis"),
    "clipped words": ("Rein in 'n Markt, so 'ne Sache", "Rein in ’n Markt, so ’ne Sache"),
    "quote": ('Sie sagte "ja".', "Sie sagte „ja“."),
    "quote of a sentence": ('Er fragte: "Warum?"', "Er fragte: „Warum?“"),
    "quote in a quote": ('"Er sagte "später" dazu"', "„Er sagte ‚später‘ dazu“"),
    "quotes that end together": ('"Er sagte "später""', "„Er sagte ‚später‘“"),
    "quote behind one that was set": ('„Ja“ und "nein"', "„Ja“ und „nein“"),
    "straight quote in one that was set": ('„Er sagte "ja" dazu“', "„Er sagte ‚ja‘ dazu“"),
    "set quote in a straight one": ('"Er sagte „ja“"', "„Er sagte „ja““"),
    "quote in parentheses": ('(siehe "Anhang", S. 3)', "(siehe „Anhang“, S._3)"),
    "single quotes": ("die 'Fachleute' von gestern", "die ‚Fachleute‘ von gestern"),
    "guillemets": ('»Ja« und «nein», dann "gut"', "»Ja« und «nein», dann „gut“"),
    "English quotes": ("ein “offer”, das gilt", None),
    "ellipsis": ("Er zögert ...", "Er zögert …"),
    "aside": ("Der Preis - zu tief - stört", "Der Preis – zu tief – stört"),
    "hyphens": ("Vor- und Nachteile, Haupteingang und -ausgang, Preis-Leistung", None),
    "years and pages": ("2020-2024, S. 12-15", "2020–2024, S._12–15"),
    "no space before signs": ("Warum? Nein! Eins; zwei: drei", None),
    "per cent": ("10 % und 5,5%", "10_% und 5,5_%"),
    "money": (
        "500 € am Tag, 12€ die Stunde, 3 Mio. Franken",
        "500_€ am Tag, 12_€ die Stunde, 3_Mio. Franken",
    ),
    "thousands": ("10 000 Kunden, 1 250 000 €", "10~000 Kunden, 1~250~000_€"),
    "thousands with points": ("10.000 Kunden", None),
    "time of day": ("um 14:30 Uhr oder 9 Uhr", "um 14:30_Uhr oder 9_Uhr"),
    "measures": ("3 km, 20 m² und 8 GB", "3_km, 20_m² und 8_GB"),
    "number sign": ("Angebot Nr. 14, dann Nr.15", "Angebot Nr._14, dann Nr._15"),
    "law": ("nach § 3 Abs. 2 und §4", "nach §_3 Abs._2 und §_4"),
    "book": ("Bd. 2, Kap. IV, Abb. 7", "Bd._2, Kap._IV, Abb._7"),
    "titles": ("Dr. Wu und Frau Faure", "Dr._Wu und Frau_Faure"),
    "title alone": ("Die Frau kam, Herr der Lage", None),
    "abbreviations": (
        "z. B. heute, d.h. morgen, i. d. R. nie",
        "z.~B. heute, d.~h. morgen, i.~d.~R. nie",
    ),
    "beginnings of abbreviations": ("zur z. Zeit, u. Anna", None),
}
"""German prose and what is made of it."""

UNTOUCHED = {
    "address": "https://example.org/l'offre?a=b;c=d et http://a.org:80/2020-2024/.../x",
    "address at the end": "Voir https://example.org/a.",
    "address without its scheme": "www.example.org/d'ici?x",
    "mail address": "ana.o'brien@example.org",
    "path": "/home/ana/l'offre/2020-2024/..., ~/d'ici et ../l'autre",
    "path of a file": "docs/d'hier/prix-2020-2024.md",
    "name of a file": "rapport-2020-2024.pdf",
    "Windows path": "C:\\temp\\l'offre et D:\\",
    "time": "12:30",
    "time with seconds": "à 12:30:05",
    "ratio": "au 1:200",
    "two colons": "std::vector et a::b",
    "name of an emoji": "merci :smile: et :+1:",
    "smileys": "bien :-) ou :) ou ;-) ou ;) ou :'( ou :D",
    "exclamation marks alone": "!!!",
    "negation": "a != b",
    "options": "tapez --fix ou -v",
    "day": "2026-05-29",
    "month": "2024-10",
    "day of another form": "le 10-12-2024",
    "version": "v1.2.3, 3.11-rc1, 1.0-2",
    "telephone number": "06 39 98 41 27",
    "telephone number with hyphens": "06-39-98-41-27 et 555-1234",
    "international telephone number": "+33 639 984 127",
    "service number": "0 800 123 456",
    "ISBN": "ISBN 978-2-7433-0482-9",
    "ISSN": "ISSN 1234-5678",
    "number of a company": "732 829 320 00074",
    "number of a law": "la loi 2004-2008, l’article 10-12",
    "article of a code": "art. L. 121-123",
    "standard": "ISO 10-20",
    "score": "3-1",
    "subtraction": "5 - 3",
    "letters apart": "a - b",
    "inches": 'un écran de 17" et un de 24"',
    "inches in a quote": '"un écran de 17" noir"',
    "feet": "6'2\"",
    "place on earth": "48°51'24\"N",
    "quote that doesn't end": 'Il a dit "oui',
    "quote that doesn't begin": 'Il a dit oui" hier',
    "quote without words": 'la valeur "" ou " "',
    "attribute": 'alt="" et title="oui"',
    "letters around a quote": 'a"b"c',
    "two apostrophes": "''mot''",
    "four dots": "à suivre....",
    "dots of a range": "1...5",
    "list": "- un\n- deux",
    "line": "---",
    "row of a table": "| :--- | ---: |",
    "emphasis": "**gras** et *italique*",
    "heading": "# Titre",
    "beginning of a talk": "— Oui. – Non.",
    "numbers in a row": "1 2 3, 12 34, 2004 300",
    "decimals": "10.000 et 10,000",
    "letters behind a number": "3D, 4G, A4, 5x, 2h3",
    "encoded sign": "50%20",
    "sign between letters": "a;b, a?b, a!b",
    "empty": "",
    "spaces": " _~ ",
}
"""What stays as it is in French."""


ROUGH = {
    "fr": {
        *("elision and a space", "year without its century", "single quotes"),
        *("quote in a quote", "quotes that end together", "straight quote in guillemets"),
        *(
            "three quotes",
            "aside",
            "aside with two hyphens",
            "aside with long dashes",
            "two asides",
        ),
        *("pages", "ages", "shares", "two signs apart"),
    },
    "de": {
        *(
            "letter left out",
            "genitive",
            "clipped words",
            "quote in a quote",
            "quotes that end together",
        ),
        *("straight quote in one that was set", "single quotes", "years and pages"),
    },
    "en": {
        *("plural", "clipped words", "decades", "quote in a quote", "single quotes"),
        *("single quotes in double ones", "long dash", "years and pages"),
    },
}
"""Cases that need a look at the whole text, which a preview doesn't take."""


def spaced(text: str) -> str:
    """Put in the spaces for which signs stand in the tables."""
    return text.replace("_", "\u00a0").replace("~", "\u202f")


@pytest.mark.parametrize(("text", "expected"), FRENCH.values(), ids=FRENCH)
def test_french(text: str, expected: str | None) -> None:
    """French prose gets its apostrophes, guillemets, dots, dashes and spaces."""
    assert typeset(spaced(text), "fr") == spaced(text if expected is None else expected)


@pytest.mark.parametrize(("text", "expected"), ENGLISH.values(), ids=ENGLISH)
def test_english(text: str, expected: str | None) -> None:
    """English prose gets its quotation marks, apostrophes, dots and dashes, no spaces of French."""
    assert typeset(text, "en") == spaced(text if expected is None else expected)


@pytest.mark.parametrize(("text", "expected"), GERMAN.values(), ids=GERMAN)
def test_german(text: str, expected: str | None) -> None:
    """German prose gets its quotation marks, dashes and spaces, none of those of French."""
    assert typeset(spaced(text), "de") == spaced(text if expected is None else expected)


@pytest.mark.parametrize("text", UNTOUCHED.values(), ids=UNTOUCHED)
def test_untouched(text: str) -> None:
    """What is no prose, and what might mean something else, stays as it was written."""
    text = text if "/" in text else spaced(text)
    assert typeset(text, "fr") == text


@pytest.mark.parametrize(("language", "cases"), [("fr", FRENCH), ("en", ENGLISH), ("de", GERMAN)])
def test_replacements(language: str, cases: Mapping[str, tuple[str, str | None]]) -> None:
    """The patterns of a preview set what is plain as the rules do."""
    rough = set()
    for name, (text, expected) in cases.items():
        found = spaced(text)
        for pattern, by in replacements(language):
            found = pattern.sub(by.replace("$1", r"\g<1>"), found)
        rough |= {name} if found != spaced(text if expected is None else expected) else set()
    assert rough == ROUGH[language]


@pytest.mark.parametrize("language", ["eo", None])
def test_other_languages(language: str | None) -> None:
    """A text in a language of which nothing is known stays as it was written."""
    text = '"L\'offre" - 10 % ?...'
    assert typeset(text, language) == text
    assert not list(replacements(language))


@pytest.mark.parametrize("sign", "\"'-.!?;:%")
def test_escaped(sign: str) -> None:
    """A sign that its author escaped stays, whatever the language."""
    text = f"2020\u2060{sign}2024\u2060{sign} 5\u2060{sign}"
    for language in ("fr", "en", "de", None):
        assert typeset(text, language) == text.replace("\u2060", "")


SIGNS = st.text("aé1 \n\t\u00a0\u2009\u202f:;!?«»“”‘’\"'%.…-–—()/\\@h€n°§M&<>")
PIECES = st.lists(
    st.sampled_from(
        [
            *('"', "'", " ", "\u00a0", "\u202f", "a", "mot", "l'", "10", "000", "5", "h", "30"),
            *("...", ".", " - ", "-", "--", " – ", "?", "!", ":", ";", "«", "»", "%", "€", "km"),
            *("M.", "Durand", "p.", "n°", "XIV", "2020", "2024", "http://a.org/", "a@b.org", ":)"),
            *(
                "„",
                "“",
                "”",
                "z. B.",
                "\n",
                "(",
                ")",
                ",",
                "/",
                "C:\\",
                "\ufffc",
                "\u2007",
                "\u2028",
            ),
        ]
    )
).map("".join)


@given(st.one_of(SIGNS, PIECES, st.text()), st.sampled_from(["fr", "en", "de"]))
def test_twice(text: str, language: str) -> None:
    """What was set stays as it is when it is set again."""
    once = typeset(text, language)
    assert typeset(once, language) == once


def essence(text: str) -> str:
    """Give a text without what typography may change."""
    kinds = {"Zs", "Pi", "Pf", "Pd"}
    text = text.replace("…", "...").replace("\u2060", "")
    return "".join(
        sign for sign in text if sign not in "\"'\n\t" and unicodedata.category(sign) not in kinds
    )


@given(st.one_of(SIGNS, PIECES, st.text()), st.sampled_from(["fr", "en", "de"]))
def test_only_signs_change(text: str, language: str) -> None:
    """Spaces, quotes, apostrophes, dots and dashes change: letters and digits stay in order."""
    assert essence(typeset(text, language)) == essence(text)


@given(st.one_of(SIGNS, PIECES), st.data())
def test_parts(text: str, data: st.DataObject) -> None:
    """Wherever a text is cut, its parts make up the same text when they are changed together."""
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)))))
    parts = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    edits = [Edit(place, place + 2, "x") for place in range(0, len(text) - 1, 3)]
    assert "".join(edited(parts, edits)) == "".join(edited([text], edits))


@pytest.mark.parametrize(
    "piece",
    [" ", "\n", '"', "' ", "1 000 ", "1-2 ", "!", " ;", "« ", "- ", " – ", "a.", "a@", "/a."],
)
def test_made_to_be_slow(piece: str) -> None:
    """Setting takes a time that grows with the length of a text."""
    text = piece * (100_000 // len(piece)) + " –"
    assert essence(typeset(text, "fr")) == essence(text)
