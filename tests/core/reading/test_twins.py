"""What members write, by the constructs that attacks use, comes out as they meant it."""

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

import pytest
from markdown import Markdown

from mkdocs_forum.core.html.sanitise import sanitise
from tests.attacks import collected

EXTENSIONS: Mapping[str, Mapping[str, Any]] = {
    "abbr": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "tables": {},
    "toc": {"permalink": True},
    "pymdownx.arithmatex": {"generic": True},
    "pymdownx.betterem": {},
    "pymdownx.caret": {},
    "pymdownx.critic": {},
    "pymdownx.details": {},
    "pymdownx.highlight": {"anchor_linenums": True, "line_spans": "__span"},
    "pymdownx.inlinehilite": {},
    "pymdownx.keys": {},
    "pymdownx.magiclink": {},
    "pymdownx.mark": {},
    "pymdownx.smartsymbols": {},
    "pymdownx.superfences": {},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "pymdownx.tilde": {},
}

TWINS = {
    "headings": '# Un "titre" & l\'autre {#mon-titre}\n\n## Été {.rang title="b"}\n',
    "link": '[a](https://example.org/b?c=d&e=é#f "Un titre"){ target="_blank" rel="noopener" }',
    "button": "[a](b.md){ .md-button .md-button--primary }",
    "mail": "<ana@example.org> [écrire](mailto:ana@example.org?subject=Bonjour)",
    "telephone": "[01 99 00 12 34](tel:+33199001234) <a href='tel:01 99 00 12 34'>b</a>",
    "schemes in capitals": "[a](HTTPS://example.org/) [b](MAILTO:ana@example.org) [c](Tel:+331)",
    "links as they are typed": "Voir https://example.org/a_b(c) et #ancre.",
    "reference": "[a][b] et [c](#d)\n\n[b]: ../e/f.md 'Titre'",
    "image": '![Un "schéma"](schema%20a.png){ width="300" align=left loading=lazy }',
    "figure": "<figure markdown>\n![a](b.png)\n<figcaption>c</figcaption>\n</figure>",
    "table": "| a | b | c |\n| :-- | :-: | --: |\n| 1 | `2` | **3** |",
    "footnote": "a[^1] b[^note]\n\n[^1]: Une *note*.\n[^note]: Deux.",
    "abbreviation": 'HTML\n\n*[HTML]: Hyper "Text" & co',
    "admonition": '!!! note "Un titre"\n    a\n\n??? warning\n    b\n\n???+ tip "c"\n    d',
    "admonition at the side": "!!! info inline end\n    a",
    "tabs": '=== "Un"\n    a\n\n=== "Deux"\n    b',
    "tasks": "- [x] a\n- [ ] b",
    "definition": "a\n:   b\n\n    c",
    "code": '```python linenums="1" hl_lines="2" title="un.py"\ndef f():\n    return "<b>&"\n```',
    "code about attacks": "```html\n<script>a()</script>\n```\n\n`<img onerror=a>` `[a](data:b)`",
    "code in a line": "`#!python print('<a>')`",
    "emphasis": "**a** *b* ***c*** ==d== ^^e^^ ~~f~~ H~2~O x^2^",
    "keys": "++ctrl+alt+del++",
    "critic": "{--a--}{++b++}{==c==}{>>d<<}",
    "mathematics": "$a < b$ et $$\\sum_{i}^{n} {{x}}$$",
    "grid": '<div class="grid cards" markdown>\n\n- a\n- b\n\n</div>',
    "folded": "<details><summary>a</summary>b</details>",
    "prose in HTML": '<p style="text-align: center" lang="en" dir="ltr">a <kbd>b</kbd><br>c</p>',
    "quoted": "> a\n>\n> — b <cite>c</cite> <q cite='https://example.org/'>d</q>",
    "lists": "3. a\n4. b\n\n<ol type='a' start='2' reversed><li value='5'>c</li></ol>",
    "signs": 'a < b && c > d "e" \'f\' © &copy; &lt;g&gt; \\<h\\> 2 % « i » j\u00a0: k\u202f!',
    "time": '<time datetime="2026-01-02">hier</time> <abbr title="b">a</abbr> <mark>c</mark>',
    "emoji": '<span class="twemoji"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    '<path d="M12 4a4 4 0 0 1 4-4Z"/></svg></span>',
    "question": '- Que vaut-il ? <span data-forum-state="prix/marge"></span>',
}  # fmt: skip


class Tree(HTMLParser):
    """The elements, attributes and text of a fragment, however they are written."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Any] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, save the body of a table, which every parser adds."""
        if tag != "tbody":
            self.found.append((tag, {key: value or "" for key, value in attrs}))

    def handle_data(self, data: str) -> None:
        """Note a text, as one with the text before it."""
        if self.found and isinstance(self.found[-1], str):
            data = f"{self.found.pop()}{data}"
        self.found.append(data)


def render(text: str) -> str:
    """Render a text with every extension that a forum uses."""
    return Markdown(extensions=list(EXTENSIONS), extension_configs=dict(EXTENSIONS)).convert(text)


@pytest.mark.parametrize("case", [*TWINS, "all"])
def test_twins(case: str) -> None:
    """Elements, attributes and text are the same before and after."""
    html = render(TWINS.get(case) or "\n\n".join(TWINS.values()))
    assert Tree(sanitise(html)).found == Tree(html).found


def test_collected() -> None:
    """Of the collected payloads none leaves an element or an attribute that runs."""
    harmful = {"script", "iframe", "style", "object", "embed", "base", "meta", "form", "link"}
    left = []
    for payload in collected():
        html = sanitise(payload)
        tree = [item for item in Tree(html).found if not isinstance(item, str)]
        handlers = [key for _, keys in tree for key in keys if key.startswith("on")]
        if any(tag in harmful for tag, _ in tree) or handlers:
            left.append(payload)
    assert left == []
