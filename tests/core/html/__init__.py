"""Tests of `mkdocs_forum.core.html`."""
