"""Typography of rendered texts: the text of a block as a whole, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from mkdocs_forum.core.gfm.extension import GfmExtension
from mkdocs_forum.core.html.extension import ForumExtension
from mkdocs_forum.core.html.sanitise import as_text, sanitise
from mkdocs_forum.core.html.tree import read
from mkdocs_forum.core.html.typography import typeset_text, typeset_title

FRAGMENTS = {
    "prose": ("<p>L'offre ?</p>", "<p>L’offre\u202f?</p>"),
    "quoted emphasis": ('<p>"<em>mot</em>"</p>', "<p>«\u202f<em>mot</em>\u202f»</p>"),
    "quote within emphasis": ('<em>"mot</em>" !', "<em>«\u202fmot</em>\u202f»\u202f!"),
    "quote with code": ('"le <code>a</code>"', "«\u202fle <code>a</code>\u202f»"),
    "quote over a break": ('"un<br />\ndeux"', "«\u202fun<br />\ndeux\u202f»"),
    "quote over two paragraphs": ('<p>"un</p><p>deux"</p>', None),
    "quotes of two items": (
        '<ul><li>"un"</li><li>deux"</li></ul>',
        '<ul><li>«\u202fun\u202f»</li><li>deux"</li></ul>',
    ),
    "quote and nested list": (
        '<li>"un"<ul><li>"deux"</li></ul></li>',
        "<li>«\u202fun\u202f»<ul><li>«\u202fdeux\u202f»</li></ul></li>",
    ),
    "elision before emphasis": ("l'<em>offre</em>", "l’<em>offre</em>"),
    "elision before code": ("l'<code>a</code>", "l’<code>a</code>"),
    "guillemets around emphasis": ("«<em>oui</em>»", "«\u202f<em>oui</em>\u202f»"),
    "space on both sides of a tag": ("« <em> oui", "«\u202f<em>oui"),
    "sign after emphasis": ("<em>Quoi</em>?", "<em>Quoi</em>\u202f?"),
    "sign after code": ("<code>a</code> ?", "<code>a</code>\u202f?"),
    "sign close to code": ("<code>a</code>: b", "<code>a</code>\u00a0: b"),
    "sign after a note": ("mot<sup>1</sup> ?", "mot<sup>1</sup>\u202f?"),
    "raised figures": (
        "10<sup>2</sup>-15, 3 m<sup>2</sup>",
        "10<sup>2</sup>-15, 3\u00a0m<sup>2</sup>",
    ),
    "number over tags": ("10 <b>000</b> <b>km</b>", "10\u202f<b>000</b>\u00a0<b>km</b>"),
    "heading with its link": (
        '<h2 id="a">Quoi?<a class="headerlink" href="#a">&para;</a></h2>',
        '<h2 id="a">Quoi\u202f?<a class="headerlink" href="#a">&para;</a></h2>',
    ),
    "dots and dash over a tag": ("un <b>- deux..</b>.", "un <b>– deux…</b>"),
    "code": ("<code>a ? b : 'c' - \"d\"...</code>", None),
    "block of code": ("<pre><code>x ;\ny ! <span>'z' ?</span> :\n</code></pre>", None),
    "prose after code": ("<code>a ;</code> Quoi ?", "<code>a ;</code> Quoi\u202f?"),
    "keys": ("<kbd>a ;</kbd> <samp>b '?'</samp>", None),
    "formulas": ("<math><mi>a' ;</mi></math> <span class=\"arithmatex\">\\(f'\\)</span>", None),
    "script and style": ("<script>a ? 'b' : c</script><style>a :hover ;</style>", None),
    "attributes": ('<a title="L\'un ?" href="/?a ;b">x</a> <img alt="l\'un">', None),
    "addresses": ("<a href=\"https://a.org/l'un\">https://a.org/l'un</a>", None),
    "comment": ("<!-- l'un ? -->", None),
    "ampersand": ("R&amp;D ? l'A&B", "R&amp;D\u202f? l’A&B"),
    "references": ("&quot;l&#39;un&quot; &laquo;oui&raquo;", None),
    "space as a reference": ("Quoi&nbsp;? &laquo;&nbsp;oui&nbsp;&raquo;", None),
    "blocks": ("<p>a</p>\n<p>? b</p>", None),
    "English in French": (
        '<p>L\'idée : <i lang="en">"it\'s free!"</i> !</p>',
        '<p>L’idée\u00a0: <i lang="en">“it’s free!”</i>\u202f!</p>',
    ),
    "paragraph in English": ('<p lang="en-GB">It\'s free !</p>', '<p lang="en-GB">It’s free !</p>'),
    "unknown language": ('<i lang="eo">"jes" ?</i>', None),
}


@pytest.mark.parametrize(("html", "expected"), FRAGMENTS.values(), ids=FRAGMENTS)
def test_html(html: str, expected: str | None) -> None:
    """Only prose is set, block by block; code, addresses and attributes stay as they are."""
    assert typeset_text(read(html), "fr").html == (html if expected is None else expected)


ESCAPED = {
    "double quotes": (r"\"mot\" et \"mot\"", '"mot" et "mot"'),
    "one quote of four": (r'"un écran de 17\" noir"', '«\u202fun écran de 17" noir\u202f»'),
    "apostrophe": (r"l\'un, l'autre", "l'un, l’autre"),
    "hyphen": (r"de 2020\-2024", "de 2020-2024"),
    "dots": (r"a\...", "a..."),
    "references": ("&quot;mot&quot; l&#39;un, l&apos;autre", "\"mot\" l'un, l'autre"),
    "in emphasis": (r"*\"mot\"*", '"mot"'),
    "in code": (r"`\"` et \"", r'\" et "'),
    "in a heading": (r"## L\'un, l'autre", "L'un, l’autre"),
    "at the beginning of a list": (r"\- un", "- un"),
}


@pytest.mark.parametrize("is_contribution", [True, False], ids=["contribution", "page"])
@pytest.mark.parametrize(("text", "expected"), ESCAPED.values(), ids=ESCAPED)
def test_escaped(text: str, expected: str, is_contribution: bool) -> None:
    """A sign behind a backslash, or written as a reference, stays what it is."""
    extensions = (
        ForumExtension({}, lambda _: None, {}, {}),
        GfmExtension(lambda _: is_contribution),
    )
    html = Markdown(extensions=extensions).convert(text)
    written = read(sanitise(html) if is_contribution else html)
    assert typeset_text(written, "fr").words == expected
    unset = typeset_text(written, None)
    assert "\u2060" not in unset.html
    assert typeset_text(typeset_text(written, "fr"), "fr") == typeset_text(written, "fr")


def test_escaped_in_a_heading() -> None:
    """The table of contents says what the heading says, and its identifier is as ever."""
    renderer = Markdown(extensions=["toc", ForumExtension({}, lambda _: None, {}, {})])
    renderer.convert(r'## L\'écran de 17\", l\'un "ou" l\'autre')
    [token] = renderer.toc_tokens  # type: ignore[attr-defined]
    assert token["id"] == "lecran-de-17-lun-ou-lautre"
    title = as_text(token["name"])
    assert typeset_title(title, "fr") == (
        "L&#39;écran de 17&#34;, l&#39;un «\u202fou\u202f» l&#39;autre"
    )


TITLES = {
    "quotes": ("&quot;Prix&quot; d'ami ?", "«\u202fPrix\u202f» d’ami\u202f?"),
    "unpaired quote": ("17&quot; d'or", "17&quot; d’or"),
    "reference": ("R&amp;D : l'un", "R&amp;D\u00a0: l’un"),
    "reference before a space": ("A &lt; B", None),
}


@pytest.mark.parametrize(("title", "expected"), TITLES.values(), ids=TITLES)
def test_title(title: str, expected: str | None) -> None:
    """A title that is HTML is set as one, and stays fit for an attribute."""
    assert typeset_title(title, "fr") == (title if expected is None else expected)


PIECES = st.lists(
    st.sampled_from(
        [
            *("a", "10", " ", "  ", "\n", "\u00a0", "\u202f", ":", ";", "!", "?", "«", "»", "%"),
            *('"', "'", "...", ".", " - ", "-", " – ", "l'", "000", "&amp;", "&quot;", "&lt;"),
            *("&nbsp;", "&#160;", "<em>", "</em>", "<code>", "</code>", "<br />", "<p>", "</p>"),
            *("<pre>", "</pre>", '<a title="a ?">', "</a>", "http://a.b/", "<!-- ! -->", "<sup>"),
            *("</sup>", '<i lang="en">', "</i>", '<a class="headerlink">', "<img>", "M.", "&", "<"),
            *("\u2060'", '\u2060"', "\u2060"),
        ]
    )
).map("".join)


@given(PIECES, st.sampled_from(["fr", "en", "de"]))
def test_html_twice(html: str, language: str) -> None:
    """Setting a fragment again changes nothing more, and no setting changes its tags."""
    once = typeset_text(read(html), language)
    assert typeset_text(once, language) == once
    assert [token for token in once.tokens if token.kind in {"start", "end"}] == [
        token for token in read(html).tokens if token.kind in {"start", "end"}
    ]


@given(PIECES)
def test_read_again(html: str) -> None:
    """What was set is read as it was written: no new tag comes of it."""
    once = typeset_text(read(html), "fr")
    assert read(once.html).html == once.html
    assert read(once.html).elements == once.elements
