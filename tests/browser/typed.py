"""What people type into forms: values, texts and lists of questions, most of them at fault."""

from collections.abc import Mapping
from typing import Any

TALK: Mapping[str, Any] = {"title": "Neuf", "edition": "2004", "speakers": ["bob"]}
ANSWER: Mapping[str, Any] = {"question": "prix/rabais", "author": "bob", "date": "2024-11-02"}
MEMBER: Mapping[str, Any] = {"name": "Zoé Neuve"}
AGREED = {"publish": ["email", "phone", "address"], "date": "2024-01-01"}

VALUES: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "nothing at all": ("talks", {}),
    "no answer at all": ("answers", {}),
    "no author": ("answers", {"question": "prix/rabais", "date": "2024-11-02"}),
    "no member at all": ("members", {}),
    "spaces alone": ("talks", {**TALK, "title": " \u00a0 \u3000", "speakers": [" "]}),
    "name of no letter": ("members", {"name": "… ?"}),
    "days": ("talks", {**TALK, "date": "2024-02-30"}),
    "day in the year 0": ("talks", {**TALK, "date": "0000-01-01"}),
    "day of a leap year": ("talks", {**TALK, "date": "2000-02-29"}),
    "day of a common century": ("talks", {**TALK, "date": "1900-02-29"}),
    "day in French order": ("talks", {**TALK, "date": "24/09/2024"}),
    "day that may be another": ("answers", {**ANSWER, "date": "2-11-2024"}),
    "day in words": ("answers", {**ANSWER, "date": " “Le 1er AOÛT 2024” "}),
    "day in words that isn't there": ("answers", {**ANSWER, "date": "31 avril 2024"}),
    "day in other digits": ("talks", {**TALK, "date": "２０２４-01-01"}),
    "whole numbers": ("talks", {**TALK, "order": "+0_1.00"}),
    "fraction": ("talks", {**TALK, "order": "1.5"}),
    "enormous number": ("talks", {**TALK, "order": "9" * 5000}),
    "large number": ("talks", {**TALK, "order": "9" * 4300}),
    "negative number": ("talks", {**TALK, "order": "-007"}),
    "language in words": ("talks", {**TALK, "lang": "français"}),
    "topics without letters": ("talks", {**TALK, "topics": ["…", "Prix", "prix", "Été"]}),
    "known topics": ("talks", {**TALK, "topics": ["marge", "delais"]}),
    "one's own spellings": ("members", {**MEMBER, "topics": ["Vélo", "velos", "Vélos"]}),
    "names as topics": ("members", {**MEMBER, "topics": ["constructor", "__proto__"]}),
    "unknown names": ("talks", {**TALK, "edition": "2040", "speakers": ["anna", "x-2", "bob-2"]}),
    "editions and people by name": (
        "talks",
        {**TALK, "edition": "forum 2026", "speakers": ["ÈVE NOEL", "bob", "Bob Durand"]},
    ),
    "names of objects": ("talks", {**TALK, "edition": "toString", "speakers": ["hasOwnProperty"]}),
    "question by its words": ("answers", {**ANSWER, "question": "Que vaut un rabais"}),
    "question of nothing": ("answers", {**ANSWER, "question": "constructor/x"}),
    "question that is a talk": ("answers", {**ANSWER, "question": "prix"}),
    "question too deep": ("answers", {**ANSWER, "question": "prix/marge/bob"}),
    "question of another name": ("answers", {**ANSWER, "question": "prix/zzz"}),
    "question of a talk without": ("answers", {**ANSWER, "question": "bref/zzz"}),
    "question of a misspelt talk": ("answers", {**ANSWER, "question": "pri/marg"}),
    "question that was renamed": ("answers", {**ANSWER, "question": "temps/duree"}),
    "question and author that make another path": (
        "answers",
        {**ANSWER, "question": "ana", "author": "prix/marge"},
    ),
    "edition and speaker that were renamed": (
        "talks",
        {**TALK, "edition": "xxvi", "speakers": ["eve", "bob"]},
    ),
    "question of a renamed talk": ("answers", {**ANSWER, "question": "heures/duree"}),
    "unknown names beside a day that can't be read": (
        "answers",
        {"question": "prix/taux", "author": "anna", "date": "hier"},
    ),
    "unknown names beside a missing day": ("answers", {"question": "prix", "author": "x-2"}),
    "unknown names beside a missing title": (
        "talks",
        {"slug": "neuf", "edition": "2040", "speakers": ["anna", "À moi", "bob"]},
    ),
    "question that is closed": ("answers", {**ANSWER, "question": "clos/fini"}),
    "author in capitals": ("answers", {**ANSWER, "author": "Zoé Neuve"}),
    "author of another alphabet": ("answers", {**ANSWER, "author": "b\u043eb"}),
    "author of the guide": ("answers", {**ANSWER, "author": "votre-nom"}),
    "author with a number": ("answers", {**ANSWER, "author": "ana-2"}),
    "author below": ("answers", {**ANSWER, "author": "../ana"}),
    "further answer": ("answers", {**ANSWER, "question": "prix/marge"}),
    "further answer of another path": ("answers", {**ANSWER, "author": "ana"}),
    "older than its talk": ("answers", {**ANSWER, "date": "2004-09-23"}),
    "older than a talk to come": (
        "answers",
        {**ANSWER, "question": "temps/temps", "date": "2004-09-23"},
    ),
    "day of next month": ("answers", {**ANSWER, "date": "2025-01-01"}),
    "day of next year": ("answers", {**ANSWER, "date": "2025-01-02"}),
    "consent of next year": (
        "members",
        {
            **MEMBER,
            "email": "z@example.org",
            "consent": {"publish": ["email"], "date": "2042-01-01"},
        },
    ),
    "sources": ("answers", {**ANSWER, "sources": ["Mintzberg : Safari", "", "a #b", "12"]}),
    "addresses": (
        "members",
        {
            **MEMBER,
            "website": "example.org",
            "email": "zoe chez example",
            "phone": "zéro un",
            "address": "1 rue X : Lyon",
            "consent": AGREED,
        },
    ),
    "site of nothing": ("members", {**MEMBER, "website": "chez moi. fr"}),
    "long site": ("members", {**MEMBER, "website": f"www.{'x' * 99}.org"}),
    "good addresses": (
        "members",
        {
            **MEMBER,
            "website": "https://example.org/é",
            "email": "zoé@example.org",
            "phone": "+33 (0)1.99-٠٠",
            "address": "1, rue X\nLyon",
            "consent": AGREED,
        },
    ),
    "account": ("members", {**MEMBER, "account": "zoe-oe"}),
    "account of no forge": ("members", {**MEMBER, "account": "@zoe œ"}),
    "contact without consent": ("members", {**MEMBER, "email": "z@example.org", "phone": "0199"}),
    "consent to less": (
        "members",
        {
            **MEMBER,
            "email": "z@example.org",
            "phone": "0199",
            "consent": {"publish": ["phone"], "date": "2024-01-01"},
        },
    ),
    "consent to nothing": ("members", {**MEMBER, "consent": {"publish": [], "date": "x"}}),
    "consent without a day": ("members", {**MEMBER, "consent": {"publish": ["email"]}}),
    "consent in words": (
        "members",
        {**MEMBER, "consent": {"publish": ["Téléphone", "fotos"], "date": "2024-01-01"}},
    ),
    "consent on a day in words": (
        "members",
        {**MEMBER, "consent": {"publish": ["email"], "date": "Sept. 24th, 2024"}},
    ),
    "consent to all": (
        "members",
        {**MEMBER, "consent": {"publish": ["tout", "email"], "date": "30/02/2024"}},
    ),
    "slug in capitals": ("members", {**MEMBER, "slug": "Zoé"}),
    "slug of another alphabet": ("talks", {**TALK, "slug": "pri\u03c7-n\u03bfir"}),
    "slug below": ("talks", {**TALK, "slug": "2004/prix"}),
    "slug of a page": ("talks", {**TALK, "slug": "print"}),
    "slug that looks like another": ("members", {**MEMBER, "slug": "paul"}),
    "slug that looks like a later one": ("members", {**MEMBER, "slug": "8ob"}),
    "slug that is before a look-alike": ("members", {**MEMBER, "slug": "0de"}),
    "same signs": ("members", {**MEMBER, "slug": "b0b"}),
    "long title": ("talks", {**TALK, "title": "Un très long titre " * 20}),
    "very long title": ("talks", {**TALK, "title": "Un très long titre " * 2000}),
    "long word": ("talks", {**TALK, "title": "é" * 2001}),
    "unseen signs": ("talks", {**TALK, "title": "a\u202eb\x00c\ufeff e\u0301\u2028d"}),
    "many unknown speakers": ("talks", {**TALK, "speakers": [f"ana{n}" for n in range(9, 39)]}),
}
"""Values that people type."""

QUOTED = (
    *("no", "On", "~", "null", "NULL", "1e3", "1.5", ".5", "0x1F", "0b1", "0o17", "1_0", "12:30"),
    *("2004", "2004-01-01", "2004-1-1 10:00:00", "+.inf", ".NaN", "=", "<<", "---", "...", "- a"),
    *("-a", "?a", ":a", "? a", ": a", "a:", "a: b", "a :b", "a:b", "a #b", "a#b", "#a", "&a", "*a"),
    *("!a", "|a", ">a", "'a", '"a', "%a", "@a", "`a", "[a", "]a", "{a", "}a", ",a", "a,b [c] {d}"),
    *(
        "a\\b",
        'a "b"',
        "é😀",
        "a\u00adb\u200b",
        "\U000e0001",
        "_1",
        "-",
        "?",
        ":",
        "-1a",
        "٣",
        "\ue000",
    ),
    *("1 000", "100 %", "+33 1", "a\ufffdb", "« a »", "l’été", "y", "n", "truE", "00", "0", "-0"),
)
"""Texts that YAML may take for something else."""

HEAD = "## Questions\n\n"
BODIES: Mapping[str, str] = {
    "fences": "---\n\ntitle: x\n---\n```yaml\n---\n```\n",
    "empty lines": "\n\n  \n\u00a0\n\nText\n \n\n",
    "line ends": "a\r\nb\rc\x0bd\u2028e",
    "unseen signs": "a\x00b\u202ec\ufeff e\u0301",
    "brackets": "[" * 2000,
    "far brackets": "[" * 80 + " mot" * 3200,
    "far brackets beside wide signs": "😀 " * 3000 + "[ a " * 90 + "😀" * 900 + "\n\n[ b",
    "near brackets before wide signs": "[ " * 50 + "😀 " * 8000,
    "far tags": "<b " * 400 + " mot" * 3200,
    "paragraphs": "# a\n" * 200 + "mot " * 6000,
    "repeated": "*[AB]: " + "long " * 200 + "\n\n" + "AB " * 1900,
    "tables": "a|b|c|d|e|f|g|h|i|j|k\n-|-|-|-|-|-|-|-|-|-|-\n" + "a\n" * 1900,
    "lists": "- " * 12 + "a\n" + " " * 90 + "b",
    "lines": "a\n" * 2600,
    "one sign": "😀" * 101 + " " + "é" * 101,
    "spaces": "a" + " " * 1001 + "b",
    "word": "a" * 2001,
    "word with accents": "é" * 2001,
    "large": "mot " * 30_000,
    "notations": 'a\n{! x !} --8<-- "b"\n\n--8<-- "c"',
    "notations over lines": '😀 {%\n\tinclude "a"\n%}\n\n> ~~~ {.python exec="on"}\n> a\n> ~~~',
    "long notation": "😀 {! " + "x" * 100 + " !}",
    "pictures": (
        "![](a.png) ![ ](<b c.png>) ![d](e.png) `![](f.png)` \\![](g\\_h.png)\n\n"
        "![][i] ![][ I ]\n\n[i]: j.png\n\n<img src=k.png> <img src='l' alt>\n\n"
        "```\n![](m.png)\n```\n\n<!-- ![](n.png) -->"
    ),
    "links": (
        "[a](pas-la.md) [b](../../../members/ana.md) [c](../../../members/anna.md#x)\n"
        "[d](x/ana.md) ![e](photo.png) ![f](../../../talks/plan.png) ![](plan.png)\n"
        "[g](https://example.org/a.md) [h](/pas-la.md) [i](pas-la) [j](<a b.md>) [k](.md)\n"
        "[l](../../../a%20b/%C3%89t%C3%A9.md) [m](../../../talks/prix/page/2.md)\n"
        "[n](../../../talks/page/2.md) [o](mailto:a@b.md) `[p](q.md)` \\[r](s.md)\n"
        "[t](../../../editions/2004.md) [u](../../../questions/prix/marge.md)\n"
        "[v](../../../topics/marges.md) [w](../../../topics/marge.md)\n"
        "[x](../../../index.md?a#b) [y](../../temps/heures.md) [z](../rabais/bob.md)\n\n"
        "![a][b] [c]\n\n[b]: d.png\n[c]: e.md\n\n    [f](g.md)\n\n- h\n\n    [i](j.md)\n\n"
        "<a href='k.md'>l</a> <img src=m.png alt=n>"
    ),
    "addresses and HTML that the site takes off": (
        "[a](ftp://example.org/) ![b](https://example.org/c.png) [d](HTTPS://example.org/)\n"
        "[e](tel:01) [f](javascript:alert(1)) [g](//example.org) [h](<https://example.org/a b>)\n"
        "[i](https://a:99999/) `[j](ftp://x)` <iframe src='x'></iframe> Bonjour <nom>, <NOM>\n\n"
        "<center>k</center> a <b c </b>\n\n    <l>\n\n<!-- <m> -->\n\n```\n<n>\n```\n"
    ),
    "addresses of sites": (
        "[a](www.example.org) [b](example.org/page) [c](example.fr) [d](www.example.org/a.md#b)\n"
        "[e](http://[site]) [f](//[x) ![g](www.example.org/h.png) [i](http://[::1]/j)\n"
        "[k](WWW.Exämple.org/l%20m) [n](ftp.example.xyz) [o](www.) [p](//www.example.org)"
    ),
    "marks of git": (
        "```\n<<<<<<< A\n```\n\n    <<<<<<< b\n\n<<<<<<<< c\n<<<<<<<\nd\n=======\ne\n>>>>>>> f\n\n"
        "<<<<<<< HEAD\n"
    ),
    "places": (
        "[a](#titre) [b](#titre_1) [c](#sous) [d](#titres) [e](#nulle-part) [f](#)\n"
        "[g](#%C3%A9t%C3%A9)\n\n# Titre !\n\n## Titre\n\nL'Été : « ici »\n---\n\n"
        "### Autre {#sous}\n\n[h](#lete-ici)"
    ),
    "many files that aren't there": "\n".join(f"[a](bob{number}.md)" for number in range(30)),
    "many places that aren't there": "# Titre\n\n"
    + " ".join(f"[a](#titres{number})" for number in range(30)),
    "places that rendering alone tells": "[a](#b) [c](#fn:1)[^1]\n\n> # B\n\n## *C*\n\n[^1]: d",
}
"""Texts that people paste."""

SECTIONS: Mapping[str, str] = {
    "signs": f"{HEAD}• A\n•B\n1. C\n2) D\n* E\n+ F",
    "signs of Word": f"{HEAD}– A\n—B\n-C\n-\xa0D\n· E\n\uf0b7F\n– – –\n-5\n*\xa0\nG",
    "loose names": f"{HEAD}- A {{#É}} b\n- {{c}}\n- B {{cd}}\n- `{{#d}}`\n- E {{.f #g}}.\n- {{#}}",
    "names elsewhere": f"- A {{#a}}\n\n## X\n\n- B {{: #b }}\n- C\n\n    d {{#d}}\n\n{HEAD}- E",
    "titles": "**Questions**\n\n- A\n\nQuestions :\n\n• B\n- Les questions\n- C",
    "sections with parts": f"{HEAD}### Y\n\n- A\n\n### Z\n\n- B\n\n{HEAD}- C\n\n# Questions",
    "no list": f"Texte.\n\n{HEAD}Combien ?",
    "no list at the end": "## Questions",
    "no empty line": "## Questions\n\nPour finir :\n- Combien ?",
    "twins": f"{HEAD}- Combien ?\n- Combien ?\n- A {{#combien}}\n- Combien ?",
    "names": f"{HEAD}- A {{#Été là}}\n- B {{#}}\n- C {{: #d }}\n- {{#e}}\n- …\n-\n- F",
    "names below": f"{HEAD}- A\n\n    B {{#C}}\n\n- D\n    E {{#d}}\n",
    "two sections": f"{HEAD}- A\n\n### Questions\n\n- B\n\n{HEAD}• C\n\n# Fin\n\n- D",
    "underlined": "Questions\n---------\n• A\n- - -\n• B\n\n> - C",
    "other heading": "## Les QUESTIONS\n\n- A\n\nLes questions\n===\n\n1. B",
    "code": f"{HEAD}```\n- A\n```\n\n<div>\n• B\n</div>\n\n<!-- • C -->\n• D",
    "dashes lost": (
        f"{HEAD}### É {{#é}}\n\nA {{#a}}\n- B {{#b}}\n\nC {{#c}}\n\n{{#d}}\n\n"
        "É\n- - -\n\n```\nE {#e}\n```\n\n  F\nG {#Ô}\n"
    ),
    "names cut": f"{HEAD}- A {{#bé\n- C (#de)\n- F {{ #12\n- G(#hi)\n- J {{#kl)\n- M {{ #n-o",
    "footnotes": f"{HEAD}- A[^1]\n[^1]: B\n\n\t- C\n- D\n\n   [^2]: E\n    - F {{#f}}\n\n- {{#É}}",
    "set in": f"{HEAD}- A\n  • B\n • C\n\n  • D\n\n    • E\n\n• F",
    "tabs": f"{HEAD}\t- A\n\t\t- B\n-\tC\n \t D {{#É}}\n\n    E\n\n- F",
    "many": HEAD + "".join(f"- Q{number}\n" for number in range(101)),
    "wide signs": f"{HEAD}- 😀 {{#É}}\n- é😀 A {{#é😀}}",
    "Markdown": f"{HEAD}- **A** [b](c.md) `d`\n- A b d\n- a \\* b\n- a b\n- <b>e</b> f\n- e f",
}
"""Lists of questions."""


READ = (
    *("", " ", "a", "Bob Durand", "bob", "boob", "2004", "Forum 2004", "forum 20", "prix/marge"),
    *(
        "Que vaut une marge ?",
        "Que vaut une marg",
        "prix/marg",
        "clos/fini",
        "index",
        "print",
        "prix",
    ),
    *(
        "heures",
        "Été",
        "a/b",
        "marge",
        "…",
        "fr",
        "1.5",
        "2024-02-30",
        "https://a",
        "z@a.b",
        "0199",
    ),
    *("ana-2", "votre-nom", "\u0430na", "x y" * 100, "README"),
)

LARGE = ("é" * 2001, "mot " * 5000, "a" * 110_000)
