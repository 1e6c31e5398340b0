"""Addresses that programs for security wrapped into their own are undone."""

from base64 import b64encode
from urllib.parse import quote

import pytest

from mkdocs_forum.core.intake.rich_text.links import unwrapped
from tests import mails
from tests.core.intake.receiving import received
from tests.growth import LINEAR, growth

SITE = "https://example.org/carnet?a=1&b=2"
CODED = quote(SITE, safe="")
OUTLOOK = f"https://eur05.safelinks.protection.outlook.com/?url={CODED}&data=05%7C02&reserved=0"

WRAPPED = {
    "Outlook": OUTLOOK,
    "Outlook twice": OUTLOOK.replace(CODED, quote(OUTLOOK, safe="")),
    "Google": f"https://www.google.com/url?q={CODED}&source=gmail",
    "Google, the other key": f"https://www.google.fr/url?sa=t&url={CODED}",
    "Facebook": f"https://l.facebook.com/l.php?u={CODED}&h=AT0",
    "YouTube": f"https://www.youtube.com/redirect?event=x&q={CODED}",
    "Proofpoint, former": "https://urldefense.proofpoint.com/v2/url?u="
    + CODED.replace("%2F", "_").replace("%", "-")
    + "&d=DwMFaQ&c=x",
    "Proofpoint": f"https://urldefense.com/v3/__{SITE}__;!!Abc-d!xyz$",
    "Proofpoint, with signs": "https://urldefense.com/v3/__"
    + SITE.replace("?", "*").replace("&", "*")
    + "__;Pyc!!Abc!xyz$".replace("Pyc", b64encode(b"?&").decode().rstrip("=")),
    "Barracuda": f"https://linkprotect.cudasvc.com/url?a={CODED}&c=E,1,x",
    "Symantec": f"https://clicktime.symantec.com/3x?u={CODED}",
    "Trend Micro": f"https://ddec1-0-en-ctp.trendmicro.com/wis/clicktime/v1/query?url={CODED}",
    "FireEye": f"https://protect2.fireeye.com/url?k=1&u={CODED}",
    "Cisco": f"https://secure-web.cisco.com/1abc/{CODED}",
    "Sophos": "https://eu-west-1.protection.sophos.com/?d=example.org&u="
    + b64encode(SITE.encode()).decode()
    + "&i=NQ==",
    "Avanan": f"https://url.avanan.click/v2/r01/___{SITE}___.YXA0OnRlc3Q",
    "GMX": f"https://deref-gmx.fr/mail/client/x/dereferrer/?redirectUrl={CODED}&lm",
}
KEPT = (
    SITE,
    "https://example.org/?url=https%3A%2F%2Fexample.com",
    "https://www.google.com/search?q=https%3A%2F%2Fexample.org",
    f"https://safelinks.protection.outlook.com.example.org/?url={CODED}",
    "https://eur05.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)",
    "https://eur05.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa%20b",
    "https://eur05.safelinks.protection.outlook.com/",
    "https://urldefense.com/v3/__https://example.org/*__;!!x!y$"[:40],
    "https://x.protection.sophos.com/?u=%ff%ff",
    "https://[::1/?url=x",
)


@pytest.mark.parametrize("name", WRAPPED)
def test_undone(name: str) -> None:
    """The address that was meant stands in a sentence and in a link."""
    address = WRAPPED[name]
    text = f"Voir {address}, [ici]({address}) et <{address}>."
    assert unwrapped(text) == f"Voir {SITE}, [ici]({SITE}) et <{SITE}>."


@pytest.mark.parametrize("address", KEPT)
def test_kept(address: str) -> None:
    """Any other address stays, and nothing but an address comes out of one."""
    assert unwrapped(f"Voir {address} !") == f"Voir {address} !"


def test_signs() -> None:
    """A sign that ends an address in Markdown comes out by its number."""
    address = "https://www.google.com/url?q=https%3A%2F%2Fexample.org%2F%28a%29"
    assert unwrapped(f"[ici]({address})") == "[ici](https://example.org/%28a%29)"


def test_mail() -> None:
    """Addresses of a mail are undone, of its HTML too."""
    html = f'<p>Voir <a href="{OUTLOOK}">ce carnet</a> et {OUTLOOK}.</p>'
    for kind, text in (("html", html), ("plain", f"Voir [ce carnet]({OUTLOOK}) et {OUTLOOK}.")):
        data = mails.mail(f"Content-Type: text/{kind}; charset=utf-8", text)
        (file,) = received(data, "prix/rabais", "ana").files.values()
        assert file.decode().endswith(f"\n\nVoir [ce carnet]({SITE}) et {SITE}.\n")


@pytest.mark.parametrize(
    "piece", ["https://", "https://x.safelinks.protection.outlook.com/?url=", "*_"]
)
def test_time(piece: str) -> None:
    """No text takes longer than in proportion to its length."""
    made = growth(unwrapped, lambda size: f"{OUTLOOK}{piece * (size // len(piece))}")
    assert made < LINEAR
