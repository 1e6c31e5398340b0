"""Take a picture of what each command of the organisers' guide tells, on this repository's forum.

usage: python .ci/commands.py FOLDER

The commands run in a copy, with a history, a proposal and a page of an old site. The browser is the
one that `FORUM_CHROMIUM` names, or Playwright's own.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
COMMAND = Path(sys.executable).parent / "mkdocs-forum"
DAY = "2026-11-28T10:00:00+0100"
"""Day of the pictures: that of all commits but the first."""
EPOCH = "1795856400"
"""The same day, as builds ask for it."""
BEFORE = "2026-10-30T10:00:00+0100"
COLOURS = 16
LINES = 22
"""Lines of what a command tells that a picture shows."""

ANSWER = "docs/reponses/une-phrase-que-personne-n-avait-dite/travail-du-debutant/nadir-tazerout.md"
DRAFT = "docs/interventions/le-carnet-du-successeur.md"
OLD = (
    "<html><head><title>Forum</title></head><body><table><tr><td><font size=2>"
    "<p>Troisième forum des consultants<br>vendredi 27 septembre 2002<br>« Apprendre »</p>"
    "<p><b>Hubert Cassagnol</b><br>Cassagnol Organisation<br>Tél. : 05 63 99 00 14</p>"
    "<p><font size=4><b>La note que personne ne signe</b></font></p>"
    "<p>[ <a href=index.htm>Sommaire</a> - Imprimer ]</p>"
    "<p>Un atelier m’a demandé pourquoi ses notes de service restaient sans effet.</p>"
    "<p><b>Questions en suspens</b></p><p>• Qui signe vos notes ?</p>"
    "</font></td></tr></table></body></html>"
)
MESSAGE = """\
From: Ilse Wendelin <ilse@example.org>
Date: Fri, 27 Nov 2026 18:02:00 +0100
Subject: Ma réponse
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Bonjour,

voici ma réponse, comme promis.

Fichier : docs/reponses/prix-d-ami/mauvaise-nouvelle/ilse-wendelin.md

---
date: 2026-11-27
licence: CC BY-SA 4.0
---

De vive voix, et le jour même. Mon numéro : 05 63 99 00 14.

--- fin du fichier ---

Bien à vous,
Ilse Wendelin
"""
ISSUE = """\
### Question à laquelle vous répondez

prix-d-ami/mauvaise-nouvelle

### Votre nom

Odile Peyrelongue

### Sources

_No response_

### Accord

- [X] J’accepte que mon texte soit publié sous la licence CC BY-SA 4.0.

### Votre réponse

Par écrit, pour qu’il puisse la relire.
"""

STYLE = """
body { margin: 0; background: #fff }
pre { width: max-content; min-width: 47rem; max-width: 64rem; margin: 0; padding: 1rem 1.2rem;
  white-space: pre-wrap; overflow-wrap: anywhere; background: #15202b; color: #e6edf3;
  font: 15px/1.45 "DejaVu Sans Mono", monospace }
pre:has(i) { max-width: 47rem }
i { display: none }
b { color: #7ee0a1; font-weight: 700 }
"""


@dataclass(frozen=True)
class Scene:
    """A command, and what is shown of it."""

    name: str
    arguments: tuple[str, ...]
    letter: str = ""
    """Draft of a mail whose text is shown, too."""
    renamed: tuple[str, ...] = ()
    """A file that bears another name before: the former and the new one."""


SCENES = (
    Scene("bilan", ("stats",)),
    Scene("inviter", ("invite", "prix-d-ami/mauvaise-nouvelle", "--by", "2027-01-31"),
          "notices/prix-d-ami-mauvaise-nouvelle-samira-belcourt.eml"),
    Scene("liste", ("digest", "--since", "2026-11-01"), "notices/digest.eml"),
    Scene("avertir", ("notices", "--since", "HEAD~1")),
    Scene("attente", ("inbox",)),
    Scene("annoncer", ("new", "edition", "--title", "Vingt-neuvième forum des consultants",
                       "--date", "2028-05-26", "--number", "29", "--no-input")),
    Scene("archives", ("import", "ancien-site", "--no-input")),
    Scene("controler", ("check",)),
    Scene("droit-d-acces", ("whois", "Nadir Tazerout")),
    Scene("oublier", ("forget", "nadir-tazerout")),
    Scene("completer", ("new", "slot", "2027", "14:00-14:30 Café | Grande salle")),
    Scene("noter", ("new", "notice", "prix-d-ami",
                    "--text", "Erratum : lire soixante jours, et non quarante-cinq.")),
    Scene("promettre", ("new", "outcome", "prix-d-ami/mauvaise-nouvelle",
                        "--promised-by", "Samira Belcourt=2027-01-31")),
    Scene("courrier", ("from-mail", "message.eml")),
    Scene("demande", ("from-issue", "demande.md")),
    Scene("exporter", ("export", "../forum-exporte")),
    Scene("adresses", ("check", "--against", "main"),
          renamed=("docs/interventions/la-mission-d-une-heure.md",
                   "docs/interventions/une-heure.md")),
)  # fmt: skip


def main(folder: Path) -> None:
    """Take all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        forum = Path(name) / "forum"
        prepare(forum)
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("FORUM_CHROMIUM") or None,
            args=["--no-sandbox", "--disable-background-networking"],
        )
        page = browser.new_page(viewport={"width": 1100, "height": 700}, locale="fr-FR")
        for scene in SCENES:
            told = "".join(shown(scene, forum))
            page.set_content(f"<style>{STYLE}</style><pre>{told}</pre>")
            picture = page.locator("pre").screenshot()
            image = Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS)
            image.save(folder / f"{scene.name}.png", optimize=True)
        browser.close()


def prepare(forum: Path) -> None:
    """Copy the forum, with what the commands find in it."""
    forum.mkdir()
    shutil.copytree(ROOT / "docs", forum / "docs")
    shutil.copy(ROOT / "mkdocs.yml", forum)
    git(forum, "init", "--quiet", "--initial-branch", "main")
    commit(forum, "Le forum", BEFORE)
    write(forum / ANSWER, "---\ndate: 2026-11-27\n---\n\nLa relecture à voix haute.\n")
    commit(forum, "Réponse de Nadir Tazerout", DAY)
    git(forum, "checkout", "--quiet", "-b", "proposition")
    write(
        forum / ANSWER.replace("nadir-tazerout", "odile-peyrelongue"),
        "---\ndate: 2026-11-28\n---\n\nRien.\n",
    )
    commit(forum, "Réponse d’Odile Peyrelongue", DAY)
    git(forum, "checkout", "--quiet", "main")
    head = "---\ntitle: Le carnet du successeur\nedition: '2027'\nspeakers: nadir-tazerout\n"
    write(forum / DRAFT, f"{head}draft: true\n---\n\nUn premier jet.\n")
    write(forum / "ancien-site/2002/cassagnol.htm", OLD)
    write(forum / "message.eml", MESSAGE)
    write(forum / "demande.md", ISSUE)


def write(path: Path, text: str) -> None:
    """Write a file below a folder that may lack."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def commit(forum: Path, message: str, day: str) -> None:
    """Commit all files on a day."""
    git(forum, "add", "--all")
    git(forum, "commit", "--quiet", "--message", message, day=day)


def git(forum: Path, *arguments: str, day: str = DAY) -> None:
    """Run git as nobody in particular."""
    person = {"NAME": "Un organisateur", "EMAIL": "forum@example.org", "DATE": day}
    roles = ("AUTHOR", "COMMITTER")
    who = {f"GIT_{role}_{part}": told for role in roles for part, told in person.items()}
    subprocess.run(["git", *arguments], cwd=forum, env={**os.environ, **who}, check=True)


def shown(scene: Scene, forum: Path) -> Iterator[str]:
    """Give what a terminal shows of a command, then of the mail that it wrote."""
    if scene.renamed:
        former, present = (forum / name for name in scene.renamed)
        former.rename(present)
    run = subprocess.run(
        [COMMAND, *scene.arguments],
        cwd=forum,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    words = " ".join(f'"{word}"' if " " in word else word for word in scene.arguments)
    yield f"<b>$ mkdocs-forum {escape(words)}</b>\n"
    yield clipped(run.stdout)
    if scene.letter:
        message = message_from_bytes((forum / scene.letter).read_bytes(), policy=policy.default)
        assert isinstance(message, EmailMessage)
        body = message.get_body(("plain",))
        assert body is not None
        # The lines of a letter break where those of a mail program do.
        yield f"<i></i>\n<b>{escape(str(message['Subject']))}</b>\n\n"
        yield clipped(body.get_content().replace("\r\n", "\n"))


def clipped(text: str) -> str:
    """Give the first lines of a text."""
    lines = text.rstrip("\n").split("\n")
    rest = ["…"] if len(lines) > LINES else []
    return escape("\n".join([*lines[:LINES], *rest])) + "\n"


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
