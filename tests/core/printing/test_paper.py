"""Texts on paper: questions above their answers, nothing folded, no address lost."""

import re
from collections.abc import Mapping
from types import MappingProxyType

import pytest
from jinja2 import Environment, PackageLoader

from mkdocs_forum.core.html.tree import read
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.environment import prepare
from mkdocs_forum.core.printing.article import Article, Binding
from mkdocs_forum.core.printing.margins import page_rules, running_head
from mkdocs_forum.core.printing.paper import on_paper
from mkdocs_forum.core.printing.questions import Asked, cut_at_questions
from mkdocs_forum.core.printing.scopes import absent, lines_below, ruled


def _item(name: str, inner: str) -> str:
    slot = f'<span data-forum-state="prix/{name}"></span>'
    return f'<li id="{name}" class="forum-asked">{inner}{slot}</li>'


CUT: dict[str, tuple[str, list[str | Asked]]] = {
    "no question": ("<h2>A</h2><ul><li>b</li></ul>", ["<h2>A</h2><ul><li>b</li></ul>"]),
    "one line": (
        f"<h2>Q</h2><p>a</p><ul>{_item('x', 'Que <em>vaut</em> b ?')}</ul><p>c</p>",
        [
            "<h2>Q</h2><p>a</p>",
            Asked("prix/x", "x", 3, read("Que <em>vaut</em> b ?"), read("")),
            "<p>c</p>",
        ],
    ),
    "paragraph with detail": (
        f"<h3>Q</h3>\n<ul>\n{_item('x', '<p>b ?</p><p>c</p><ul><li>d</li></ul>')}\n</ul>",
        ["<h3>Q</h3>\n", Asked("prix/x", "x", 4, read("b ?"), read("<p>c</p><ul><li>d</li></ul>"))],
    ),
    "line with detail": (
        f"<ul>{_item('x', 'b ?<ol><li>c</li></ol>')}</ul>",
        [Asked("prix/x", "x", 3, read("b ?"), read("<ol><li>c</li></ol>"))],
    ),
    "two in a list": (
        f"<ul>{_item('x', 'a ?')}\n{_item('y', 'b ?')}</ul>",
        [
            Asked("prix/x", "x", 3, read("a ?"), read("")),
            Asked("prix/y", "y", 3, read("b ?"), read("")),
        ],
    ),
    "what looks like one": (
        f"<ul>{_item('x', 'a ?')}{_item('x', 'b ?')}{_item('z', 'c ?')}</ul>",
        [
            Asked("prix/x", "x", 3, read("a ?"), read("")),
            '<ul><li id="x" class="forum-asked">b ?</li>'
            '<li id="z" class="forum-asked">c ?</li></ul>',
        ],
    ),
    "among other items": (
        f"<ul><li>a</li>{_item('x', 'b ?')}<li>c</li></ul>",
        [
            "<ul><li>a</li></ul>",
            Asked("prix/x", "x", 3, read("b ?"), read("")),
            "<ul><li>c</li></ul>",
        ],
    ),
}


@pytest.mark.parametrize(("html", "pieces"), CUT.values(), ids=CUT)
def test_cut_at_questions(html: str, pieces: list[str | Asked]) -> None:
    """A question is taken out of its list, with what stands below it; the rest stays."""
    found = cut_at_questions(read(html), ["prix/x", "prix/y"])
    assert [piece if isinstance(piece, Asked) else piece.html for piece in found] == pieces


MARKED = '<sup class="print-mark">0 text</sup><span class="print-hold"></span>'
"""Stands behind the last link of a text."""
PAPER = {
    "plain": ("<p>a &amp; b</p>", "<p>a &amp; b</p>"),
    "link": ('<a href="/b/">c</a>', f'<a href="/b/">c</a>{MARKED}'),
    "link within": ('<a href="#b">c</a>', '<a href="#b">c</a>'),
    "link that says its address": (
        '<a href="https://a.org/b/">https://a.org/b</a>',
        '<a href="https://a.org/b/">https://a.org/b</a>',
    ),
    "two links to one address": (
        '<a href="/b/">c</a> <a href="/b/">d</a>',
        f'<a href="/b/">c</a><sup class="print-mark">0 text</sup> <a href="/b/">d</a>{MARKED}',
    ),
    "link to a heading": ('a<a class="headerlink" href="#a">¶</a>b', "ab"),
    "abbreviation": (
        '<abbr title="R &amp; D">RD</abbr>, <abbr title="R &amp; D">RD</abbr>',
        '<abbr title="R &amp; D">RD</abbr> (R &amp; D), <abbr title="R &amp; D">RD</abbr>',
    ),
    "folded": (
        '<details class="note"><summary>a</summary>b</details>',
        '<div class="admonition note"><p class="admonition-title">a</p>b</div>',
    ),
    "tabs": (
        '<div class="tabbed-set"><input name="__tabbed_1"><div class="tabbed-labels">'
        '<label for="a">A</label><label for="b">B</label></div><div class="tabbed-content">'
        '<div class="tabbed-block"><ul>a</ul></div><div class="tabbed-block"><ul>b</ul></div>'
        "</div></div>",
        '<div class="tabbed-set"><div class="tabbed-content">'
        '<div class="tabbed-block"><p class="print-tab">A</p><ul>a</ul></div>'
        '<div class="tabbed-block"><p class="print-tab">B</p><ul>b</ul></div></div></div>',
    ),
    "head of a table": (
        "<table><thead><tr><th>a</th></tr></thead><tr><th>b</th></tr></table>",
        '<table class="print-narrow"><thead><tr><th scope="col">a</th></tr></thead>'
        "<tr><th>b</th></tr></table>",
    ),
    "words too long beside each other": (
        f"<table><tr><td>{'a' * 60} b-c</td><td>{'d' * 50}</td></tr></table>",
        '<table class="print-wide"><tr><td>'
        f'{"a" * 22}<wbr class="print-break">{"a" * 22}<wbr class="print-break">{"a" * 16} b-c'
        f'</td><td>{"d" * 22}<wbr class="print-break">{"d" * 22}<wbr class="print-break">{"d" * 6}'
        "</td></tr></table>",
    ),
    "words too long for large print": (
        f'<table class="t"><tr><td>{"a" * 40}</td><td>{"b" * 20}</td></tr></table>',
        f'<table class="t print-wide--large"><tr><td>{"a" * 22}<wbr class="print-break">{"a" * 18}'
        f"</td><td>{'b' * 20}</td></tr></table>",
    ),
    "words that fit": (
        f"<table><tr><td>{'a' * 20}</td><td>{'b ' * 100}</td></tr></table>",
        f"<table><tr><td>{'a' * 20}</td><td>{'b ' * 100}</td></tr></table>",
    ),
    "lines with numbers": (
        '<div class="highlight"><table class="highlighttable"><tr><td class="linenos">'
        '<div class="linenodiv"><pre><span></span><span class="normal"> 9</span>\n'
        '<span class="normal">10</span></pre></div></td><td class="code"><div><pre><span></span>'
        "<code><span>a</span>\nb\n</code></pre></div></td></tr></table></div>",
        '<div class="highlight"><div><pre><span></span><code><span class="print-line">  9 </span>'
        '<span>a</span>\n<span class="print-line"> 10 </span>b\n</code></pre></div></div>',
    ),
    "linked picture": (
        '<a href="/b/"><img src="a.png" alt="A"></a> c',
        '<img src="a.png" alt="A"><sup class="print-mark">0 text</sup> c'
        '<span class="print-hold"></span>',
    ),
    "picture and text in a link": (
        '<a href="/b/"><img src="a.png"> c</a>',
        f'<a href="/b/"><img src="a.png"> c</a>{MARKED}',
    ),
    "boxes to tick": (
        '<li><label class="task-list-control"><input type="checkbox" disabled checked/>'
        '<span></span></label> a</li><li><input type="checkbox" disabled/> b</li>',
        "<li>☑ a</li><li>☐ b</li>",
    ),
    "paragraph of a few lines": (
        f"<p>{'a ' * 50}</p><ul><li id='b'>{'a ' * 90}</li></ul>",
        f'<p>{"a " * 50}</p><ul><li id="b" class="print-whole">{"a " * 90}</li></ul>',
    ),
    "paragraph within": (
        f"<ul><li>{'a ' * 300}<p class='b'>{'a ' * 90}</p></li></ul>",
        f'<ul><li>{"a " * 300}<p class="print-whole b">{"a " * 90}</p></li></ul>',
    ),
    "first line of an answer": (
        '<p class="print-byline">Ana</p>\n<p>a</p><p>b</p>',
        '<p class="print-byline">Ana</p>\n<p class="print-line-alone">a</p><p>b</p>',
    ),
    "table of many columns": (
        f"<table><tr>{'<td>mois</td>' * 9}</tr></table>",
        f'<table class="print-columns"><tr>{"<td>mois</td>" * 9}</tr></table>',
    ),
    "direction": (
        '<p dir="auto">1. <b>שלום</b> a</p><p dir="auto">a</p>',
        '<p dir="rtl">1. <b>שלום</b> a</p><p dir="ltr">a</p>',
    ),
    "last paragraph": (
        '<p><a href="/b/">c</a> d</p><p>e</p><ul></ul>',
        '<p><a href="/b/">c</a><sup class="print-mark">0 text</sup> d</p>'
        '<p class="print-last">e<span class="print-hold"></span></p><ul></ul>',
    ),
    "picture": ('<img src="a.png" loading="lazy">', '<img src="a.png">'),
}


@pytest.mark.parametrize(("html", "expected"), PAPER.values(), ids=PAPER)
def test_on_paper(html: str, expected: str) -> None:
    """What a screen folds, hides or follows is told in words."""
    assert on_paper(read(html), str).text.html == expected


def test_long_cell() -> None:
    """No stretch of a cell is long: engines measure one in the square of its length."""
    text = "Le client attend. " * 6000
    html = on_paper(read(f"<table><tr><td>{text}</td></tr></table>"), str).text.html
    assert max(map(len, html.split("<"))) < 500
    assert re.sub("<.*?>", "", html) == text
    assert '<tr class="print-tall">' in html


def test_cell_of_many_lines() -> None:
    """A row is tall by its lines, too, however short they are."""
    rows = ("a<br>" * 30, "b " * 30)
    table = "".join(f"<tr><td>{cell}</td></tr>" for cell in rows)
    html = on_paper(read(f"<table>{table}</table>"), str).text.html
    assert re.findall("<tr.*?>", html) == ['<tr class="print-tall">', "<tr>"]


def _bound(*htmls: str, anchors: Mapping[str, str] = MappingProxyType({})) -> Binding:
    """Bind texts to print as one document."""
    papers = [on_paper(read(html), str) for html in htmls]
    articles = (Article(paper.text.html, paper.notes, paper.ids) for paper in papers)
    return Binding(tuple(articles), "e/actes/", anchors, "ci-dessus", "ci-dessous")


def test_notes() -> None:
    """Each address is told once; whatever the reader chose, the numbers have no gap."""
    binding = _bound(
        '<a href="/a/">1</a><section class="print-question"><h3><a href="/b/">2</a></h3>'
        '<div class="print-discussion"><a href="/a/">3</a><div><a href="/c/">4</a></div>'
        '<p class="print-state"><a href="/d/">5</a></p></div></section>',
        '<section class="print-question print-question--listed"><a href="/c/">6</a></section>',
    )
    assert [(note.address, dict(numbers)) for note, numbers in binding.notes] == [
        ("/a/", {"all": 1, "alone": 1}),
        ("/b/", {"all": 2, "alone": 2, "sheet": 1}),
        ("/c/", {"all": 3, "sheet": 2}),
        ("/d/", {"all": 4, "sheet": 3}),
    ]
    marks = re.findall('<sup class="print-mark"(.*?)</sup>', "".join(binding.texts))
    assert marks == [
        ">[1]",
        ' data-sheet="[1]"><span>[2]</span>',
        ">[1]",
        ">[3]",
        ' data-sheet="[3]"><span>[4]</span>',
        ' data-sheet="[2]"><span>[3]</span>',
    ]


def test_links_within_a_document() -> None:
    """What stands on the same paper is told by its place; without it, by its address."""
    link = '<a href="https://a.org/t/#b">1</a>'
    answer = '<section class="print-question"><div class="print-discussion"><p id="t_b">b</p>'
    binding = _bound(
        f"{link}{answer}{link}</div></section>",
        anchors={"https://a.org/t/": "t_talk", "https://a.org/t/#": "t_"},
    )
    (html,) = binding.texts
    assert re.findall("<a .*?(?=<section|<p |<span|</div)", html) == [
        '<a href="#t_b" data-here="ci-dessous">1</a>'
        '<sup class="print-mark" data-alone="[1]"></sup>',
        '<a href="#t_b" data-here="ci-dessus">1</a>',
    ]
    assert [dict(numbers) for _, numbers in binding.notes] == [{"alone": 1}]


def test_notes_of_foreign_links() -> None:
    """An address out of an answer is listed as a link that is marked as in the answer."""
    foreign = ' rel="ugc nofollow noopener"'
    notes = _bound(f'<a href="//a/">1</a><a href="//a/"{foreign}>2</a><a href="//b/">3</a>').notes
    environment = prepare(Environment(loader=PackageLoader("mkdocs_forum")), Settings())
    template = environment.get_template("forum/partials/print-notes.html")
    listed = template.render(notes=notes, absent=absent)
    assert listed.count(f'href="//a/"{foreign}') == 1
    assert listed.count("rel=") == 1


def test_page_rules() -> None:
    """Texts in the margins can end neither their string nor the style sheet."""
    rules = page_rules("letter", 'A "b" \\ </style>\n', "x" * 70 + " yyyyyy", "/a/", name="t")
    expected = (
        '@page t{size:letter;@top-left{content:"A \\22 b\\22  \\5c  \\3c /style\\3e \\a "}'
        f'@top-right{{content:"{"x" * 70}…"}}@bottom-left{{content:"/a/"}}'
        '@bottom-right{content:counter(page) " / " counter(pages)}}'
        "@page t:first{@top-left{content:none}@top-right{content:none}}"
    )
    large = expected.replace("@page t", "@page t-large")
    assert rules == f"{expected}{large}@page t-large{{font-size:12pt}}"


HEADS = {
    "short": ("Le juste prix", "Ana, Bob", "Le juste prix – Ana, Bob"),
    "long title": (
        "mot " * 30,
        "Ana Ferrand, Bob Quéméner",
        10 * "mot " + "mot… – Ana Ferrand, Bob Quéméner",
    ),
    "many names": ("mot " * 30, "Ana " * 30, 4 * "mot " + "mot… – " + 12 * "Ana " + "Ana…"),
}


@pytest.mark.parametrize(("title", "names", "expected"), HEADS.values(), ids=HEADS)
def test_running_head(title: str, names: str, expected: str) -> None:
    """A long title leaves room for those who speak."""
    assert running_head(title, names) == expected


LINKS = {
    "page": ('<a href="t/">a</a>', '<a href="#t_talk" data-here="b">a</a>'),
    "place on it": ('<a href="t/#b">a</a>', '<a href="#t_b" data-here="b">a</a>'),
    "place that isn't there": ('<a href="t/#c">a</a>', '<a href="#t_talk" data-here="b">a</a>'),
    "place in the text": ('<a href="#t_b">a</a>', '<a href="#t_b" data-here="b">a</a>'),
    "note of the text": (
        '<a class="footnote-ref" href="#t_b">a</a>',
        '<a class="footnote-ref" href="#t_b">a</a>',
    ),
    "another page": ('<a href="u/#b">a</a>', '<a href="../../u/#b">a</a>'),
    "whole address": ('<a href="https://a.org/t/">a</a>', '<a href="https://a.org/t/">a</a>'),
    "address with signs": ('<a rel="a" href="u/?a&amp;b">', '<a rel="a" href="../../u/?a&amp;b">'),
    "within": ('<a href="#b">a</a>', '<a href="#b">a</a>'),
    "away": (
        '<a class="print-away" href="t/">a</a>',
        '<a class="print-away" href="../../t/">a</a>',
    ),
    "picture": ('<img alt="" src="t/p.png">', '<img alt="" src="../../t/p.png">'),
    "drawing": ('<img src="data:image/svg+xml,a/b">', '<img src="data:image/svg+xml,a/b">'),
    "text": ('&lt;a href="t/"&gt;', '&lt;a href="t/"&gt;'),
}


@pytest.mark.parametrize(("html", "expected"), LINKS.values(), ids=LINKS)
def test_article_in_a_document(html: str, expected: str) -> None:
    """What stands in the document is found in it, all else from where the document is."""
    anchors = {"t/": "t_talk", "t/#": "t_"}
    articles = (Article(html), Article("", ids={"t_talk": "text", "t_b": "text"}))
    text, _ = Binding(articles, "e/actes/", anchors, "a", "b").texts
    assert text == expected


SHEETS: dict[str, tuple[list[float], int, list[int]]] = {
    "none": ([], 7, []),
    "one fills its page": ([20, 20], 20, [17, 23]),
    "two on each page": ([20, 20, 20, 20], 7, [8, 7, 10, 10]),
    "few lines": ([20, 20, 20], 4, [4, 4, 4]),
    "a question as long as a page": ([300, 20], 7, [1, 23]),
}


@pytest.mark.parametrize(("questions", "wanted", "expected"), SHEETS.values(), ids=SHEETS)
def test_lines_below(questions: list[float], wanted: int, expected: list[int]) -> None:
    """The lines below the questions fill each page of a work sheet."""
    assert lines_below(questions, wanted, page=250, head=70) == expected


@pytest.mark.parametrize("few", [1, 4, 9, 20])
def test_each_line_once(few: int) -> None:
    """Each choice shows as many lines as it is to have, and none is there that no choice shows."""
    counts = {"some": 9, "few": few, "many": 12}
    lines = ruled(counts)
    shown = {
        choice: sum(count for count, left_out in lines if choice not in left_out)
        for choice in counts
    }
    assert (shown, sum(count for count, _ in lines)) == (counts, max(counts.values()))
