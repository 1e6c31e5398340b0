"""Tests of `mkdocs_forum.core.publish`."""
