"""What people type into forms: values, texts and lists of questions, many of them at fault."""

from collections.abc import Mapping
from typing import Any

TALK: Mapping[str, Any] = {"title": "Neuf", "edition": "2004", "speakers": ["bob"]}
ANSWER: Mapping[str, Any] = {"question": "prix/rabais", "author": "bob", "date": "2024-11-02"}
MEMBER: Mapping[str, Any] = {"name": "Zoé Neuve"}
AGREED = {"publish": ["email", "phone", "address"], "date": "2024-01-01"}

VALUES: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "day of a leap year": ("talks", {**TALK, "date": "2000-02-29"}),
    "language in words": ("talks", {**TALK, "lang": "français"}),
    "topics without letters": ("talks", {**TALK, "topics": ["…", "Prix", "Été"]}),
    "known topics": ("talks", {**TALK, "topics": ["marge", "delais"]}),
    "names as topics": ("members", {**MEMBER, "topics": ["constructor", "__proto__"]}),
    "further answer": ("answers", {**ANSWER, "question": "prix/marge"}),
    "further answer of another path": ("answers", {**ANSWER, "author": "ana"}),
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
    "told of": ("members", {**MEMBER, "account": "zoe-oe", "told_of": "topics"}),
    "account of no forge": ("members", {**MEMBER, "account": "@zoe œ"}),
    "long title": ("talks", {**TALK, "title": "Un très long titre " * 20}),
    "unseen signs": ("talks", {**TALK, "title": "a\u202eb\x00c\ufeff e\u0301\u2028d"}),
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
    "large": "mot " * 30_000,
    "notations": 'a\n{! x !} --8<-- "b"\n\n--8<-- "c"',
    "notations over lines": '😀 {%\n\tinclude "a"\n%}\n\n> ~~~ {.python exec="on"}\n> a\n> ~~~',
    "long notation": "😀 {! " + "x" * 100 + " !}",
    "marks of git": "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n",
    "another file": "Un.\n\n---\nquestion: a/b\nauthor: c\n---\n\nDeux.\n\n---\nname: D\n---\n",
    "code of another file": "```\n---\nname: D\n---\n```\n\n---\n\nname: D\n---\n",
    "links": "[a](pas-la.md) ![](b.png) <iframe></iframe> [c](www.example.org)",
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
