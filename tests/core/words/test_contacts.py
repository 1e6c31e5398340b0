"""Contact data in a text: what is found, and what only looks like it."""

from collections.abc import Callable, Mapping

import pytest

from mkdocs_forum.core.intake.intake import Intake, Submission, admit
from mkdocs_forum.core.intake.receipts import receipt
from mkdocs_forum.core.words.contacts import contact_lines, contacts
from tests.commands.conftest import told
from tests.core.intake.receiving import FORUM, FRAMES, checked
from tests.growth import LINEAR, growth

FOUND = {
    "Tél. 01 99 00 12 34": ["0199001234"],
    "tél.:01.99.00.12.34 ou 06-39-98-12-34": ["0199001234", "0639981234"],
    "06/39/98/12/34": ["0639981234"],
    "0639981234": ["0639981234"],
    "**06\xa039\xa098\xa012\xa034**,": ["0639981234"],
    "_06\u202f39\u202f98\u202f12\u202f34_": ["0639981234"],
    "+33 6 39 98 12 34": ["33639981234"],
    "+33 (0)6 39 98 12 34": ["330639981234"],
    "00 33 6 39 98 12 34": ["0033639981234"],
    "(+33)639981234": ["33639981234"],
    "call 01632 960 001": ["01632960001"],
    "(212) 555-0199": ["2125550199"],
    "Écrivez à Felix.Bardez@example.org.": ["felix.bardez@example.org"],
    "<mailto:a+b@mail.example.org>": ["a+b@mail.example.org"],
    "[moi](mailto:zoé@exemple.example)": ["zoé@exemple.example"],
    "Chez Ana, 12 bis, rue des Lilas, 75011 Paris": ["12-bis-rue-des-lilas-75011-p"],
    "au 3 avenue du Port - 44000 NANTES": ["3-avenue-du-port-44000-n"],
    "at 221B Baker Street, London NW1 6XE": ["221b-baker-street-london-nw1-6xe"],
    "a@example.org;b@example.org": ["a@example.org", "b@example.org"],
}


@pytest.mark.parametrize("line", FOUND)
def test_found(line: str) -> None:
    """Numbers and addresses are found however they are written, and made comparable."""
    assert list(contacts(line)) == FOUND[line]


OTHERS = [
    "Un devis de 1 000 000 000 € en 2026, soit 0,1234567890 %",
    "+10 000 000 € et 0.0199001234",
    "2026-11-18 10:00, ISBN 978-2-01-990012-3, du 01.02.2026 au 03.04.2026",
    "SIRET 123 456 789 00012, TVA FR12345678901",
    "FR76 3000 6000 0112 3456 7890 189",
    "@zoe sur le réseau, zoe@serveur et @zoe@social.example",
    "npm install paquet@1.2.3",
    "https://www.example.org/a-0199001234b",
    "deux @ trois . org",
    "En 2004 rue de Rivoli, puis 12 rues plus loin",
    "Maison des associations, rue des Lilas, 75011 Paris",
    "3 rue du Port",
    "in 12 Short Streets",
]


@pytest.mark.parametrize("line", OTHERS)
def test_others(line: str) -> None:
    """Amounts, dates, and numbers of books and companies are none."""
    assert list(contacts(line)) == []


HOSTILE: Mapping[str, Callable[[int], str]] = {
    "letters": lambda size: "a" * size,
    "signs": lambda size: "a@" * (size // 2),
    "dots": lambda size: "a@" + "b." * (size // 2) + "1",
    "digits": lambda size: "0" * size,
    "pairs": lambda size: "01 " * (size // 3),
    "streets": lambda size: "1 rue " * (size // 6),
    "capitals": lambda size: "1 Ab " * (size // 5),
    "almost": lambda size: "06 39 98 12 3" * (size // 13),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time(name: str) -> None:
    """No line takes longer than in proportion to its length."""
    assert growth(contact_lines, HOSTILE[name]) < LINEAR


TALK = (
    "---\ntitle: Le neuf\nedition: 2024\nspeakers: ana\nlicence: CC BY-SA 4.0\n---\n\n"
    "Un texte.\n{}\n## Questions\n\n- Quoi ? {{#quoi}}\n"
)
MEMBER = (
    "---\nname: Zoé\ncontact:\n  email: zoe@example.org\n  phone: +33 6 39 98 12 34\n"
    "consent:\n  publish: [email, phone]\n  date: 2026-11-18\n---\n\n{}\n"
)


def taken(path: str, text: str) -> list[list[str]]:
    """Give what is told of a new file, in French and in English."""
    intake: Intake = checked(admit(FORUM, [Submission(path, text)]))
    return [told(receipt(intake, frame)).splitlines()[1:] for frame in FRAMES]


def test_line_is_told() -> None:
    """A text that holds contact data is taken, and an organiser is told at which line it stands."""
    assert taken("interventions/neuf.md", TALK.format("\nTél. 06 39 98 12 34\n")) == [
        [
            "remarque : « docs/interventions/neuf.md » contient à la ligne 10 un numéro de "
            "téléphone ou une adresse : une coordonnée ne se publie pas sans l’accord "
            "de la personne"
        ],
        [
            (
                "remark: 'docs/interventions/neuf.md' contains a telephone number or an "
                "address in line 10: contact data needs its owner's consent"
            )
        ],
    ]


def test_lines_are_told() -> None:
    """Several lines are told in one remark."""
    text = TALK.format("\nzoe@example.org\n\n06 39 98 12 34, bob@example.org\n")
    assert taken("interventions/neuf.md", text) == [
        [
            "remarque : « docs/interventions/neuf.md » contient aux lignes 10, 12 des numéros de "
            "téléphone ou des adresses : une coordonnée ne se publie pas sans "
            "l’accord de la personne"
        ],
        [
            (
                "remark: 'docs/interventions/neuf.md' contains telephone numbers or "
                "addresses in lines 10, 12: contact data needs its owner's consent"
            )
        ],
    ]


def test_consent() -> None:
    """What a member's own page names as publishable is no matter for a remark; all else is."""
    own = "Écrivez-moi : zoe@example.org, +33 (6) 39 98 12 34."
    assert taken("membres/zoe.md", MEMBER.format(own)) == [[], []]
    other = taken("membres/zoe.md", MEMBER.format(f"{own}\n\nOu à bob@example.org."))
    assert [len(remarks) for remarks in other] == [1, 1]
    assert "in line 13:" in other[1][0]
