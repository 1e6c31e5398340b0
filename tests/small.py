"""Small forums, as their files."""

from collections.abc import Mapping

from mkdocs_forum.core.model.settings import FOLDERS
from mkdocs_forum.core.words.language import Language
from tests.sites import configuration

SMALL: Mapping[str, str] = {
    "mkdocs.yml": configuration(),
    "docs/editions/2024.md": "---\ntitle: Rencontre 2024\ndate: 2024-10-01\n---\n",
    "docs/interventions/prix.md": (
        "---\ntitle: Le prix\nedition: 2024\nspeakers: ana\ntopics: Prix\n---\n\n"
        "Du prix.\n\n## Compter\n\nTout.\n\n"
        "## Questions\n\n- Que vaut une marge ? {#marge}\n- Que vaut un rabais ? {#rabais}\n"
    ),
    "docs/membres/ana.md": "---\nname: Ana Ferrand\ntopics: Prix\n---\n",
    "docs/membres/bob.md": "---\nname: Bob Durand\n---\n",
    "docs/reponses/prix/marge/bob.md": "---\ndate: 2024-11-02\n---\n\nBeaucoup.\n",
}
"""Files of a small forum in French."""

SMALL_ENGLISH: Mapping[str, str] = {
    "mkdocs.yml": configuration(language="en"),
    "docs/editions/2024.md": (
        "---\ntitle: Meeting 2024\ndate: 2024-10-01\nend_date: 2024-10-02\nnumber: 3\n"
        "place: Leeds\norganiser: A club\nwebsite: https://example.org/\npublisher: A press\n"
        "editors: Eve Low\nisbn: 978-2-1234-5680-3\nissn: 2049-3630\ndoi: 10.1234/f.1\n"
        "legal_deposit: May 2025\n---\n"
    ),
    "docs/editions/2027.md": "---\ntitle: Meeting 2027\ndate: 2027-10-01\n---\n",
    "docs/talks/price.md": (
        "---\ntitle: Price\nedition: 2024\nspeakers: ann\ntopics: Money\nlicence: CC0\n---\n\n"
        "About: price !\n\n## Questions\n\n- What is it? {#what}\n- Who sets it? {#who}\n"
        "- Why? {#why}\n- Where? {#where}\n- When? {#when}\n"
    ),
    "docs/talks/worth.md": "---\ntitle: Worth\nedition: 2024\nspeakers: bob\n---\n\nA word.\n",
    "docs/members/ann.md": (
        "---\nname: Ann Lee\nrole: Trade\ncontact:\n  email: ann@example.org\n"
        "  phone: 06 39 98 00 11\nconsent:\n  publish: [email, phone]\n  date: 2026-01-01\n---\n"
    ),
    "docs/members/bob.md": "---\nname: Bob Day\n---\n",
    "docs/answers/price/what/bob.md": (
        "---\ndate: 2024-11-02\nupdated: 2024-12-01\nretained: true\nsources: A book\n---\n\n"
        "A lot.\n"
    ),
    "docs/answers/price/who/bob.md": "---\ndate: 2024-11-03\n---\n\nMe.\n",
    "docs/questions/price/who.md": "---\nstatus: synthesised\ndate: 2025-01-01\n---\n\nAll.\n",
    "docs/questions/price/why.md": "---\nstatus: closed\ndate: 2025-01-01\n---\n",
    "docs/questions/price/where.md": (
        "---\nstatus: duplicate\nduplicate_of: price/what\ndate: 2025-01-01\n---\n"
    ),
}
"""Files of a small forum in English, with every sentence of the interface."""


def in_language(code: str) -> Mapping[str, str]:
    """Give the files of the small forum in English, with an interface in another language."""
    names = {FOLDERS["en"][kind]: name for kind, name in FOLDERS[code].items()}
    title = Language(code).tell("Questions")
    texts = {
        "/".join(names.get(part, part) for part in path.split("/")): text.replace(
            "## Questions", f"## {title}"
        )
        for path, text in SMALL_ENGLISH.items()
    }
    return {**texts, "mkdocs.yml": configuration(language=code)}
