"""Modules joined into one script."""

import re

import pytest

from mkdocs_forum.core.pages.assets import BUNDLES, modules
from mkdocs_forum.core.pages.environment import TEMPLATES
from mkdocs_forum.core.pages.scripts import bundle, lean

MODULES = {
    "js/a.js": 'import { one, two as second } from "./b.js"\nimport * as all from "./b.js"\n'
    'import D from "../vendor/d.js"\nexport const sum = one + second + all.two + D()\n',
    "js/b.js": 'import {\n  three,\n} from "./c.js"\nexport const one = three - 2\n'
    "const two = 2\nexport { two }\n",
    "js/c.js": "export const three = 3\n",
    "vendor/d.js": "function d() { return 4 }\nexport { d as default };\n",
    "js/e.js": 'import { f } from "./f.js"\nexport async function e() { return f }\n',
    "js/f.js": 'import { e } from "./e.js"\nexport const f = e\n',
}


def test_order_and_names() -> None:
    """Each module stands once, behind those that it imports, and gives what it exports."""
    assert (
        bundle("js/a.js", MODULES)
        == """\
const module0 = (() => {
const three = 3

return { three: three }
})()

const module1 = (() => {
const { three } = module0
const one = three - 2
const two = 2


return { one: one, two: two }
})()

const module2 = (() => {
function d() { return 4 }


return { default: d }
})()

const module3 = (() => {
const { one, two: second } = module1
const all = module1
const { default: D } = module2
const sum = one + second + all.two + D()

return { sum: sum }
})()

export const { sum } = module3
"""
    )


def test_circle() -> None:
    """Modules that import each other can't be functions that are called once."""
    with pytest.raises(ValueError, match=r"js/e\.js → js/f\.js → js/e\.js"):
        bundle("js/e.js", MODULES)


@pytest.mark.parametrize("name", BUNDLES)
def test_nothing_is_left(name: str) -> None:
    """Our own scripts are written in the forms that are known."""
    text = bundle(f"js/{name}.js", modules())
    rest = [line for line in text.split("\n") if re.match(r"(?:im|ex)port\b", line)]
    assert all(line.startswith("export const {") for line in rest)
    assert len(rest) <= 1


def test_what_templates_load() -> None:
    """Every script that a template names is published."""
    texts = [path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html")]
    named = {name for text in texts for name in re.findall(r"assets/forum/js/([\w-]+)\.js", text)}
    assert named
    assert named <= {*BUNDLES}


def test_lean() -> None:
    """Readers fetch no comments and no indentation; a comment behind code is left alone."""
    source = "/* Of two\n   lines. */\n\nconst one = () => {\n  // Why.\n  return 1 // Told.\n}\n"
    assert lean(source) == "\nconst one = () => {\nreturn 1 // Told.\n}\n"


@pytest.mark.parametrize("name", sorted(name for name in modules() if name.startswith("js/")))
def test_strings_of_one_line(name: str) -> None:
    """No string of our own spans lines: it would lose what is left out of the others."""
    lines = modules()[name].splitlines()
    odd = [line for line in lines if line.count("`") % 2 and "/[" not in line]
    assert odd == []
