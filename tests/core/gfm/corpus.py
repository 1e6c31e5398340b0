"""Texts as members write them: on GitHub, in a mail, in Word."""

from collections.abc import Iterator, Mapping
from typing import Final

WRITTEN: Final[Mapping[str, str]] = {
    "list right below a paragraph": (
        "Avant chaque mission, je fais trois choses :\n- je relis l'offre,\n"
        "- j'appelle le client,\n- je note ce que je ne sais pas.\n\nEnsuite je me déplace.\n"
    ),
    "numbers right below a paragraph": "Voici l'ordre :\n1. écouter\n2. reformuler\n3. chiffrer\n",
    "numbers that begin later": "Suite :\n\n4. signer\n5. livrer\n",
    "numbers with brackets": "Étapes :\n1) écouter\n2) chiffrer\n",
    "a year isn't a list": "Nous avons commencé en\n1998. Puis tout a changé.\n",
    "nested by two spaces": (
        "- Préparer\n  - lire le dossier\n  - poser les questions\n- Restituer\n"
    ),
    "nested by three spaces": "1. Préparer\n   - lire\n   - demander\n2. Restituer\n",
    "nested by four spaces": "- Préparer\n    - lire\n        - deux fois\n- Restituer\n",
    "three levels by two": "- a\n  - b\n    - c\n      - d\n  - e\n- f\n",
    "mixed signs": "* un\n* deux\n\n+ autre liste\n\n- encore une\n",
    "two lists apart": "- un\n- deux\n\n<!-- -->\n\n- trois\n",
    "loose list": "- Un paragraphe.\n\n  Un second, dans la même puce.\n\n- Une autre puce.\n",
    "tight list with a quote": "- Il a dit :\n  > Jamais.\n- Puis il a signé.\n",
    "code in a list": "- Taper :\n\n  ```sh\n  make site\n  ```\n\n- Relire.\n",
    "code in a numbered list": "1. Taper :\n   ```\n   make site\n   ```\n2. Relire.\n",
    "indented code in a list": "- Taper :\n\n      make site\n\n- Relire.\n",
    "table in a list": "- Les prix :\n\n  | a | b |\n  | - | - |\n  | 1 | 2 |\n\n- Fin.\n",
    "heading in a list": "- ## Un titre\n  et sa suite\n- Fin.\n",
    "empty items": "-\n- deux\n-\n",
    "list after a heading": "## Méthode\n- lire\n- écrire\n",
    "heading after a list": "- lire\n- écrire\n## Suite\nTexte.\n",
    "lazy line": "- une puce qui va\nà la ligne sans retrait\n- deux\n",
    "tasks": "- [ ] rappeler Ana\n- [x] signer\n- [X] payer\n  - [ ] vérifier\n",
    "tasks with paragraphs": "- [ ] rappeler\n\n- [x] signer\n",
    "no tasks": "- [x](page.md) signer\n- [ ]collé\n- `[ ]` code\n",
    "details": (
        "<details>\n<summary>Le tableau complet</summary>\n\n"
        "**Avant** : voir [la note](https://example.org/note).\n\n- un\n- deux\n\n</details>\n"
    ),
    "details in a list": (
        "- Réponse :\n\n  <details><summary>Voir</summary>\n\n  *Oui.*\n\n  </details>\n"
    ),
    "div with Markdown": '<div align="center">\n\n# Bonjour\n\n*suite*\n\n</div>\n',
    "div without an empty line": "<div>\n*brut*\n</div>\n\n*rendu*\n",
    "HTML in a paragraph": "Un mot <kbd>Ctrl</kbd> et<br>une ligne, H<sub>2</sub>O.\n",
    "comment": "Avant.\n\n<!-- à relire\n\n- non -->\n\nAprès.\n",
    "unclosed angle": "Si a < b alors c > d, et <![ reste.\n",
    "struck": "Le prix était de ~~540~~ 680 euros, ou ~600~.\n",
    "tildes": "Environ ~10 % à ~20 %, soit ~~~ rien.\n",
    "bare addresses": (
        "La note est sur https://example.org/note et mon adresse est ana@example.org.\n"
    ),
    "address at the end": "Voir (https://example.org/a_(b)), www.example.org/x; ou http://example.org.\n",
    "address in bold": "**https://example.org/** et *www.example.org*\n",
    "address in a link": "[https://example.org](https://example.org/autre) et <https://example.org>\n",
    "address with query": "https://example.org/?a=1&b=2&copy=3#x_y_z\n",
    "address in a bracket": "[source : https://example.org/a] [1] https://example.org/b [c\n",
    "mail with plus": "Écrire à jean-paul.dupont+forum@mail.example.org, merci.\n",
    "escaped mail": "Écrire à jean\\_paul@example.org.\n",
    "not an address": "a@b, @ana, http:// et www. seuls, x@y.\n",
    "hard breaks by spaces": "12 rue du Port  \n29200 Brest  \nFrance\n",
    "hard breaks by backslash": "12 rue du Port\\\n29200 Brest\n",
    "soft breaks": "Une ligne\nune autre ligne\nla dernière.\n",
    "rule": "Avant.\n\n---\n\nAprès.\n\n* * *\n\nFin.\n\n___\n",
    "rule right below text is a heading": "Un titre\n---\nTexte.\n",
    "underlined headings": "Un titre\n========\n\nTexte.\n\nUn autre\n--\n",
    "headings of all levels": "# a\n## b\n### c\n#### d\n##### e\n###### f\n####### g\n",
    "headings closed": "## Titre ##\n\n### Autre titre ### \n",
    "heading without a space": "##Titre\n\n#titre\n",
    "heading amid text": "Texte.\n## Titre\nSuite.\n",
    "quote": "> Une citation\n> sur deux lignes.\n\n> Une autre.\n",
    "quote right below text": "Il disait :\n> jamais.\n",
    "lazy quote": "> Une citation\nqui continue.\n\nFin.\n",
    "nested quotes": "> Un\n>> Deux\n> > > Trois\n",
    "quote with a list": "> - un\n>   - deux\n>\n> 1. trois\n",
    "quote with code": "> ```\n> code\n> ```\n>\n>     code\n",
    "mail reply": (
        "Bonjour,\n\n> Le 3 mars, Ana a écrit :\n> > Combien ?\n> Beaucoup.\n\nD'accord.\n"
    ),
    "signature": "Bien à vous,\nAna López\n-- \nana@example.org\n",
    "emphasis": "*un* _deux_ **trois** __quatre__ ***cinq*** ___six___\n",
    "emphasis within words": "un*deux*trois un_deux_trois 2*3*4 snake_case_name\n",
    "emphasis by punctuation": "**Prix :**500 €, **« Bonjour »**dit-il, *(peut-être)*.\n",
    "emphasis beside apostrophes": "l'*avenir*, d’**hier**, **aujourd’hui**,\n",
    "emphasis by currency": "*€*500, **1 000 €**par an\n",
    "emphasis nested": "**un *deux* trois** et *un **deux** trois*\n",
    "emphasis over lines": "**un\ndeux** et *trois\nquatre*\n",
    "unmatched stars": "3 * 4 * 5, *note, **important\n",
    "stars of footnotes": "Prix*, délai** et reste***\n\n\\* hors taxes\n",
    "code in a line": "`a_b*c*` et `` `x` `` et ` a `\n",
    "fenced code": "```python\ndef f():\n    return '*non*'\n```\n",
    "tilde fence": "~~~\n```\n~~~\n",
    "fence right below text": "Taper :\n```\nmake\n```\nPuis lire.\n",
    "indented code": "Texte :\n\n    code\n      plus loin\n\nFin.\n",
    "unclosed fence": "Texte\n```\ncode\n\n# pas un titre\n",
    "table": "| Mois | Jours |\n|:-----|------:|\n| mai | 12 |\n| juin | **8** |\n",
    "table without borders": "Mois | Jours\n--- | :-:\nmai | 12\n",
    "table right below text": "Les jours :\n| Mois | Jours |\n| --- | --- |\n| mai | 12 |\nFin.\n",
    "table with pipes": "| a | b |\n| - | - |\n| `x\\|y` | \\| |\n",
    "table with few and many cells": "| a | b |\n| - | - |\n| 1 |\n| 1 | 2 | 3 |\n",
    "table of one column": "| a |\n| - |\n| 1 |\n",
    "no table": "a | b\nc | d\n\n| a | b |\n| - |\n",
    "links": "[a](b.md) [c](d.md 'T') [e](<f g.md>) [h][i] [i][] [i]\n\n[i]: j.md \"U\"\n",
    "links with brackets": "[a [b] c](d.md) [e](f_(g).md) \\[h](i.md)\n",
    "link with spaces": "[le plan](mon plan.pdf) et [vide]()\n",
    "link to mail": "[écrivez-moi](mailto:ana@example.org)\n",
    "reference in capitals": "[Étude][ÉTUDE]\n\n[étude]: https://example.org/\n",
    "images": "![un schéma](a.png) [![b](c.png)](d.md) ![e *f*][g]\n\n[g]: h.png\n",
    "notes": "Un fait[^1], un autre[^deux].\n\n[^1]: Source.\n[^deux]: Livre,\n    page 2.\n",
    "note before its text": "[^1]: Source *sûre*.\n\nUn fait[^1].\n",
    "note of two paragraphs": "Un fait[^a].\n\n[^a]: Un.\n\n    Deux.\n\n    - trois\n\nFin.\n",
    "note that isn't there": "Un fait[^x].\n",
    "entities": "&copy; &eacute; &amp; &lt;b&gt; &#233; &unknown; AT&T &amp;copy;\n",
    "escapes": "\\*non\\* \\# 1\\. \\> \\- \\` \\\\ \\é \\[a\\](b)\n",
    "no-break spaces": "Combien\u00a0? «\u00a0Rien\u00a0», dit-il\u202f: 3\u202f%.\n",
    "dialogue by dashes": "– Combien ?\n– Beaucoup.\n— Ah.\n",
    "Word bullets": "• un\n• deux\n",
    "Word numbers": "I. Un\nII. Deux\na) trois\n",
    "tabs": "-\tun\n\t- deux\n\n\tcode ou suite\n",
    "long text": (
        "# Titre\n\nIntro :\n- a\n- b\n\n## Suite\n1. c\n   - d\n\n> e\n\n| f |\n| - |\n| g |\n"
    ),
    "spaces before blocks": "   ## Titre\n\n   - un\n\n   > deux\n",
    "plus and minus": "+ 3 % cette année\n- 2 % l'an dernier\n",
    "hyphen at the beginning": "Le bilan :\n- 12 jours perdus\n-5 % de marge\n",
    "colon lines": "Prix\n :suite\n",
    "hashtags": "#forum et #2026\n",
    "arrows": "a -> b => c <- d <= e\n",
    "emoji": "C'est fait :+1: ✅ 🙂\n",
    "brackets": "[NDLR] oui [sic] [1] [a]: b\n",
    "braces": "Un {mot} et {{deux}}\n",
    "dollars": "De 5 $ à 10 $ par jour\n",
    "percent": "100 % sûr, 5% net\n",
}
"""Texts by what is in them."""

BLOCKS: Final[Mapping[str, str]] = {
    "paragraph": "Un *mot*\net un autre.",
    "list": "- un\n- deux",
    "nested": "- un\n  - deux\n- trois",
    "numbers": "1. un\n2. deux",
    "quote": "> un\n> deux",
    "code": "```\nun\n```",
    "table": "| a | b |\n| - | - |\n| 1 | 2 |",
    "heading": "### Titre",
    "rule": "***",
    "task": "- [ ] un",
    "image": "![un](deux.png)",
    "HTML": "<div>un</div>",
}
PLACES: Final[Mapping[str, tuple[str, str, str]]] = {
    "below a text": ("Texte :\n", "", "\n\nFin.\n"),
    "apart": ("Texte :\n\n", "", "\n\nFin.\n"),
    "in a bullet": ("- Point\n\n", "  ", "\n- Fin\n"),
    "right in a bullet": ("- Point\n", "  ", "\n- Fin\n"),
    "in a number": ("1. Point\n\n", "   ", "\n2. Fin\n"),
    "in a nested bullet": ("- Point\n  - Sous-point\n\n", "    ", "\n- Fin\n"),
    "in a quote": ("> Texte :\n>\n", "> ", "\n\nFin.\n"),
    "in a bullet of a quote": ("> - Point\n>\n", ">   ", "\n\nFin.\n"),
    "folded": ("<details>\n<summary>a</summary>\n\n", "", "\n\n</details>\n\nFin.\n"),
}
"""What stands above and below a block, and before each of its lines."""


def placed() -> Iterator[tuple[str, str]]:
    """Give each block in each place."""
    for what, block in BLOCKS.items():
        for where, (above, margin, below) in PLACES.items():
            lines = "\n".join(margin + line for line in block.split("\n"))
            yield f"{what} {where}", f"{above}{lines}{below}"


CORPUS: Final[Mapping[str, str]] = {**WRITTEN, **dict(placed())}
