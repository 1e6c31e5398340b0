"""Measures what sanitising adds to the time that Markdown takes.

usage: python -m benchmarks.sanitising

Both are measured in the same run, on the same text with every construct that members use, by the
processor's time of this process: their ratio hardly depends on the machine. The least of several
runs counts.
"""

import time
from collections.abc import Callable
from importlib.metadata import version

from markdown import Markdown

from mkdocs_forum.core.html.sanitise import sanitise

RUNS = 15
"""Runs of which the shortest counts."""
HIGHEST = 0.10
"""Highest share of the time of Markdown."""

EXTENSIONS = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"),
    *("toc", "pymdownx.details", "pymdownx.highlight", "pymdownx.superfences"),
    *("pymdownx.tabbed", "pymdownx.tasklist"),
]
TEXT = """
## Une section {{#section-{0}}}

Un *paragraphe* de prose avec un [lien](https://example.org/{0}), une note[^{0}] et du `code`, et
d'autres mots encore, comme une intervention en a : la confiance, le prix, ce qui reste à faire.

!!! note "Un encadré"
    Ce qu'il faut retenir.

| colonne | autre |
| :------ | ----: |
| a       |     1 |

```python
def marge(prix, coût):
    return (prix - coût) / prix
```

- [x] un point
- [ ] un autre

[^{0}]: Une note.
"""


def seconds(work: Callable[[], object]) -> float:
    """Give the processor's time of the shortest run."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print what each takes, and end with 1 if sanitising takes too much."""
    text = "\n".join(TEXT.format(number) for number in range(10))
    html = Markdown(extensions=EXTENSIONS).convert(text)
    markdown = seconds(lambda: Markdown(extensions=EXTENSIONS).convert(text))
    sanitising = seconds(lambda: sanitise(html))
    ratio = sanitising / markdown
    print(f"nh3 {version('nh3')}, Markdown {version('markdown')}, {len(html)} characters of HTML\n")
    print(f"Markdown   {1000 * markdown:7.2f} ms")
    print(f"sanitising {1000 * sanitising:7.2f} ms, {ratio:.1%} of that; {HIGHEST:.0%} is the most")
    raise SystemExit(ratio > HIGHEST)


if __name__ == "__main__":
    main()
