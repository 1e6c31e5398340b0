"""French typography: the spaces before and inside some signs, in text and in HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.html.tree import read
from mkdocs_forum.core.html.typography import typeset, typeset_text

TEXTS = {
    "question mark": ("Pourquoi ?", "Pourquoi\u202f?"),
    "exclamation mark": ("Ah !", "Ah\u202f!"),
    "semicolon": ("un ; deux", "un\u202f; deux"),
    "colon": ("Le prix : cher", "Le prix\u00a0: cher"),
    "colon at the end": ("Le prix :", "Le prix\u00a0:"),
    "guillemets": ("« oui »", "«\u202foui\u202f»"),
    "nested signs": ("« Quoi ? »", "«\u202fQuoi\u202f?\u202f»"),
    "two signs": ("Quoi ?!", "Quoi\u202f?!"),
    "two signs apart": ("Quoi ? !", "Quoi\u202f?\u202f!"),
    "per cent": ("10 % et 5,5 %", "10\u00a0% et 5,5\u00a0%"),
    "no-break space": ("Pourquoi\u00a0?", "Pourquoi\u202f?"),
    "thin space before a colon": ("Le prix\u202f: cher", "Le prix\u00a0: cher"),
    "several spaces": ("Pourquoi   ?", "Pourquoi\u202f?"),
    "end of a line": ("Pourquoi\n?", "Pourquoi\u202f?"),
    "no space, no change": ("Pourquoi? Ah! un; deux: «oui» 10%", None),
    "address": ("Voir https://a.org/?b=c ; fin", "Voir https://a.org/?b=c\u202f; fin"),
    "colon in an address": ("http://a.org:80/", None),
    "time": ("12:30", None),
    "smiley": ("Bien :-) et :)", None),
    "colon before a word": ("un :deux", None),
    "per cent without number": ("le % du prix", None),
    "apostrophes and dashes": ("L'été – « l’an »", "L'été – «\u202fl’an\u202f»"),
    "empty": ("", None),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_text(text: str, expected: str | None) -> None:
    """A space that stands at a sign becomes the one that belongs there; none is added."""
    assert typeset(text) == (text if expected is None else expected)


FRAGMENTS = {
    "prose": ("<p>Pourquoi ?</p>", "<p>Pourquoi\u202f?</p>"),
    "code": ("<code>a ? b : c</code>", None),
    "block of code": ("<pre><code>x ;\ny ! <span>z ?</span> :\n</code></pre>", None),
    "prose after code": ("<code>a ;</code> Quoi ?", "<code>a ;</code> Quoi\u202f?"),
    "sign after code": ("<code>a</code> ?", "<code>a</code>\u202f?"),
    "sign after emphasis": ("<em>Quoi</em> ?", "<em>Quoi</em>\u202f?"),
    "emphasis in guillemets": ("« <em>oui</em> »", "«\u202f<em>oui</em>\u202f»"),
    "colon before emphasis": ("Prix : <b>10</b>", "Prix\u00a0: <b>10</b>"),
    "attributes": ('<a title="Quoi ?" href="/?a ;b">x</a>', None),
    "keys": ("<kbd>a ;</kbd> <samp>b ?</samp>", None),
    "script and style": ("<script>a ? b : c</script><style>a :hover ;</style>", None),
    "formula": ("<math><mi>a ;</mi></math>", None),
    "comment": ("<!-- a ? -->", None),
    "entity": ("a &amp; b ;", "a &amp; b\u202f;"),
    "after an entity": ("R&amp;D ?", "R&amp;D\u202f?"),
    "no-break entity": ("Quoi&nbsp;?", None),
    "quoted entities": ("&laquo; oui &raquo;", None),
    "blocks": ("<p>a</p>\n<p>? b</p>", None),
}


@pytest.mark.parametrize(("html", "expected"), FRAGMENTS.values(), ids=FRAGMENTS)
def test_html(html: str, expected: str | None) -> None:
    """Only prose is set; code, attributes and tags stay as they are."""
    assert typeset_text(read(html)).html == (html if expected is None else expected)


PIECES = st.sampled_from(
    [
        *(
            "a",
            "10",
            " ",
            "  ",
            "\n",
            "\u00a0",
            "\u202f",
            ":",
            ";",
            "!",
            "?",
            "«",
            "»",
            "%",
            "&amp;",
        ),
        *("&nbsp;", "&#160;", "<em>", "</em>", "<code>", "</code>", "<br />", "<p>", "</p>", "-"),
        *("<pre>", "</pre>", '<a title="a ?">', "</a>", "http://a.b/", "<!-- ! -->"),
    ]
)


@given(st.one_of(st.text("a1 \n\t\u00a0\u2009\u202f:;!?«»%"), st.text()))
def test_text_twice(text: str) -> None:
    """Setting a text again changes nothing more."""
    once = typeset(text)
    assert typeset(once) == once


@given(st.lists(PIECES).map("".join))
def test_html_twice(html: str) -> None:
    """Setting a fragment again changes nothing more."""
    once = typeset_text(read(html))
    assert typeset_text(once) == once


@given(st.text("ab 1:;!?«»%"))
def test_only_spaces_change(text: str) -> None:
    """Nothing but spaces is ever changed, and no space is added where there was none."""
    assert typeset(text).split() == text.split()
