"""The same content gives the same bytes."""

import datetime
import re
import subprocess
from pathlib import Path
from shutil import copytree

from tests.conftest import Workshop
from tests.sites import DAY, FORUM, Site, build_site, configuration, mkdocs, write
from tests.small import SMALL


def _built(folder: Path, site: Path, **variables: str | None) -> dict[str, bytes]:
    options = ("--strict", "-q", "-d", str(site))
    run = mkdocs(folder, "build", *options, variables=variables, afresh=True)
    assert (run.status, run.told) == (0, "")
    return Site(site).files


def test_same_bytes(tmp_path: Path) -> None:
    """Neither the order of hashes nor the time zone, language or place of a machine shows."""
    copytree(FORUM, tmp_path / "autre" / "dossier")
    first = _built(FORUM, tmp_path / "first", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    second = _built(
        tmp_path / "autre" / "dossier",
        tmp_path / "second",
        PYTHONHASHSEED="2",
        TZ="Pacific/Kiritimati",
        LC_ALL="fr_FR.UTF-8",
    )
    assert list(first) == list(second)
    assert [path for path in first if first[path] != second[path]] == []


def test_same_bytes_as_in_one_process(site: Site, tmp_path: Path) -> None:
    """A build leaves nothing behind that shows in another one of the same process."""
    built = _built(FORUM, tmp_path)
    assert [path for path in built if built[path] != site.files.get(path)] == []
    assert list(built) == list(site.files)


def test_options_of_an_earlier_build(tmp_path: Path) -> None:
    """MkDocs keeps the plugin from one build to the next; its options are those of each build."""
    has_policy = []
    for folder, wanted in (("first", True), ("second", False)):
        options = configuration(forum={"content_security_policy": wanted})
        root = write(tmp_path / folder, {**SMALL, "mkdocs.yml": options})
        page = build_site(root, root / "site").page("membres/ana/")
        has_policy.append("Content-Security-Policy" in page)
    assert has_policy == [True, False]


def git(folder: Path, *arguments: str, day: str) -> None:
    """Run git as somebody of a day."""
    subprocess.run(
        ["git", "-c", "user.name=Ana", "-c", "user.email=ana@example.org", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        env={
            "PATH": "/usr/bin:/bin:/usr/local/bin",
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_SYSTEM": "/dev/null",
            "GIT_AUTHOR_DATE": day,
            "GIT_COMMITTER_DATE": day,
        },
    )


def test_day_of_last_commit(workshop: Workshop) -> None:
    """Without `SOURCE_DATE_EPOCH`, the day of a build is that of the last commit."""
    editions = {
        "docs/editions/2020.md": "---\ntitle: Rencontre 2020\ndate: 2020-10-01\n---\n",
        "docs/editions/2022.md": "---\ntitle: Rencontre 2022\ndate: 2022-10-01\n---\n",
    }
    folder = workshop.write(SMALL, editions).folder
    git(folder, "init", "-q", day="2021-03-04T12:00:00Z")
    git(folder, "add", ".", day="2021-03-04T12:00:00Z")
    git(folder, "commit", "-q", "-m", "Tout", day="2021-03-04T12:00:00Z")
    run = workshop.run("build", "--strict", "-q", SOURCE_DATE_EPOCH=None)
    assert (run.status, run.told) == (0, "")
    site = Site(folder / "site")
    days = {b"2021-03-04"}
    told = site.files["sitemap.xml"]
    assert b"<lastmod>2021-03-04</lastmod>" in told
    today = datetime.datetime.now(datetime.UTC).date().isoformat().encode()
    assert today not in told
    assert "À venir" in site.main("editions/2022/")
    assert "À venir" not in site.main("editions/2020/")
    assert [path for path, content in site.files.items() if today in content] == []
    assert any(day in content for day in days for content in site.files.values())


def test_day_of_an_edition(workshop: Workshop) -> None:
    """Proceedings tell a change to the edition's own text, its talks don't."""
    folder = workshop.write(SMALL).folder
    git(folder, "init", "-q", day="2025-03-04T12:00:00Z")
    edition = folder / "docs/editions/2024.md"
    for day in ("2025-03-04T12:00:00Z", "2025-05-06T12:00:00Z"):
        edition.write_text(f"{edition.read_text()}\nBonjour.\n")
        git(folder, "add", ".", day=day)
        git(folder, "commit", "-q", "-m", "Tout", day=day)
    workshop.run("build", "--strict", "-q", SOURCE_DATE_EPOCH=None)
    site = Site(folder / "site")
    urls = ("editions/2024/actes/", "editions/2024/imprimer/", "interventions/prix/imprimer/")
    state = re.compile(r'état du <time datetime="(.*?)"')
    told = {url: state.findall(site.page(url)) for url in urls}
    assert told == {
        "editions/2024/actes/": ["2025-05-06", "2025-03-04"],
        "editions/2024/imprimer/": ["2025-05-06"],
        "interventions/prix/imprimer/": ["2025-03-04"],
    }


def test_compressed_sitemap(site: Site) -> None:
    """The compressed site map doesn't hold the time at which it was written."""
    # Bytes 4 to 7 of a gzip file (RFC 1952, 2.3).
    assert int.from_bytes(site.files["sitemap.xml.gz"][4:8], "little") in {0, int(DAY)}
