"""The HTML of mails: lists come out as Markdown's, whatever program wrote them."""

from collections.abc import Callable, Mapping

import pytest

from mkdocs_forum.core.intake.mail.replies import read_reply
from mkdocs_forum.core.intake.rich_text.page import lines_of
from tests.growth import LINEAR, SIZE, growth


def normal(*lines: str) -> str:
    """Give paragraphs as Word writes them."""
    return "".join(f"<p class=MsoNormal>{line}<o:p></o:p></p>\r\n\r\n" for line in lines)


def listed(sign: str, text: str, level: int = 1, place: str = "CxSpMiddle") -> str:
    """Give an item of a list as Word writes it."""
    return (
        f"<p class=MsoListParagraph{place} style='mso-add-space:auto;text-indent:-18.0pt;\r\n"
        f"mso-list:l0 level{level} lfo1'><![if !supportLists]><span\r\n"
        "style='font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>"
        f"{sign}<span\r\nstyle='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; "
        f"</span></span></span><![endif]>{text}<o:p></o:p></p>\r\n\r\n"
    )


BULLETS = listed("·", "premier&nbsp;;", place="CxSpFirst") + listed("·", "deuxième.")

READ = {
    "Word": (
        normal("Deux points&nbsp;:") + BULLETS + normal("Fin."),
        "Deux points\xa0:\n\n- premier\xa0;\n- deuxième.\n\nFin.",
    ),
    "Word, with empty lines": (
        normal("Bonjour,", "&nbsp;", "Deux points :") + BULLETS + normal("Fin.", "&nbsp;"),
        "Bonjour,\n\nDeux points :\n\n- premier\xa0;\n- deuxième.\n\nFin.",
    ),
    "lines that two spaces break": (
        "<div>Un vers&nbsp; </div><div>deux vers&nbsp;&nbsp;<br></div><div>trois &nbsp;</div>"
        "<div>quatre&nbsp;</div><div>&nbsp; </div>",
        "Un vers  \ndeux vers  \ntrois  \nquatre",
    ),
    "links": (
        '<div>Lisez <a href="https://example.org/livre">ce <b>livre</b> </a>: '
        '<a href="https://example.org/a">https://example.org/a</a>, '
        '<a href="http://ana.md">ana.md</a>, <a href="mailto:a@example.org">moi</a>, '
        '<a href="https://example.org/a b">rien</a>, <a href="https://example.org/"><img></a>'
        '<a href="https://example.org/">[1]</a> et <a href="https://x.safelinks.protection.'
        'outlook.com/?url=https%3A%2F%2Fexample.org%2Fb&amp;data=1">cela</a>.</div>',
        "Lisez [ce livre](https://example.org/livre) : https://example.org/a, ana.md, moi, rien, "
        "[1] et [cela](https://example.org/b).",
    ),
    "links in a signature": (
        '<div>Oui.<br><br>Cordialement,<br>Ana<br><a href="https://example.org/'
        + "x" * 60
        + '">Mon site</a> | <a href="https://example.org/y">Ma page</a></div>',
        "Oui.",
    ),
    "Word, numbers": (
        normal("Deux points :") + listed("1.", "un") + listed("2)", "deux") + normal("Fin."),
        "Deux points :\n\n1. un\n2. deux\n\nFin.",
    ),
    "Word, levels": (
        listed("·", "un")
        + listed("o", "sous", 2)
        + listed("b.", "encore", 2)
        + listed("-", "deux"),
        "- un\n    - sous\n    - b. encore\n- deux",
    ),
    "Word, lower level first": (listed("§", "sous", 3) + normal("Fin."), "- sous\n\nFin."),
    "Word, a break in an item": (
        listed("·", "un<br>\r\nencore") + normal("Fin."),
        "- un\n    encore\n\nFin.",
    ),
    "Word, a list's style without a sign": (
        normal("Un.") + "<p class=MsoListParagraph>À propos</p>" + normal("Deux."),
        "Un.\n\nÀ propos\n\nDeux.",
    ),
    "Word, its styles taken off by a webmail": (
        "<p class=MsoNormal>Oui :</p>"
        "<p class=MsoListParagraph>·<span>&nbsp;&nbsp;&nbsp; </span>un</p>"
        "<p class=MsoNormal>Fin.</p>",
        "Oui :\n\n- un\n\nFin.",
    ),
    "Outlook on the web": (
        '<div class="elementToProof">Deux points :</div><ul data-editing-info="{}"><li><div '
        'role="presentation">un</div></li><li><div role="presentation">deux</div></li></ul>'
        '<div class="elementToProof">Fin.</div>',
        "Deux points :\n\n- un\n- deux\n\nFin.",
    ),
    "Gmail": (
        '<div dir="ltr">Deux points :<div><ul><li>un</li><li>deux</li></ul>'
        "<div>Fin.</div></div></div>",
        "Deux points :\n\n- un\n- deux\n\nFin.",
    ),
    "Gmail, numbers": (
        '<div dir="ltr"><div>Deux points :</div><ol><li>un</li><li>deux</li></ol>Fin.</div>',
        "Deux points :\n\n1. un\n2. deux\n\nFin.",
    ),
    "Apple Mail": (
        '<body>Deux points :<div><ul class="MailOutline"><li>un</li><li>deux<ul><li>sous</li></ul>'
        "</li></ul><div>Fin.</div></div></body>",
        "Deux points :\n\n- un\n- deux\n    - sous\n\nFin.",
    ),
    "Thunderbird": (
        "<p>Deux points :</p>\n<ol start=3>\n  <li>trois</li>\n  <li>quatre</li>\n</ol>\n"
        "<p>Fin.</p>",
        "Deux points :\n\n3. trois\n4. quatre\n\nFin.",
    ),
    "Orange": (
        "<p>Deux points :<br></p><ul><li><p>un<br></p></li><li><p>deux</p><p>suite</p></li>"
        "</ul>Fin.",
        "Deux points :\n\n- un\n\n- deux\n\n    suite\n\nFin.",
    ),
    "Zimbra": (
        '<div style="font-family: arial"><div>Deux points :</div><ul><li>un</li></ul><div>Fin.<br>'
        '</div><div><br data-mce-bogus="1"></div><div>Merci</div></div>',
        "Deux points :\n\n- un\n\nFin.",
    ),
    "a list for its margin alone": ("Un<ul><div>deux</div></ul>trois", "Un\ndeux\ntrois"),
    "an empty item": ("<ul><li>un</li><li></li></ul><p>Fin.</p>", "- un\n\nFin."),
    "a list in a list alone": ("<ul><ul><li>un</ul></ul>Fin.", "- un\n\nFin."),
    "an item of no list": ("Un<li>deux</li>trois</ul></ol>", "Un\n\n- deux\n\ntrois"),
    "an odd number": ("<ol start='-9 ²'><li>un</li></ol>", "1. un"),
}


@pytest.mark.parametrize("name", READ)
def test_lists(name: str) -> None:
    """A list is set apart by empty lines, and nothing else joins its items."""
    html, expected = READ[name]
    assert read_reply(lines_of(html)).text == expected


PLAIN = {
    "Outlook": (
        "Deux points :\n·         premier ;\n·         deuxième.\n\nFin.",
        "Deux points :\n- premier ;\n- deuxième.\n\nFin.",
    ),
    "Outlook, levels": ("·         un\no   sous\n", "- un\n- sous"),
    "Apple Mail": ("Deux points :\n\n\t•\tun\n\t•\tdeux\n", "Deux points :\n\n- un\n- deux"),
    "words": ("o ou\nou · enfin", "o ou\nou · enfin"),
    "by hand": (
        "Trois règles :\n- écrire, même\npeu\n- relire\n\nDeux de plus :\n\n– un\n– deux",
        "Trois règles :\n- écrire, même\npeu\n- relire\n\nDeux de plus :\n\n– un\n– deux",
    ),
    "numbers by hand": (
        "Trois règles :\n1) écrire\n2) relire\n\n3) signer\n\nEn\n2004. Et 5) non",
        "Trois règles :\n1) écrire\n2) relire\n\n3) signer\n\nEn\n2004. Et 5) non",
    ),
    "a number that counts nothing": ("Ils furent\n12. Puis\n- 3", "Ils furent\n12. Puis\n- 3"),
    "code": ("```\n+ a\n1) b\n```\n* un", "```\n+ a\n1) b\n```\n* un"),
    "signs of Markdown": ("*Un* mot\n**deux**\n---\n-trois", "*Un* mot\n**deux**\n---\n-trois"),
}


@pytest.mark.parametrize("name", PLAIN)
def test_plain_lists(name: str) -> None:
    """The bullets of plain text become items, too."""
    text, expected = PLAIN[name]
    assert read_reply(text.split("\n")).text == expected


ITEM_OF_WORD = "<p class=MsoListParagraph style='mso-list:l0 level9'>·&nbsp; x"
HOSTILE: Mapping[str, Callable[[int], str]] = {
    "lists": lambda size: "<ul>" * (size // 4),
    "lists with items": lambda size: "<ul><li>x" * (size // 9),
    "levels of Word": lambda size: ITEM_OF_WORD * (size // len(ITEM_OF_WORD)),
    "styles of Word": lambda size: f"<p style='{'mso-list:' * (size // 9)}'>x",
    "links": lambda size: "<a href=https://a>b</a>" * (size // 23),
    "open links": lambda size: "<a href=https://a>b" * (size // 19),
    "spaces": lambda size: "<p class=MsoListParagraph>" + "&nbsp;" * (size // 6),
    "number": lambda size: f"<ol start={'9' * size}><li>x",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time(name: str) -> None:
    """No page takes longer than in proportion to its length, nor gives much more than it has."""
    assert growth(lines_of, HOSTILE[name]) < LINEAR
    assert sum(map(len, lines_of(HOSTILE[name](SIZE)))) < 4 * SIZE
