"""`mkdocs-forum muted` and `kept`: a build in a workflow, and what it takes from the last one."""

import io
import os
import secrets
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

import click

from mkdocs_forum.adapter.project import Project, config_option, open_project
from mkdocs_forum.cli.workflows.connection import open_repository
from mkdocs_forum.core.proposals.forges.forge import ForgeError

SITE: Final = "site.yml"
"""Workflow that publishes."""
ARTIFACT: Final = "made"
"""What it keeps for the next time."""
_STORE: Final = ".cache/plugin/forum"


@click.command(context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
@click.argument("command", nargs=-1, required=True, type=click.UNPROCESSED)
def muted(command: tuple[str, ...]) -> None:
    """Run COMMAND, which may print what somebody sent: the runner takes no line of it for an order.

    It ends as COMMAND does. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands
    """
    # Nobody who sends a text can know it.
    token = secrets.token_hex(16)
    print(f"::stop-commands::{token}", flush=True)
    try:
        # All on one way out, so that nothing comes after the end.
        done = subprocess.run(command, check=False, stderr=subprocess.STDOUT)
    except OSError as error:
        raise click.UsageError(str(error)) from error
    finally:
        sys.stdout.flush()
        print(f"::{token}::", flush=True)
    raise SystemExit(done.returncode)


@click.group()
def kept() -> None:
    """Keep what a publication made, so that what hasn't changed since isn't made again.

    It is an artifact of the workflow that published, not a cache of the forge: into a cache, any
    job of the branch may write, and with it whoever took over the one that reads proposals.
    """


@kept.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@config_option
def save(file: Path, config_file: Path) -> None:
    """Pack what was made into FILE."""
    project = open_project(config_file)
    with tarfile.open(file, "w") as archive:
        for name in _names(project):
            if (project.folder / name).is_dir():
                archive.add(project.folder / name, name)


@kept.command()
@config_option
def restore(config_file: Path) -> None:
    """Bring what the last publication made, from GitHub; without it, all is made anew.

    The variable FORUM_TOKEN holds what lets read it.
    """
    project = open_project(config_file)
    repository = open_repository(os.environ)
    try:
        path = repository.github.artifact(SITE, project.settings.branch, ARTIFACT)
        if path:
            _unpack(project, repository.connection.download(path))
    except (ForgeError, BadZipFile, tarfile.TarError, LookupError, OSError, TypeError) as error:
        click.echo(str(error), err=True)
        for name in _names(project):
            shutil.rmtree(project.folder / name, ignore_errors=True)


def _unpack(project: Project, data: bytes) -> None:
    names = _names(project)
    with (
        ZipFile(io.BytesIO(data)) as packed,
        packed.open("made.tar") as opened,
        tarfile.open(fileobj=opened, mode="r|") as archive,
    ):
        for member in archive:
            is_within = any(f"{member.name}/".startswith(f"{name}/") for name in names)
            if is_within and ".." not in member.name.split("/"):
                archive.extract(member, project.folder, filter="data")


def _names(project: Project) -> list[str]:
    """Give the folders that are kept, below that of the configuration."""
    site = Path(project.config.site_dir).resolve()
    is_within = site.is_relative_to(project.folder)
    return [_STORE, *([site.relative_to(project.folder).as_posix()] if is_within else [])]
