"""What the policy takes off a text, what it keeps, and that it comes to rest."""

import pytest
import tinyhtml5
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.html import sanitise as sanitising
from mkdocs_forum.core.html.allowed import BY_ELEMENT, DROPPED, ELEMENTS, EVERYWHERE
from mkdocs_forum.core.html.sanitise import as_text, sanitise

HARMFUL = {
    "script": ("a<script>alert(1)</script>b", "ab"),
    "handler": ("<p onclick=alert(1)>a</p>", "<p>a</p>"),
    "script address": ("<a href='javascript:alert(1)'>a</a>", "<span>a</span>"),
    "script address, split": ("<a href='java\nscript:alert(1)'>a</a>", "<span>a</span>"),
    "script address, led by a sign": (
        "<a href='\u2028javascript:alert(1)'>a</a>", "<span>a</span>",
    ),
    "script address, entity": ("<a href='javascript&colon;alert(1)'>a</a>", "<span>a</span>"),
    "other scheme": ("<a href='data:text/html,a'>a</a>", "<span>a</span>"),
    "other host without scheme": ("<a href='//evil.example/'>a</a>", "<span>a</span>"),
    "other host by back-slash": (r"<a href='/\evil.example/'>a</a>", "<span>a</span>"),
    "scheme without host": ("<a href='https:///evil.example'>a</a>", "<span>a</span>"),
    "watched link": ("<a href='#a' ping='https://evil.example'>a</a>", '<a href="#a">a</a>'),
    "named window": ("<a href='#a' target='top'>a</a>", '<a href="#a">a</a>'),
    "remote image": ("<img src='https://evil.example/a.png' alt='Un \"mot\"'>", 'Un "mot"'),
    "image without alternative": ("a<img src='//evil.example/a.png'>b", "ab"),
    "several images": ("<img srcset='//evil.example/a 2x' src=a.png>", '<img src="a.png">'),
    "video of another site": (
        '<p>Voir :</p>\n<iframe src="https://v.example.org/?a=1&amp;b" '
        'title="Mon &lt;b&gt; exposé"></iframe>',
        '<p>Voir :</p>\n<p><a href="https://v.example.org/?a=1&amp;b">Mon &lt;b&gt; exposé</a></p>',
    ),
    "video in a line": (
        "<p>Voir <iframe src='//v.example.org/a'></iframe>.</p>",
        '<p>Voir <a href="https://v.example.org/a">https://v.example.org/a</a>.</p>',
    ),
    "video with a source": (
        '<video controls><source src="https://example.org/a.mp4">Ma vidéo</video>',
        '<p><a href="https://example.org/a.mp4">https://example.org/a.mp4</a></p>Ma vidéo',
    ),
    "frame": ("<iframe srcdoc='<script>alert(1)</script>'>a</iframe>", ""),
    "object": ("<object data='a.html'>a</object>", ""),
    "form": ("<form action='//evil.example'><input name=a>a</form>", "a"),
    "button": ("<button formaction='javascript:alert(1)'>a</button>", "a"),
    "text field": ("a<input value=b>", "a"),
    "password": ("<input type=password>", ""),
    "style": ("<style>body{display:none}</style>a", "a"),
    "styled": ("<p style='position:fixed;inset:0'>a</p>", "<p>a</p>"),
    "styled beside alignment": ("<td style='text-align:left;top:0'>", ""),
    "base": ("<base href='//evil.example'>a", "a"),
    "refresh": ("<meta http-equiv=refresh content='0;url=//evil.example'>a", "a"),
    "style sheet": ("<link rel=stylesheet href='//evil.example/a.css'>a", "a"),
    "identifier of the theme": ("<p id=__config>a</p>", "<p>a</p>"),
    "identifier of the forum": ("<p id=forum_answers>a</p>", "<p>a</p>"),
    "identifier on paper": ("<p id=print_a_b>a</p>", "<p>a</p>"),
    "class of the theme": ("<p class='md-overlay a'>b</p>", '<p class="a">b</p>'),
    "class of scripts": ("<p class='js no-js js-a mdx-b'>a</p>", "<p>a</p>"),
    "class that the theme's script gives": (
        "<p class='tabbed-control tabbed-control--prev tabbed-set'>a</p>",
        '<p class="tabbed-set">a</p>',
    ),
    "class of the forum": ("<p class='forum-card__title'>a</p>", "<p>a</p>"),
    "class that hides on paper": ("<p class=print-tools>a</p>", "<p>a</p>"),
    "class that fetches": ("<pre class='mermaid'>a</pre>", "<pre>a</pre>"),
    "component of the theme": ("<p data-md-component=announce>a</p>", "<p>a</p>"),
    "hidden from the search": ("<p data-search-exclude>a</p>", "<p>a</p>"),
    "hidden": ("<p hidden>a</p>", "<p>a</p>"),
    "name": ("<a name=location>a</a><img name=querySelector src=a.png>",
             '<span>a</span><img src="a.png">'),
    "label of the theme": ("<label for=__search>a</label>", "<label>a</label>"),
    "unclosed": ("<div><b>a", "<div><b>a</b></div>"),
    "closed too often": ("a</div></article></main>b", "ab"),
    "plain text": ("a<plaintext>b", "a"),
    "text area": ("a<textarea>b", "a"),
    "comment": ("a<!-- b -->c", "ac"),
    "mathematics": ("<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>", ""),
    "drawing": (
        "<svg><a xlink:href='javascript:alert(1)'><text>a</text></a></svg>",
        "<svg>a</svg>",
    ),
    "animation": ("<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>", "<svg></svg>"),
    "reused drawing": ("<svg><use href='//evil.example/a.svg#a'/></svg>", "<svg></svg>"),
    "fetched paint": (
        "<svg><path fill='url(//evil.example/a)' d='M0 0'></path></svg>",
        '<svg><path d="M0 0"></path></svg>',
    ),
    "foreign object": ("<svg><foreignObject><iframe src=a></foreignObject></svg>", "<svg></svg>"),
    "alternative that is a tag": (
        '<img alt="&lt;img src=x onerror=alert(1)&gt;">', "&lt;img src=x onerror=alert(1)&gt;",
    ),
    "alternative with references": (
        "<img alt='&amp;lt;script> &amp; &quot;b&quot;'>", '&amp;lt;script&gt; &amp; "b"',
    ),
    "tag in a tooltip": ("<abbr title='&lt;img src=x onerror=alert(1)>'>a</abbr>",
                         "<abbr>a</abbr>"),
    "tag in a tooltip, closing": ("<b title='</b>'>a</b>", "<b>a</b>"),
    "identifier that isn't decoded": ("<h2 id='100%'>a</h2>", "<h2>a</h2>"),
    "identifier that escapes": (r"<h2 id='a\'>a</h2>", "<h2>a</h2>"),
    "link without an address": (
        "<a id=b><em>a</em></a> <a id=c></a> <a href=d>e</a>",
        '<span id="b"><em>a</em></span> <a id="c"></a> <a href="d">e</a>',
    ),
    "links one in another": (
        "<a><table><tr><td><a href='#b'>c</a></td></tr></table></a>",
        '<span><table><tbody><tr><td><a href="#b">c</a></td></tr></tbody></table></span>',
    ),
    "reference without a note": (
        "<a class='a footnote-ref' href='#fn:1'>1</a>", '<a class="a" href="#fn:1">1</a>',
    ),
    "reference out of its alphabet": (
        "<a class='footnote-ref' href='#é'>1</a><p id='é'>b</p>",
        '<a href="#é">1</a><p id="é">b</p>',
    ),
    "reference that is no link": ("<p class='footnote-ref' id=a>b</p>", '<p id="a">b</p>'),
    "tabs without any": ("<div data-tabs='1:1'></div>", "<div></div>"),
    "tabs without buttons": (
        "<div data-tabs='1:1'><div class='tabbed-labels'></div></div>",
        '<div><div class="tabbed-labels"></div></div>',
    ),
    "tabs without a label": (
        "<div data-tabs='1:1'><input type=radio id=a><div class='tabbed-labels'></div></div>",
        '<div><input type="radio" id="a"><div class="tabbed-labels"></div></div>',
    ),
    "tabs with a button too many": (
        "<div data-tabs='1:1'><input type=radio id=a><div class='tabbed-labels'>"
        "<label for=a>b</label></div><input type=checkbox></div>",
        '<div><input type="radio" id="a"><div class="tabbed-labels">'
        '<label for="a">b</label></div><input type="checkbox"></div>',
    ),
    "tabs whose labels stand elsewhere": (
        "<div data-tabs='1:1'><input type=radio id=a></div><div class='tabbed-labels'>"
        "<label for=a>b</label></div>",
        '<div><input type="radio" id="a"></div><div class="tabbed-labels">'
        '<label for="a">b</label></div>',
    ),
    "drawing that covers the page": (
        "<svg width=20 transform='scale(200)'><rect width='20' height='20'></rect></svg>",
        '<svg width="20"><rect width="20" height="20"></rect></svg>',
    ),
    "link in a drawing": (
        "<a href='b'><svg><svg></svg><g><path></path></g></svg></a><svg><a href='c'><path></a>",
        '<a href="b"><svg><svg></svg><g><path></path></g></svg></a><svg><path></path></svg>',
    ),
    "drawing over other parts": (
        "<svg width=9999 height='1000px'><path d='M0 0'></path></svg>",
        '<svg><path d="M0 0"></path></svg>',
    ),
    "heap of accents": (
        "<p>e" + "&#x301;&#x302;" * 40 + " o&#x301;&#x302;</p>",
        "<p>e" + "\u0301\u0302" * 4 + " o\u0301\u0302</p>",
    ),
    "drawing of many lines": ("<svg width=99em height='101%'></svg>", "<svg></svg>"),
}  # fmt: skip


@pytest.mark.parametrize("case", HARMFUL)
def test_what_goes(case: str) -> None:
    """What could hurt is taken off; the text stays where it is prose."""
    html, expected = HARMFUL[case]
    assert sanitise(html) == expected


HARMLESS = (
    '<h2 id="un-titre">Un titre<a class="headerlink" href="#un-titre" title="Lien">¶</a></h2>',
    '<p><a href="https://example.org/a?b=c&amp;d=é#x">a</a> <a href="../b/">b</a></p>',
    '<p><a class="md-button md-button--primary" href="/" target="_blank">a</a></p>',
    '<p><a href="mailto:ana@example.org">a</a> <a href="tel:+33199001234">b</a></p>',
    '<p><a href="HTTPS://example.org/">a</a> <a href="Mailto:ana@example.org">b</a></p>',
    '<p><a href="tel:01 99 00 12 34">a</a> <a href="Tel:+33 (0)1.99">b</a></p>',
    '<p><img align="left" alt="A" loading="lazy" src="a%20b.png" width="300"></p>',
    '<div class="admonition note">\n<p class="admonition-title">A</p>\n<p>b</p>\n</div>',
    '<details class="tip" open="open">\n<summary>A</summary>\n<p>b</p>\n</details>',
    '<div class="tabbed-set tabbed-alternate" data-tabs="1:1"><input checked="checked"'
    ' id="__tabbed_1_1" name="__tabbed_1" type="radio"><div class="tabbed-labels">'
    '<label for="__tabbed_1_1">A</label></div></div>',
    '<table>\n<thead>\n<tr>\n<th style="text-align: left;">a</th>\n</tr>\n</thead>\n</table>',
    '<li class="task-list-item"><label class="task-list-control"><input type="checkbox"'
    ' disabled="" checked=""><span class="task-list-indicator"></span></label> a</li>',
    '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>'
    '<ol>\n<li id="fn:1">\n<p>Une note.</p>\n</li>\n</ol>',
    '<p><abbr title="a &lt; 1 &amp; b &gt; 2, &lt;3">a</abbr></p>',
    '<svg width="24" height="1.5em" viewBox="0 0 1 1"><g transform="scale(2)">'
    '<rect width="9999" height="9999"></rect></g></svg>',
    "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>",
    '<ol start="3" type="a">\n<li>a</li>\n</ol>',
    '<span id="__span-0-1"><a id="__codelineno-0-1" name="__codelineno-0-1"'
    ' href="#__codelineno-0-1"></a><span class="k">def</span>\n</span>',
    '<p><abbr title="b">a</abbr> <kbd class="key-alt">Alt</kbd> <mark>c</mark></p>',
    '<span class="twemoji"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    '<path d="M12 4a4 4 0 0 1 4 4"></path></svg></span>',
    '<li class="forum-asked" id="marge">a<span data-forum-state="prix/marge"></span></li>',
    '<p><span class="arithmatex">\\(a &lt; b\\)</span> &amp; "c" l\'d\u00a0; «\u202fe\u202f»</p>',
)


@pytest.mark.parametrize("html", HARMLESS)
def test_what_stays(html: str) -> None:
    """What the renderer and its extensions write stays as it is."""
    assert sanitise(html) == html


def test_own_diagrams() -> None:
    """A site that has its own script for diagrams shows those of its members."""
    html = '<pre class="mermaid"><code>graph LR</code></pre>'
    assert sanitise(html, diagrams=True) == html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a &lt;b&gt; &amp; <em>c</em>", "a &lt;b&gt; &amp; c"),
        ('a" onclick="b', "a&quot; onclick=&quot;b"),
        ("<script>a</script>b", "b"),
    ],
)
def test_text(html: str, expected: str) -> None:
    """A title gives its text, which ends neither an element nor an attribute."""
    assert as_text(html) == expected


def _nested(element: str) -> str:
    return f"<{element}>" * 50_000


@pytest.mark.parametrize(
    "html",
    [
        _nested("div"),
        "<b><!--</b>-->" * 50_000,
        '<b title="></b>">' * 50_000,
        "<b><script></b></script>" * 50_000,
    ],
    ids=["nested", "comments", "attributes", "scripts"],
)
def test_too_deep(html: str) -> None:
    """What would take a parser minutes is shown as it was written."""
    assert sanitise(html) == html.replace("<", "&lt;").replace(">", "&gt;")


def test_long_but_flat() -> None:
    """The length of a text alone takes nothing from it."""
    html = '<p>a <span class="n">b</span></p>\n' * 20_000
    assert sanitise(html) == html


_NAMES = sorted({*ELEMENTS, *DROPPED, "form", "body", "x-y"})
_KEYS = sorted(
    {"class", "onclick", *EVERYWHERE, *(key for keys in BY_ELEMENT.values() for key in keys)}
)
_VALUES = st.sampled_from(
    ["a", "", "#a", "javascript:a", "//a", "https://a/", "__config", "1", "text-align:left", "<b>",
     '"', "checkbox", "md-a b", "1:1", "tabbed-labels", "footnote-ref", "&lt;img src=a&gt;"]
)  # fmt: skip
_ATTRIBUTES = st.dictionaries(st.sampled_from(_KEYS), _VALUES, max_size=3)
_TAGS = st.builds(
    lambda sign, name, keys: (
        f"<{sign}{name}"
        + "".join(f" {key}='{value}'" for key, value in keys.items() if not sign)
        + ">"
    ),
    st.sampled_from(["", "/"]),
    st.sampled_from(_NAMES),
    _ATTRIBUTES,
)
_HTML = st.lists(
    st.one_of(
        _TAGS, st.text(max_size=5), st.sampled_from(["\n", "<!--", "-->", "<![CDATA[", "]]>"])
    ),
    max_size=20,
).map("".join)


@given(_HTML)
def test_comes_to_rest(html: str) -> None:
    """What was sanitised stays as it is when it is sanitised again."""
    once = sanitise(html)
    assert sanitise(once) == once


_PARTS = st.lists(
    st.sampled_from(
        ["<div data-tabs='1:1'>", "</div>", "<div class='tabbed-labels'>", "<label for='x'>",
         "<input type='radio' id='x'>", "<input type='checkbox'>", "</label>", "<p>", "</p>", "a",
         "<a href='#b'>", "<a>", "</a>", "<svg>", "</svg>", "<table>", "<td>", "</table>", "<h1>",
         "<a class='footnote-ref' href='#x'>", "<pre>\n", "<style>", "<img alt='<b>'>", "<!--"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@given(_PARTS)
def test_tabs_are_whole(html: str) -> None:
    """However tags stand in one another, a set of tabs has its labels, and each button one."""
    once = sanitise(html)
    assert sanitise(once) == once
    tree = tinyhtml5.parse(once, namespace_html_elements=False)
    labels = {label.get("for") for label in tree.iter("label")}
    for tabs in tree.iter("div"):
        if tabs.get("data-tabs"):
            assert [part for part in tabs if part.get("class") == "tabbed-labels"]
            buttons = [part.get("id") for part in tabs if part.tag == "input"]
            assert buttons
            assert labels.issuperset(buttons)


@given(_PARTS)
def test_settled(html: str) -> None:
    """A text that is taken to be settled is one: reading it again changes nothing."""
    assert sanitising._CLEANER.clean(sanitise(html)).replace("&nbsp;", "\u00a0") == sanitise(html)


@given(_HTML)
def test_nothing_else_stays(html: str) -> None:
    """No element and no attribute is left that the policy doesn't name."""
    found = set(_elements(sanitise(html)))
    allowed = {
        (element, key)
        for element in ELEMENTS
        for key in {"class", *EVERYWHERE, *BY_ELEMENT.get(element, {})}
    }
    assert {element for element, _ in found} <= ELEMENTS
    assert {pair for pair in found if pair[1]} <= allowed


def _elements(html: str) -> list[tuple[str, str]]:
    """Give each element with each of its attributes, as another parser reads them."""
    from html.parser import HTMLParser

    found: list[tuple[str, str]] = []

    class _Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, ""))
            found.extend((tag, "viewBox" if key == "viewbox" else key) for key, _ in attrs)

    reader = _Reader()
    reader.feed(html)
    reader.close()
    return found
