"""Rules over links, images and the legal notice: each with its message, place and suggestion."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from mkdocs_forum.core.checks.link_targets import Site
from mkdocs_forum.core.checks.site import check_site, dead_links
from mkdocs_forum.core.faults.diagnostic import in_order
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.gfm.extension import GfmExtension
from mkdocs_forum.core.html.tree import read
from mkdocs_forum.core.library.targets import Destination
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.read import Missing
from tests.faults import FORUM

EXTENSIONS = ("attr_list", "footnotes", "toc", "pymdownx.superfences")
ANSWER = "answers/prix/rabais/ana.md"
TEXT = "---\ndate: 2004-12-01\n---\n"
FILE = "leads to a file that doesn't exist\n    hint:"
PLACE = "leads to a place that doesn't exist\n    hint:"
PATH = "write the path of a file, starting from the folder of this one"
OTHER = "leads to a page that this site doesn't have\n    hint:"
NO_LINK = (
    "the site doesn't show the link '%s'\n"
    "    hint: begin it with 'https://', 'mailto:' or 'tel:'; write '%%20' for a space"
)
NO_HTML = (
    "the site doesn't show '<{0}>'\n    hint: write '`<{0}>`' to show these signs, or remove it"
)
SEND = (
    "save the picture, send it with the text, and write its name here; "
    "'mkdocs-forum check --fix --fetch' does that for you"
)
DRAFT = "---\ntitle: Plus tard\nedition: 2005\nspeakers: ana\ndraft: true\n---\n"


def render(text: str, path: str) -> str:
    """Render Markdown as a site would."""
    gfm = GfmExtension(lambda _: "/" in path)
    return Markdown(extensions=[*EXTENSIONS, gfm]).convert(text)


def check(texts: Mapping[str, str], settings: Settings | None = None) -> list[str]:
    """Give what is told of a forum's links and pages."""
    settings = settings or Settings()
    library, _, missing = load(texts, settings)
    pages = {path: text for path, text in texts.items() if path.count("/") == 0}
    addresses = {path: path.removesuffix(".md") + "/" for path in texts if path.endswith(".md")}
    addresses |= {path: path for path in texts if not path.endswith(".md")}
    findings = check_site(library, missing, settings, Site(addresses, pages, render))
    return [str(fault) for fault in in_order(finding.fault for finding in findings)]


SPACES = "isn't read as a {}, because it contains spaces\n    hint: write '{}'"
UNREAD: dict[str, tuple[str, str]] = {
    "picture with spaces": (
        "![a](mon dessin.png)",
        "6: F315 'mon dessin.png' " + SPACES.format("picture", "mon%20dessin.png"),
    ),
    "link with spaces": (
        "[a](../mon plan.pdf#page 2)",
        "5: F315 '../mon plan.pdf#page 2' " + SPACES.format("link", "../mon%20plan.pdf#page%202"),
    ),
    "definition with spaces": (
        "[plan]: mon plan.pdf",
        "9: F315 'mon plan.pdf' " + SPACES.format("link", "mon%20plan.pdf"),
    ),
    **{
        name: (
            written,
            f"1: F315 '{written}' isn't read as a {'picture' if '!' in written else 'link'}\n"
            f"    hint: write '{meant}'",
        )
        for name, written, meant in (
            ("spaces and a title", '![a](mon plan.png "t")', '![a](mon%20plan.png "t")'),
            ("quotes in a title", '![a](b.png "un "bon" t")', '![a](b.png "un bon t")'),
            ("quotes of a word processor", "[a](b.pdf « t »)", '[a](b.pdf "t")'),
            ("title without quotes", "[a](https://e.org un t)", '[a](https://e.org "un t")'),
            ("never closed", "[a](https://e.org et le reste", "[a](https://e.org)"),
            ("round bracket missing", "[a](https://e.org/b_(c)", "[a](https://e.org/b_(c))"),
            ("square bracket missing", "[a(https://e.org)", "[a](https://e.org)"),
            ("space between the two", "[a] (b.pdf)", "[a](b.pdf)"),
            ("the other way round", "(a)[https://e.org]", "[a](https://e.org)"),
            ("square brackets", "[a][https://e.org]", "[a](https://e.org)"),
        )
    },
    "line between the two": (
        "[a]\n(https://e.org)",
        "1: F315 '[a] (https://e.org)' isn't read as a link\n    hint: write '[a](https://e.org)'",
    ),
    "name without an address": (
        "[a][plan]",
        "1: F315 '[a][plan]' isn't read as a link\n"
        "    hint: write '[a](address)', or '[plan]: address' on a line of its own",
    ),
    "definition with a title": (
        "[plan]: https://e.org/a.pdf « Le titre »",
        "1: F315 '[plan]: https://e.org/a.pdf « Le titre »' isn't read as a link\n"
        "    hint: write '[plan]: https://e.org/a.pdf \"Le titre\"'",
    ),
    "definition with words behind": (
        "[plan]: https://e.org/ Le titre",
        "1: F315 '[plan]: https://e.org/ Le titre' isn't read as a link\n"
        "    hint: write '[plan]: https://e.org/ \"Le titre\"'",
    ),
    "link of a wiki": (
        "[[Une page|a]]",
        "1: F315 '[[Une page|a]]' isn't read as a link\n"
        "    hint: write '[a](path.md)', with the path of its file",
    ),
    "picture of a wiki": (
        "![[vue.png]]",
        "1: F315 '![[vue.png]]' isn't read as a picture\n"
        "    hint: write '![](vue.png)', with what the picture shows between '[' and ']'",
    ),
}


@pytest.mark.parametrize(("text", "message"), UNREAD.values(), ids=UNREAD)
def test_unread_links(text: str, message: str) -> None:
    """What looks like a link or picture and is shown with its brackets is told: file or not."""
    found = check({**FORUM, ANSWER: f"{TEXT}\n{text}\n"})
    assert found == [f"{ANSWER}:5:{message}"]


def test_picture_apart() -> None:
    """A picture whose first sign stands apart is shown as a link."""
    files = {**FORUM, "images/a.png": "", ANSWER: f"{TEXT}\n! [a](../../../images/a.png)\n"}
    assert [each.split("\n")[0] for each in check(files)] == [
        f"{ANSWER}:5:1: F315 '! [a](../../../images/a.png)' isn't read as a picture"
    ]


REFUSED: dict[str, tuple[str, str]] = {
    **{
        written: (
            f"'{shown}' is a file on your own computer: nobody else has it",
            f"send it with the text, and write its name alone: '{name}'",
        )
        for written, shown, name in (
            ("[a](C:\\plans\\un.pdf)", "C:\\plans\\un.pdf", "un.pdf"),
            ("![a](d:/vue.png)", "d:/vue.png", "vue.png"),
            ("[a](file:///home/ana/un.pdf)", "file:///home/ana/un.pdf", "un.pdf"),
        )
    },
    **{
        f"[a]({written})": (f"the site doesn't show the link '{written}'", f"write '{meant}'")
        for written, meant in (
            ("https:/example.org/a", "https://example.org/a"),
            ("htp://example.org", "http://example.org"),
            ("doi:10.1234/abc", "https://doi.org/10.1234/abc"),
        )
    },
    "[a](mailto:)": (
        "the site doesn't show the link 'mailto:'",
        "write the address of a mailbox, such as 'mailto:name@example.org'",
    ),
    "![a](data:image/png;base64,x)": (
        "the site doesn't show the picture 'data:image/png;base64,x'",
        "save the picture, send it with the text, and write its name here",
    ),
}


@pytest.mark.parametrize("text", REFUSED)
def test_refused_addresses(text: str) -> None:
    """What the site takes off is told with what was most likely meant."""
    message, hint = REFUSED[text]
    place = text.index("(") + 2
    assert check({**FORUM, ANSWER: f"{TEXT}\n{text}\n"}) == [
        f"{ANSWER}:5:{place}: F309 {message}\n    hint: {hint}"
    ]


def test_no_mailbox() -> None:
    """A link that is to write to somebody has an address that can be written to."""
    links = "[a](mailto:ana) [b](mailto:a@e.org?subject=c) [c](mailto:a&#64;e.org)"
    found = check({**FORUM, ANSWER: f"{TEXT}\n{links}\n"})
    assert found == [
        f"{ANSWER}:5:5: F305 'mailto:ana' can't be an address\n"
        "    hint: write the address of a mailbox, such as 'mailto:name@example.org'"
    ]


NO_LINKS = (
    "[i][j]",
    "`![a](mon dessin.png)`",
    "```\n![a](mon dessin.png)\n```",
    "    ![a](mon dessin.png)",
    "<!-- [a](mon plan.pdf) -->",
    "\\[a](mon plan.pdf)",
    "le [client](ou plutôt le prospect) […](il hésite)",
    "[un] (voir page 3), [1][2], t[i][j], (un)[1], [[1, 2], [3, 4]]",
    "Attention ! [a](https://example.org)",
    "[voir (https://example.org)]",
    "[NDLR]: voir plus bas",
    "[a](https://e.org/b_(c)) [b](<https://e.org/b c> 't') [c]( https://e.org )",
    "[a][plan], [plan][], ![a][plan]\n\n[plan]: https://e.org 'Le plan'",
    "[a][^1] et [^1]\n\n[^1]: Une note.",
)


@pytest.mark.parametrize("text", NO_LINKS)
def test_no_links(text: str) -> None:
    """Code, what is no link to anybody, and links are left alone."""
    assert not [each for each in check({**FORUM, ANSWER: f"{TEXT}\n{text}\n"}) if "F315" in each]


CASES: dict[str, tuple[str, list[str]]] = {
    "files that are there": (
        "[a](../../../members/ana.md) [b](../marge/bob.md) [c](../../../images/vue.png) "
        "[d](../../../questions/prix/marge.md) [e](../../../topics/confiance.md) "
        "[f](../../../talks/index.md) [g](../../../questions/open.md) [h](../../../a%20b.md)",
        [],
    ),
    "further pages of a listing": ("[a](../../../questions/page/2.md)", []),
    "places that are there": (
        "## Un lieu\n\n[a](#un-lieu) [b](ana.md#un-lieu) [c](../../../talks/prix.md#marge) "
        "[d](../../../talks/prix.md#questions) [e](../../../questions/prix/marge.md#bob) "
        "[f](../../../questions/accord/qui.md#forum_synthesis) "
        "[g](../../../questions/accord/qui.md#ana) "
        "[h](../../../questions/prix/marge.md#forum_answers)",
        [],
    ),
    "addresses of no file": (
        "[a](https://example.org/x.md) [c](/x.md) [d](mailto:a@b.md) [e](?x) [f](x/)",
        [],
    ),
    "addresses that stay": (
        "[a](HTTPS://example.org/) <a href='tel:01 99'>b</a> [c](MAILTO:a@b.org?subject=x)\n\n"
        "`[d](ftp://x.org)`\n\n    <iframe src=x>\n\n<center>e</center> <https://x.org> 1 <2\n",
        [],
    ),
    "addresses that the site takes off": (
        "[a](ftp://example.org/x.zip) <a href='sms:01'>b</a> [c][d] [e](//x.org/y)\n\n"
        "[d]: javascript:alert(1)\n\n[f](<https://example.org/a b>)",
        [
            f"{ANSWER}:4:5: F309 {NO_LINK % 'ftp://example.org/x.zip'}",
            f"{ANSWER}:4:39: F309 {NO_LINK % 'sms:01'}",
            f"{ANSWER}:4:64: F309 the site doesn't show the link '//x.org/y'\n"
            "    hint: write 'https://x.org/y'",
            f"{ANSWER}:6:6: F309 {NO_LINK % 'javascript:alert(1)'}",
        ],
    ),
    "pictures of other sites": (
        "![a](https://example.org/x.png) <img src='//x.org/y.png' alt='b'>",
        [
            f"{ANSWER}:4:6: F309 the site doesn't show the picture "
            f"'https://example.org/x.png', which is on another site\n    hint: {SEND}",
            f"{ANSWER}:4:43: F309 the site doesn't show the picture "
            f"'//x.org/y.png', which is on another site\n    hint: {SEND}",
        ],
    ),
    "HTML that the site takes off": (
        "Bonjour <nom>, <nom> !\n\n<iframe src='https://example.org/'></iframe>\n\n"
        "La balise <title> se lit. `<select>` \\<style> <!-- <math> -->\n\n"
        "<section>a</section>\n\n```html\n<video>\n```\n",
        [
            f"{ANSWER}:4:9: F310 {NO_HTML.format('nom')}",
            f"{ANSWER}:6:1: F310 the site shows a link instead of '<iframe>'\n"
            "    hint: write '[title](address)' to choose what the link says",
        ],
    ),
    "no address": (
        "[a](http://[x) <a href='//[x'>b</a>",
        [
            f"{ANSWER}:4:5: F305 'http://[x' can't be an address\n"
            "    hint: write the whole address, such as 'https://example.org/'",
            f"{ANSWER}:4:25: F305 '//[x' can't be an address\n"
            "    hint: write the whole address, such as 'https://example.org/'",
        ],
    ),
    "address of a mailbox": (
        "[écrivez-moi](ana@example.org)",
        [f"{ANSWER}:4:15: F305 the link 'ana@example.org' {FILE} write 'mailto:ana@example.org'"],
    ),
    "path of Windows": (
        "[Ana](..\\..\\..\\members\\ana.md)",
        [
            f"{ANSWER}:4:7: F305 the link '......\\members\\ana.md' {FILE} "
            "write '../../../members/ana.md'"
        ],
    ),
    "missing file": (
        "Voir [Ana](../../../members/anna.md).",
        [
            f"{ANSWER}:4:12: F305 the link '../../../members/anna.md' {FILE} "
            "did you mean '../../../members/ana.md'?"
        ],
    ),
    "site without its scheme": (
        "[a](www.example.org) [b](Example.org/x) [c](www.example.org/x#y)",
        [
            f"{ANSWER}:4:5: F305 the link 'www.example.org' {FILE} write 'https://www.example.org'",
            f"{ANSWER}:4:26: F305 the link 'Example.org/x' {FILE} write 'https://Example.org/x'",
            f"{ANSWER}:4:45: F305 the link 'www.example.org/x#y' {FILE} "
            "write 'https://www.example.org/x#y'",
        ],
    ),
    "two versions": (
        "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n\n<<<<<<< HEAD",
        [
            f"{ANSWER}:5:1: F158 two versions of the text are here, between marks of git\n"
            "    hint: keep one of them, and remove the lines '<<<<<<<', '=======', '>>>>>>>'"
        ],
    ),
    "signs of git in code": ("```\n<<<<<<< HEAD\n```\n\n<<<<<<<<< a", []),
    "missing file, in another folder": (
        "[Ana](../../../membres/ana.md#x)",
        [
            f"{ANSWER}:4:7: F305 the link '../../../membres/ana.md#x' {FILE} "
            "did you mean '../../../members/ana.md#x'?"
        ],
    ),
    "missing file, none near": (
        "[a](x.pdf)",
        [f"{ANSWER}:4:5: F305 the link 'x.pdf' {FILE} {PATH}"],
    ),
    "missing place": (
        "[a](../../../talks/prix.md#merge)",
        [
            f"{ANSWER}:4:5: F306 the link '../../../talks/prix.md#merge' {PLACE} "
            "did you mean '../../../talks/prix.md#marge'?"
        ],
    ),
    "missing place, none near": (
        "[a](../marge/bob.md#zzz)",
        [
            f"{ANSWER}:4:5: F306 the link '../marge/bob.md#zzz' {PLACE} "
            "write '../marge/bob.md' to lead to the top of the page"
        ],
    ),
    "missing place in the text itself": (
        "[a](#zzz)",
        [
            f"{ANSWER}:4:5: F306 the link '#zzz' {PLACE} "
            "remove the link, or write the name of a heading of this text"
        ],
    ),
    "place of the page, not of the text": (
        "[a](#forum_answers)",
        [
            f"{ANSWER}:4:5: F306 the link '#forum_answers' {PLACE} "
            "remove the link, or write the name of a heading of this text"
        ],
    ),
    "missing picture": (
        "![Vue](../../../image/vue.png)",
        [
            f"{ANSWER}:4:8: F307 there is no picture '../../../image/vue.png'\n"
            "    hint: did you mean '../../../images/vue.png'?"
        ],
    ),
    "picture that no consent publishes": (
        "![Bob](../../../members/bob.png)",
        [
            f"{ANSWER}:4:8: F307 there is no picture '../../../members/bob.png'\n"
            "    hint: it is shown only if the member's consent names 'photo'"
        ],
    ),
    "picture without text": (
        "Voici ![](../../../images/vue.png)",
        [
            f"{ANSWER}:4:7: F308 the picture '../../../images/vue.png' has no alternative text\n"
            "    hint: write what it shows between '![' and ']'"
        ],
    ),
    "picture in HTML": (
        '<img src="/vue.png"> <img src="/nu.png" alt=""> ![](/attr.png){alt="Vue"}',
        [
            f"{ANSWER}:4:1: F308 the picture '/vue.png' has no alternative text\n"
            "    hint: write what it shows as 'alt=\"…\"', or 'alt=\"\"' if it only decorates"
        ],
    ),
    "definition": (
        "[a][b] ![c][d]\n\n[b]: x.pdf\n[d]: x.svg\n[unused]: y.pdf",
        [
            f"{ANSWER}:6:6: F305 the link 'x.pdf' {FILE} {PATH}",
            f"{ANSWER}:7:6: F307 there is no picture 'x.svg'\n    hint: {PATH}",
        ],
    ),
    "address of a page in HTML": ("<a href='../../../members/ana/'>a</a>", []),
    "path of a file in HTML": (
        "<a href='../../../members/ana.md'>a</a>",
        [
            f"{ANSWER}:4:10: F305 the link '../../../members/ana.md' {FILE} "
            "in HTML, write '../../../members/ana/', starting from the page's own address"
        ],
    ),
    "no link to a renderer": ("    [a](x.pdf)\n\n<pre>[b](x.pdf)\n</pre>\n\n`[c](x.pdf)`", []),
    "empty": (
        "[a]() ![b](<>)",
        [
            f"{ANSWER}:4:5: F305 the link has no address\n"
            "    hint: write where it leads between the brackets, or remove them",
            f"{ANSWER}:4:13: F307 the picture has no address\n"
            "    hint: write its path between the brackets, or remove them",
        ],
    ),
    "draft": (
        "[a](../../../talks/plus-tard.md)",
        [
            f"{ANSWER}:4:5: F305 the link '../../../talks/plus-tard.md' leads to a draft\n"
            "    hint: publish the draft first, or remove the link"
        ],
    ),
}


SITE = "https://forum.example.org/f/"
OWN: dict[str, tuple[str, list[str]]] = {
    "pages that are there": (
        f"[a]({SITE}talks/prix/) {SITE}talks/prix. <{SITE}members/ana/> ({SITE}questions/) [b]: "
        f"{SITE}questions/prix/marge/?x=1#bob [c]({SITE}talks/prix/#marge) {SITE}forum.ics "
        f"[d]({SITE}) [e]({SITE}questions/page/2/) [f]({SITE}questions/prix/marge/#forum_top) "
        f"{SITE}members/ana/print/ {SITE}my-texts/ [g]({SITE}a%20b/) "
        f"[h]({SITE}talks/prix/index.html) [i]({SITE}members/bob/#:~:text=a)",
        [],
    ),
    "other sites": (
        "[a](https://forum.example.org/) [b](https://forum.example.org/fa/) https://x.org/f/y",
        [],
    ),
    "page that isn't there": (
        f"Voir {SITE}talks/pri/, ou [b](HTTPS://FORUM.example.org/f/x/).",
        [
            f"{ANSWER}:4:6: F305 the link '{SITE}talks/pri/' {OTHER} did you mean "
            f"'{SITE}talks/prix/'?",
            f"{ANSWER}:4:53: F305 the link 'HTTPS://FORUM.example.org/f/x/' {OTHER} {PATH}",
        ],
    ),
    "place that isn't there": (
        f"[a]({SITE}questions/prix/marge/#bo)",
        [
            f"{ANSWER}:4:5: F306 the link '{SITE}questions/prix/marge/#bo' {PLACE} did you mean "
            f"'{SITE}questions/prix/marge/#bob'?"
        ],
    ),
    "draft": (
        f"[a]({SITE}talks/plus-tard/)",
        [
            f"{ANSWER}:4:5: F305 the link '{SITE}talks/plus-tard/' leads to a draft\n"
            "    hint: publish the draft first, or remove the link"
        ],
    ),
    "no link to a renderer": (f"`{SITE}x/`\n\n    {SITE}y/\n\n\\<!-- {SITE}z/ -->", []),
}


@pytest.mark.parametrize("case", OWN)
def test_own_addresses(files: dict[str, str], case: str) -> None:
    """A whole address of the site is held against its pages, wherever it stands."""
    text, expected = OWN[case]
    settings = Settings(site_url=SITE, drafts=True)
    assert check({**files, ANSWER: TEXT + text}, settings) == expected
    assert check({**files, ANSWER: TEXT + text}) == []


@pytest.fixture
def files(forum: dict[str, str]) -> dict[str, str]:
    """Give the files of a forum with a draft, two pictures and a page with a space in its name."""
    bob = "---\nname: Bob Durand\nphoto: bob.png\n---\n"
    pictures = {"images/vue.png": "", "members/bob.png": ""}
    return {**forum, **pictures, "members/bob.md": bob, "talks/plus-tard.md": DRAFT, "a b.md": ""}


@pytest.mark.parametrize("drafts", [False, True])
@pytest.mark.parametrize("case", CASES)
def test_references(files: dict[str, str], case: str, drafts: bool) -> None:
    """A dead link is told where its address stands, whether drafts are shown or not."""
    text, expected = CASES[case]
    assert check({**files, ANSWER: TEXT + text}, Settings(drafts=drafts)) == expected


def test_links_of_a_draft(files: dict[str, str]) -> None:
    """A draft may lead to another."""
    draft = DRAFT + "[a](plus-tard.md)\n"
    assert check({**files, "talks/autre.md": draft}, Settings(drafts=True)) == []


def test_links_to_what_could_not_be_read(files: dict[str, str]) -> None:
    """An entry that has a fault of its own is no fault of those that lead to it."""
    text = "[a](../../../talks/accord.md#x) [b](../../../questions/accord/qui.md)"
    texts = {**files, "talks/accord.md": "no frontmatter", ANSWER: TEXT + text}
    assert check(texts) == []


def test_links_of_a_page(files: dict[str, str]) -> None:
    """The organisers' pages are read too; their frontmatter is theirs."""
    assert check({**files, "about.md": "---\ntitle: A\n---\n\n[a](talks/pri.md)"}) == [
        f"about.md:5:5: F305 the link 'talks/pri.md' {FILE} did you mean 'talks/prix.md'?"
    ]


def test_trusted(files: dict[str, str]) -> None:
    """Nothing is taken off the organisers' pages, so nothing is told."""
    text = "[a](ftp://x.org/) ![b](https://x.org/y.png) <iframe src='https://x.org/'></iframe>"
    assert check({**files, "about.md": text}) == []


def test_unheard(files: dict[str, str]) -> None:
    """Organisers who turned a rule off hear nothing of it."""
    settings = Settings(unheard=frozenset({"F305", "F308"}))
    texts = {**files, ANSWER: TEXT + "[a](x.pdf) ![](images/vue.png)"}
    assert [fault.split(" ")[1] for fault in check(texts, settings)] == ["F307"]


def test_dead_links(files: dict[str, str]) -> None:
    """What leads nowhere is known by its file, so that readers aren't sent there."""
    texts = {**files, ANSWER: TEXT + "[a](x.pdf#y) [b](../marge/bob.md#z) <a href='y.md'>c</a>"}
    library, _, missing = load(texts)
    site = Site(dict.fromkeys(texts, ""), {}, render)
    assert dead_links(check_site(library, missing, Settings(), site)) == {
        ANSWER: {
            Destination("answers/prix/rabais/x.pdf"),
            Destination("answers/prix/marge/bob.md", "z"),
        }
    }


def test_missing_photo(files: dict[str, str]) -> None:
    """A photo that isn't there is told at its key."""
    assert check({**files, "members/ana.md": "---\nname: Ana\nphoto: ana.png\n---\n"}) == [
        (
            "members/ana.md:3:8: F304 there is no picture 'members/ana.png'\n"
            "    hint: put it there, or remove the line"
        )
    ]


PIECES = st.sampled_from(
    [
        *(
            "a",
            " ",
            "\n",
            "\n\n",
            "- ",
            "    ",
            "`",
            "[",
            "]",
            "(",
            ")",
            "!",
            "\\",
            "<!-- ",
            " -->",
        ),
        *("[a](b.md)", "[a](<b>)", '[a](#c "d")', "![](b.png)", "[a][b]", "\n[b]: c.md\n", "# c\n"),
        *("<a href='b.md'>", "</a>", "<img src=b.png>", "<div>", "</div>", "```\n", "http://[b"),
    ]
)


@given(st.lists(PIECES).map("".join))
def test_told_is_shown(text: str) -> None:
    """Only what a renderer shows is told: a dead link as a link, a picture as a picture."""
    shown = read(render(text, "about.md"))
    site = Site({"about.md": "about/"}, {"about.md": text}, render)
    found = [each.fault for each in check_site(load({}).library, Missing(), Settings(), site)]
    faults = [fault for fault in found if fault.code != "F315"]  # Of what is shown as no link.
    told = [(fault.code, str(dict(fault.message.values).popitem()[1])) for fault in faults]
    either = shown.links | shown.images
    lists = {"F306": either, "F307": shown.images, "F308": shown.wordless}
    assert [link for code, link in told if link not in lists.get(code, shown.links)] == []


NOTICES = {
    "": True,
    "# Legal notice\n\nPublisher\n=========\n\n<!-- to do\n-->\n": True,
    "## Publisher\n\n[name], [address]\n\n- Phone: [phone number]\n": True,
    "To be completed.\n\nTODO\n": True,
    "## Publisher\n\nThe forum's association, Villefictive.\n": False,
    "[Ana](members/ana.md) publishes this site.\n": False,
    "The [association][a][^1] and its [ ] list.\n\n[a]: members/ana.md\n": False,
}


@pytest.mark.parametrize("text", NOTICES)
def test_notice(files: dict[str, str], text: str) -> None:
    """A legal notice of headings, comments and gaps to fill says nothing."""
    told = [
        (
            "legal-notice.md:1:1: F303 the legal notice is empty\n"
            "    hint: say who publishes the site, who is responsible for it and who hosts it"
        )
    ]
    assert check({**files, "legal-notice.md": text}) == (told if NOTICES[text] else [])
