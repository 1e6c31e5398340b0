"""What is pasted from other programs becomes Markdown, and can be undone."""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chromium import Chromium
from tests.browser.conftest import Visitor
from tests.browser.filling import ANSWER, PROPOSE, person
from tests.browser.modules import Modules, modules

pytestmark = pytest.mark.browser


def word_item(text: str, sign: str, level: int = 1, number: str = "l0") -> str:
    """Give an item of a list as Word copies it."""
    return (
        "<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;mso-add-space:auto;"
        f"text-indent:-18.0pt;mso-list:{number} level{level} lfo1'><![if !supportLists]>"
        "<span lang=FR style='font-family:Symbol;mso-fareast-font-family:Symbol'>"
        f"<span style='mso-list:Ignore'>{sign}<span style='font:7.0pt \"Times New Roman\"'>"
        "&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span>"
        f"<![endif]><span lang=FR>{text}<o:p></o:p></span></p>\r\n"
    )


WORD = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta name=Generator "
    "content='Microsoft Word 15'><style><!-- p.MsoNormal {margin:0cm} --></style>"
    "<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head>"
    "<body lang=FR><!--StartFragment-->"
    "<p class=MsoTitle>Le devis<o:p></o:p></p><h2><b>1. Ce que j’ai\r\nappris<o:p></o:p></b></h2>"
    "<p class=MsoNormal><b>Trois</b><span style='mso-spacerun:yes'>&nbsp;</span><i>idées</i>&nbsp;:"
    "<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    f"{word_item('Un <b>devis</b>', '·')}{word_item('court', 'o', 2)}{word_item('Deux', '·')}"
    "<p class=MsoNormal>Puis&nbsp;:<o:p></o:p></p>"
    f"{word_item('Appeler', '1.', number='l1')}{word_item('Écrire', '2.', number='l1')}"
    "<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Mois</b><o:p></o:p></p></td>"
    "<td><p>Jours</p></td></tr><tr><td><p>Mars<br>avril</p></td><td><p>12|13</p></td></tr></table>"
    "<p class=MsoNormal>Voir <a href='https://example.org/a_b'>le\r\nsite</a>, "
    "<a href='file:///C:/devis.doc'>le fichier</a><a href='#_ftn1'>[1]</a>."
    "<img src='file:///C:/Temp/image001.png'></p><!--EndFragment--></body></html>"
)
AS_MARKDOWN: Mapping[str, tuple[str, str]] = {
    "Word": (
        WORD,
        "# Le devis\n\n## 1. Ce que j’ai appris\n\n**Trois** *idées*\u00a0:\n\n- Un **devis**\n"
        "  - court\n- Deux\n\nPuis\u00a0:\n\n1. Appeler\n2. Écrire\n\n"
        "| **Mois** | Jours |\n| --- | --- |\n| Mars avril | 12\\|13 |\n\n"
        "Voir [le site](https://example.org/a_b), le fichier[1].",
    ),
    "Outlook": (
        "<div class=WordSection1><table><tr><td><p class=MsoNormal>Bonjour,</p></td></tr></table>"
        "<p class=MsoNormal><span style='font-weight:bold'>Deux</span> points</p>"
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>·&nbsp;&nbsp;&nbsp;Un</p>"
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>·&nbsp;&nbsp;&nbsp;Deux</p>"
        "<p>Voir <a href='https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2F"
        "example.org%2Fa&amp;data=05'>ici</a>.</p></div>",
        "Bonjour,\n\n**Deux** points\n\n- Un\n- Deux\n\nVoir [ici](https://example.org/a).",
    ),
    "Outlook on the web": (
        "<div class=elementToProof style='color:black'>Un&nbsp;<b>mot</b>.</div><div><br></div>"
        "<div class=elementToProof>Deux.</div>",
        "Un\u00a0**mot**.\n\nDeux.",
    ),
    "Word on the web": (
        "<div class=OutlineElement><p role=heading aria-level=2><span>Titre</span></p></div>"
        "<div><ul><li><p><span>Un</span></p></li></ul></div>",
        "## Titre\n\n- Un",
    ),
    "Google Docs": (
        "<meta charset=utf-8><b style='font-weight:normal;' id='docs-internal-guid-1'><h2 dir=ltr>"
        "<span style='font-weight:700'>Titre</span></h2><p dir=ltr><span style='font-style:italic'>"
        "Un</span><span style='font-weight:400'> mot</span></p><br><ul>"
        "<li dir=ltr><p role=presentation>Un</p></li><ul><li><p>Sous</p></li></ul>"
        "<li><p>Deux</p></li></ul></b>",
        "## Titre\n\n*Un* mot\n\n- Un\n  - Sous\n- Deux",
    ),
    "LibreOffice": (
        "<meta name=generator content='LibreOffice 24.2'><style>p { color: #000 }</style>"
        "<h1 class=western><a name=a></a>Titre</h1>"
        "<p><font face=Arial><b>Un</b></font> 5 &lt; 6</p>"
        "<ol><li><p>Un</p></li><li value=2><p>Deux</p></li></ol>",
        "# Titre\n\n**Un** 5 \\< 6\n\n1. Un\n2. Deux",
    ),
    "web page": (
        "<h3>Titre</h3><p>Un <a href='/ici'>lien</a> <del>mort</del> et <code>a_b</code>.</p>"
        "<blockquote><p>Cité.</p></blockquote><ol start=3><li>trois</li>"
        "<li>quatre<ul><li>sous</li></ul></li></ol><script>alert(1)</script>"
        "<p style='display:none'>caché</p>",
        "### Titre\n\nUn lien ~~mort~~ et `a_b`.\n\n> Cité.\n\n3. trois\n4. quatre\n   - sous",
    ),
    "spreadsheet": (
        "<table><colgroup><col></colgroup><tr><td colspan=2>A</td></tr>"
        "<tr><td>1</td><td>2</td></tr></table>",
        "| A |  |\n| --- | --- |\n| 1 | 2 |",
    ),
}
"""What programs put on the clipboard, in short, and what becomes of it."""
UNFORMED = ("<meta charset=utf-8><span style='color:red'>un mot</span>", "<p>Une phrase.</p>", "")
"""Words without form, which are pasted as they are."""

PDF = (
    "La relation de confiance\n"
    "Le résultat d'une mission de conseil pour un client me semble fortement\n"
    "lié à la qualité du contact qui est établi puis maintenu tout au long de la\n"
    "mission.\n"
    "Je n'ai pas la prétention de dresser un inventaire de tout ce qu'il faut sous-\n"
    "traiter ou ne pas faire pour réussir à cent pour cent avec tous les cli-\n"
    "ents, que je nomme : des clients.\n"
    "• un premier point\n"
    "• un second point"
)
FROM_PDF = (
    "La relation de confiance\n\n"
    "Le résultat d'une mission de conseil pour un client me semble fortement lié à la qualité du "
    "contact qui est établi puis maintenu tout au long de la mission.\n\n"
    "Je n'ai pas la prétention de dresser un inventaire de tout ce qu'il faut sous-traiter ou "
    "ne pas faire pour réussir à cent pour cent avec tous les clients, que je nomme : des clients."
    "\n• un premier point\n• un second point"
)
ENDED = (
    "12 rue du Port\n29200 Brest\nFrance",
    "Un.\n\nDeux, plus long que le premier.\n",
    "a\nb\nc\nd",
)
"""Lines that their author ended."""


@pytest.fixture(scope="module")
def page(browser: Chromium) -> Iterator[Modules]:
    """Give a page in which the modules are loaded."""
    with modules(browser) as page:
        yield page


@pytest.mark.parametrize(("html", "text"), AS_MARKDOWN.values(), ids=AS_MARKDOWN)
def test_as_markdown(page: Modules, html: str, text: str) -> None:
    """Headings, bold, lists, links and tables keep their form, and nothing else does."""
    (made,) = page.call("asMarkdown", None, [[html]])
    assert made == {"text": text, "pictures": html.count("<img")}


def test_words_without_form(page: Modules) -> None:
    """What has no form is left to the browser."""
    assert page.call("asMarkdown", None, [[html] for html in UNFORMED]) == [None] * len(UNFORMED)


def test_lines_of_a_pdf(page: Modules) -> None:
    """Lines that a page broke are put together, those that their author ended are not."""
    assert page.call("unwrapped", None, [[PDF]]) == [FROM_PDF]
    assert page.call("unwrapped", None, [[text] for text in ENDED]) == list(ENDED)


def put(place: Locator, **kinds: str) -> None:
    """Paste as a program would have copied."""
    place.evaluate(
        """(place, kinds) => {
            const clipboardData = new DataTransfer()
            for (const [kind, text] of Object.entries(kinds)) {
                clipboardData.setData(`text/${kind}`, text)
            }
            const options = { clipboardData, bubbles: true, cancelable: true }
            const isLeft = place.dispatchEvent(new ClipboardEvent("paste", options))
            if (isLeft) document.execCommand("insertText", false, kinds.plain)
        }""",
        kinds,
    )


def test_paste_and_undo(visitor: Visitor) -> None:
    """What is pasted stands where the cursor was; it is told, and Ctrl + Z takes it back."""
    page = person(visitor, ANSWER).page
    text = page.get_by_label("Texte", exact=True)
    text.fill("Avant. Après.")
    text.evaluate("text => text.setSelectionRange(7, 7)")
    put(text, html=AS_MARKDOWN["Outlook"][0], plain="Bonjour")
    expect(text).to_have_value(f"Avant. {AS_MARKDOWN['Outlook'][1]}Après.")
    expect(page.get_by_text("La mise en forme a été reprise.")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(text).to_have_value("Avant. Après.")
    put(text, html=WORD, plain="Le devis")
    expect(page.get_by_text("Une image ne se colle pas dans le texte")).to_be_visible()
    text.fill("")
    put(text, html=UNFORMED[0], plain="un mot")
    expect(text).to_have_value("un mot")
    text.fill("")
    put(text, plain=PDF)
    expect(text).to_have_value(FROM_PDF)


def test_paste_without_the_library(visitor: Visitor) -> None:
    """If what writes Markdown can't be loaded, the words are pasted all the same."""
    page = person(visitor).page
    broken = {"body": "throw 1", "content_type": "text/javascript"}
    page.route("**/turndown.js", lambda route: route.fulfill(**broken))
    page.goto(visitor.root + PROPOSE)
    expect(page.locator(".forum-form:not([aria-busy])")).to_be_visible()
    text = page.get_by_label("Texte", exact=True)
    text.focus()
    put(text, html=WORD, plain="Le devis")
    expect(text).to_have_value("Le devis")


def test_copied_from_a_page(visitor: Visitor) -> None:
    """What is copied from a page of the browser itself keeps its form."""
    page = person(visitor, permissions=["clipboard-read", "clipboard-write"]).page
    page.goto(visitor.root + "interventions/le-juste-prix/")
    page.locator("main article").first.press("Control+a")
    page.keyboard.press("Control+c")
    page.goto(visitor.root + ANSWER)
    expect(page.locator(".forum-form:not([aria-busy])")).to_be_visible()
    page.get_by_label("Texte", exact=True).press("Control+v")
    preview = page.locator(".forum-preview__text")
    expect(preview.locator("h4, h5").first).to_be_visible()
    expect(preview.locator("li").first).to_be_visible()
