"""How a forum forgets somebody: every value goes, and nothing else changes."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import pytest

from mkdocs_forum.core.checks.addresses.retired import Retired, read_retired
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import FOLDERS, WORDS, Settings
from mkdocs_forum.core.people.forget import Choice, Forgetting, forget
from mkdocs_forum.core.people.letter import access_letter
from mkdocs_forum.core.people.mentions import Kind, mentions
from mkdocs_forum.core.people.person import Person, person

FRENCH = Settings(
    language="fr",
    folders=FOLDERS["fr"],
    words=WORDS["fr"],
    site_url="https://f.example/",
    site_name="Le forum",
)
ANSWER = "---\ndate: 2024-11-02\n---\n\n"
FILES = {
    "editions/2024.md": "---\ntitle: Rencontre\ndate: 2024-10-01\norganiser: Zoé Lemaître\n---\n",
    "interventions/prix.md": (
        "---\ntitle: Le prix\nedition: '2024'\nspeakers: [zoe-lemaitre, ana]\n"
        "materials:\n  - title: Le débat\n    file: zoe-lemaitre/prix.vtt\n---\n\n"
        "Zoé Lemaître et Ana parlent.\n\n## Questions\n\n"
        "- Que vaut une marge ? {#marge}\n- Que vaut un rabais ? {#rabais}\n"
    ),
    "interventions/seule.md": (
        "---\ntitle: Seule\nedition: '2024'\nspeakers:\n  - zoe-lemaitre\n"
        "materials: {title: Diapos, file: diapos.pdf}\n---\n\nTexte.\n\n"
        "## Questions\n\n- Pourquoi seule ? {#pourquoi}\n"
    ),
    "interventions/zoe-lemaitre/prix.vtt": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Zoé Lemaître>Zoé Lemaître parle.\n"
    ),
    "interventions/diapos.pdf": "slides",
    "membres/ana.md": "---\nname: Ana Ferrand\n---\n",
    "membres/zoe-lemaitre.md": (
        "---\nname: Zoé Lemaître\ncompany: Lemaître Conseil\nphoto: zoe.jpg\n"
        "website: https://zoe.example/\naccount: zlem\ncontact:\n  email: zoe@lemaitre.example\n"
        "  phone: 06 12 34 56 78\n  address:\n    - 12 rue du Four\n    - 84000 Avignon\n"
        "consent:\n  publish: [email, phone, photo, address]\n  date: 2024-01-01\n---\n\nBonjour.\n"
    ),
    "membres/zoe.jpg": "picture",
    "questions/prix/marge.md": (
        "---\nstatus: synthesised\nby: zoe-lemaitre\ndate: 2025-01-01\n"
        "asked_of: [zoe-lemaitre, ana]\n---\n\n"
        "[Zoé](../../reponses/prix/marge/zoe-lemaitre.md) et "
        "[Ana](../../reponses/prix/marge/ana.md) s'accordent.\n"
    ),
    "questions/prix/rabais.md": (
        "---\nasked_of:\n  - zoe-lemaitre\npromised_by:\n  ana: 2090-01-01\n"
        "  zoe-lemaitre: 2090-01-01\n---\n"
    ),
    "reponses/prix/marge/zoe-lemaitre.md": f"{ANSWER}Beaucoup.\n",
    "reponses/prix/marge/zoe-lemaitre-2.md": (
        "---\nauthor: zoe-lemaitre\ndate: 2024-11-03\n---\n\nPlus encore.\n"
    ),
    "reponses/prix/marge/ana.md": (
        f"{ANSWER}Comme le dit Zoé Lemaître ([ici](zoe-lemaitre.md), +33 6 12 34 56 78), j'ajoute "
        "que Zoé Lemaître a raison. LEMAÎTRE Zoé écrit à zoe@lemaitre.example. Ne zoé rien.\n"
    ),
    "reponses/prix/marge/ana-2.md": (
        "---\nauthor: ana\ndate: 2024-11-04\nreplies_to:\n  - zoe-lemaitre\n  - ana\n"
        "differs_from: zoe-lemaitre-2\n---\n\nEncore.\n"
    ),
    "reponses/seule/pourquoi/ana.md": f"{ANSWER}Parce que.\n",
    "index.md": (
        "# Accueil\n\nVoyez [Zoé Lemaître](membres/zoe-lemaitre.md), de Lemaître Conseil.\n"
    ),
}
VALUES = (
    *("zoe-lemaitre", "Zoé Lemaître", "Lemaître Conseil", "zoe.jpg", "zoe.example", "zlem"),
    *("zoe@lemaitre.example", "06 12 34 56 78", "6 12 34 56 78", "12 rue du Four", "84000 Avignon"),
)


def plan_of(
    choice: Choice, further: Mapping[str, str] = MappingProxyType({})
) -> tuple[Forgetting, dict[str, bytes]]:
    """Give how the files change, and what they are then."""
    files = {path: text.encode() for path, text in {**FILES, **further}.items()}
    texts = {path: data for path, data in files.items() if path.endswith(".md")}
    library = load(texts, FRENCH).library
    found = person("zoe-lemaitre", library)
    assert found is not None
    plan = forget(found, files, library, FRENCH, choice)
    gone = {*plan.removed, *plan.moved}
    left = {path: data for path, data in files.items() if path not in gone}
    return plan, {**left, **plan.written}


@pytest.mark.parametrize("choice", [Choice(), Choice(answers=True), Choice(True, True)], ids=str)
def test_every_value_goes(choice: Choice) -> None:
    """No path and no text holds any value of the member, and the forum has no fault."""
    _, files = plan_of(choice)
    everything = "\n".join([*files, *(data.decode() for data in files.values())]).lower()
    assert [value for value in VALUES if value.lower() in everything] == []
    texts = {path: data for path, data in files.items() if path.endswith(".md")}
    told = load(texts, replace(FRENCH, drafts=True, today=datetime.date(2025, 6, 1))).faults
    faults = [str(fault) for fault in told]
    assert faults == []


def test_answers_stay() -> None:
    """Answers stay under neutral names, of which the second says whose it is."""
    plan, files = plan_of(Choice())
    home = "reponses/prix/marge"
    assert dict(plan.moved) == {
        "interventions/zoe-lemaitre/prix.vtt": "interventions/membre-retire/prix.vtt",
        f"{home}/zoe-lemaitre.md": f"{home}/membre-retire.md",
        f"{home}/zoe-lemaitre-2.md": f"{home}/membre-retire-2.md",
    }
    assert files[f"{home}/membre-retire.md"].decode() == f"{ANSWER}Beaucoup.\n"
    assert (
        files[f"{home}/membre-retire-2.md"]
        .decode()
        .startswith("---\nauthor: membre-retire\ndate: 2024-11-03\n")
    )
    assert files["membres/membre-retire.md"].decode() == (
        "---\nname: Membre retiré\nsort_name: Membre retiré\n---\n\n"
        "Textes de membres qui ont demandé à ne plus être nommés.\n"
    )


def test_texts_of_others() -> None:
    """What others wrote says the same without the name, in sentences that can be read."""
    _, files = plan_of(Choice())
    assert files["reponses/prix/marge/ana.md"].decode() == (
        f"{ANSWER}Comme le dit un membre retiré ([ici](membre-retire.md), (retiré)), j'ajoute "
        "qu’un membre retiré a raison. Un membre retiré écrit à (retiré). Ne zoé rien.\n"
    )
    assert files["index.md"].decode() == ("# Accueil\n\nVoyez un membre retiré, de (retiré).\n")
    assert "speakers: [membre-retire, ana]" in files["interventions/prix.md"].decode()
    assert "asked_of: [ana]\n" in files["questions/prix/marge.md"].decode()
    assert files["questions/prix/rabais.md"].decode() == (
        "---\npromised_by:\n  ana: 2090-01-01\n---\n"
    )
    assert "by: membre-retire" in files["questions/prix/marge.md"].decode()


def test_talks_go() -> None:
    """A talk that the member alone gave goes, with what hangs on it, which is told."""
    plan, files = plan_of(Choice(answers=True, talks=True))
    assert plan.costs == ("reponses/seule/pourquoi/ana.md",)
    assert sorted(path for path in files if "prix" in path) == [
        "interventions/membre-retire/prix.vtt",
        "interventions/prix.md",
        "questions/prix/marge.md",
        "questions/prix/rabais.md",
        "reponses/prix/marge/ana-2.md",
        "reponses/prix/marge/ana.md",
    ]
    assert "[Ana](../../reponses/prix/marge/ana.md)" in files["questions/prix/marge.md"].decode()


def test_what_needs_an_eye() -> None:
    """A part of the name alone is told: it may be somebody else's."""
    texts = {"a.md": "Zoé est là.\n\nLe zoé aussi, et Lemaître.\n".encode()}
    found = list(mentions(Person("Zoé Lemaître"), texts))
    assert [(each.line, each.kind) for each in found] == [(1, Kind.PART), (3, Kind.PART)]


def test_letter() -> None:
    """The letter tells the page, the consent, the texts, and where others name the member."""
    texts = {path: text.encode() for path, text in FILES.items() if path.endswith(".md")}
    library = load(texts, FRENCH).library
    found = person("zoe-lemaitre", library)
    assert found is not None
    told = "\n\n".join(
        access_letter(found, library, list(mentions(found, texts)), FRENCH, commits=3)
    )
    for part in (
        "« Zoé Lemaître »",
        "- name : Zoé Lemaître",
        "- contact : phone: 06 12 34 56 78",
        "email, phone, photo, address",
        "- intervention « Seule » : https://f.example/interventions/seule/",
        "https://f.example/questions/prix/marge/#zoe-lemaitre-2",
        "- questions/prix/rabais.md:6 : zoe-lemaitre: 2090-01-01",
        "- editions/2024.md:4 : organiser: Zoé Lemaître",
        "3 modifications",
    ):
        assert part in told.replace("\xa0", " ").replace("\u202f", " "), part


def test_retired_addresses() -> None:
    """The list knows the addresses that were given up, and tells none."""
    grown = Retired().grown(["membres/zoe/index.html"], "salt").grown(["a#b"], "other")
    read = read_retired(grown.text())
    assert [read.holds(each) for each in ("membres/zoe/index.html", "a#b", "a")] == [
        *(True, True, False)
    ]
    assert "zoe" not in grown.text()


def test_relations_and_materials() -> None:
    """Answers name others as they are called now; what a talk brings goes along, or is renamed."""
    further = "reponses/prix/marge/ana-2.md"
    plan, files = plan_of(Choice())
    assert "replies_to: [membre-retire, ana]\ndiffers_from: [membre-retire-2]\n" in (
        files[further].decode()
    )
    assert "file: membre-retire/prix.vtt\n" in files["interventions/prix.md"].decode()
    assert (
        "<v Membre retiré>un membre retiré parle.".encode()
        in files["interventions/membre-retire/prix.vtt"]
    )
    assert plan.unsearched == ("interventions/diapos.pdf",)
    plan, files = plan_of(Choice(answers=True, talks=True))
    assert "replies_to: [ana]\n---\n" in files[further].decode()
    assert "interventions/diapos.pdf" in plan.removed


def test_examples() -> None:
    """Examples name the withdrawn member as files do, as a whole, code and command lines, too."""
    guide = (
        '    forum new --author zoe-lemaitre --to "Zoé Lemaître"\n\n'
        "```yaml\nname: Zoé Lemaître\nby: zoe-lemaitre\npromised_by:\n"
        "  zoe-lemaitre: 2090-01-01\n```\n\n"
        "[Zoé](../reponses/un/exemple/zoe-lemaitre.md) et `zoe-lemaitre.md`.\n"
    )
    _, files = plan_of(Choice(), {"contribuer/index.md": guide})
    assert files["contribuer/index.md"].decode() == (
        '    forum new --author membre-retire --to "Membre retiré"\n\n'
        "```yaml\nname: Membre retiré\nby: membre-retire\npromised_by:\n"
        "  membre-retire: 2090-01-01\n```\n\n"
        "[Un membre retiré](../reponses/un/exemple/membre-retire.md) et `membre-retire.md`.\n"
    )


def test_namesake_with_a_number() -> None:
    """A member whose file has the same name and a number is somebody else."""
    home = "reponses/prix/rabais"
    further = {
        "membres/zoe-lemaitre-2.md": "---\nname: Zoé Autre\n---\n",
        f"{home}/zoe-lemaitre-2.md": f"{ANSWER}Moi.\n",
        "interventions/deux.md": (
            "---\ntitle: Deux\nedition: '2024'\nspeakers: [zoe-lemaitre-2]\n---\n\n"
            "[Elle](../membres/zoe-lemaitre-2.md).\n"
        ),
    }
    plan, files = plan_of(Choice(), further)
    changed = {*plan.removed, *plan.moved, *plan.written}
    assert [path for path in further if path in changed] == []
    assert f"{home}/zoe-lemaitre-2.md" in files


def test_second_withdrawn_member() -> None:
    """Links to answers follow them to the numbers that are free, those by addresses, too."""
    url = "https://f.example/questions/prix/marge/#zoe-lemaitre-2"
    further = {
        "membres/membre-retire.md": "---\nname: Membre retiré\n---\n",
        "reponses/prix/marge/membre-retire.md": f"{ANSWER}Un peu.\n",
        "a.md": f"[a](questions/prix/marge.md#zoe-lemaitre) {url}\n",
    }
    plan, files = plan_of(Choice(), further)
    home = "reponses/prix/marge"
    assert plan.moved[f"{home}/zoe-lemaitre-2.md"] == f"{home}/membre-retire-3.md"
    assert files["a.md"].decode() == (
        "[a](questions/prix/marge.md#membre-retire-2) "
        "https://f.example/questions/prix/marge/#membre-retire-3\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{zoe}\n\n{ana}", "\n{ana}"),
        ("{ana}\n\n# Plus tard.\n{zoe}", "{ana}\n\n# Plus tard."),
    ],
)
def test_promises_apart(before: str, after: str) -> None:
    """What somebody else promised stays below its key, whatever stands between the two."""
    pledges = {"zoe": "  zoe-lemaitre: 2090-01-01", "ana": "  ana: 2090-02-01\n"}
    text = "---\npromised_by:\n{}\n---\n\nVu.\n"
    path = "questions/prix/rabais.md"
    _, files = plan_of(Choice(), {path: text.format(before.format(**pledges))})
    assert files[path].decode() == text.format(after.format(**pledges))


def test_promises_alone() -> None:
    """A file of a question that said nothing else than who promised an answer goes."""
    text = "---\npromised_by:\n  zoe-lemaitre: 2090-01-01\n---\n"
    plan, _ = plan_of(Choice(), {"questions/seule/pourquoi.md": text})
    assert "questions/seule/pourquoi.md" in plan.removed


def test_author_of_a_synthesis() -> None:
    """A synthesis that stays has an author whose page is there."""
    files = {path: text for path, text in FILES.items() if not path.startswith("reponses/")}
    library = load({path: text for path, text in files.items() if path.endswith(".md")}, FRENCH)
    found = person("zoe-lemaitre", library.library)
    assert found is not None
    data = {path: text.encode() for path, text in files.items()}
    plan = forget(found, data, library.library, FRENCH, Choice(True, True))
    assert "membres/membre-retire.md" in plan.written


def test_every_kind_of_file() -> None:
    """What can't be rewritten safely is told: other texts, names of files, documents, pictures."""
    further = {
        "themes.yml": "- Zoé Lemaître\n",
        "assets/zoe-lemaitre.csv": "1\n",
        "interventions/bilan.odt": "\0",
        "assets/vue.png": "\0",
    }
    plan, _ = plan_of(Choice(), further)
    assert [(each.path, each.kind) for each in plan.seen] == [
        ("themes.yml", Kind.NAME),
    ]
    assert plan.moved["assets/zoe-lemaitre.csv"] == "assets/membre-retire.csv"
    assert plan.unsearched == ("interventions/diapos.pdf", "interventions/bilan.odt")
    assert plan.has_pictures
