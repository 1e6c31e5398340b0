"""A runner that isn't there: it runs the steps of a job as the forge would, but no actions."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.flows.repositories import Repository
from tests.sites import ROOT

_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
_NAME = re.compile(r"\b[a-z_]+(?:\.[\w-]+)+")
INSTALL = "pip install"
"""What installs the forum: here it is there already."""


@dataclass
class Runner:
    """A machine that runs jobs in a checkout."""

    checkout: Repository
    temp: Path
    """Folder for what the steps hand on."""
    context: dict[str, str]
    """What expressions name, such as `needs.find.outputs.number`."""
    variables: dict[str, str] = field(default_factory=dict)

    def run(self, workflow: str, job: str) -> Mapping[str, str]:
        """Run a job; give its outputs.

        Raises:
            AssertionError: A step failed.
        """
        text = (ROOT / f".github/workflows/{workflow}.yml").read_text(encoding="utf-8")
        found = yaml.safe_load(text)["jobs"][job]
        for step in found["steps"]:
            if "run" in step and INSTALL not in step["run"] and self._holds(step.get("if", "")):
                self._run(step)
        outputs = found.get("outputs", {})
        return {name: self._filled(value) for name, value in outputs.items()}

    def _run(self, step: Mapping[str, Any]) -> None:
        given = {name: self._filled(str(value)) for name, value in step.get("env", {}).items()}
        output = self.temp / "output"
        output.write_text("")
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
            cwd=self.checkout.folder,
            env={
                **self.checkout.environment,
                **self.variables,
                "RUNNER_TEMP": str(self.temp),
                "GITHUB_OUTPUT": str(output),
                **given,
            },
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, f"{step['name']}: {done.stdout}{done.stderr}"
        for line in output.read_text().splitlines():
            name, _, value = line.partition("=")
            self.context[f"steps.{step.get('id')}.outputs.{name}"] = value

    def _holds(self, condition: str) -> bool:
        return not condition or bool(self._evaluated(_EXPRESSION.sub(r"\1", condition)))

    def _filled(self, text: str) -> str:
        return _EXPRESSION.sub(lambda found: str(self._evaluated(found[1])), text)

    def _evaluated(self, expression: str) -> Any:
        words = _NAME.sub(lambda found: repr(self.context.get(found[0], "")), expression)
        python = words.replace("!cancelled()", "True").replace("&&", " and ")
        return eval(python.replace("||", " or ").strip(), {"__builtins__": {}})


def runner(folder: Path, origin: Repository, context: Mapping[str, str]) -> Runner:
    """Give a runner that has the branch `main` of a repository checked out."""
    origin.git("clone", "--quiet", "--branch", "main", origin.folder.as_uri(), str(folder / "work"))
    checkout = Repository(folder / "work")
    temp = folder / "temp"
    temp.mkdir()
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return Runner(checkout, temp, dict(context), {"PATH": path})
