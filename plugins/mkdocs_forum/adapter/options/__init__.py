"""The options of `mkdocs.yml`: takes MkDocs' configuration, gives the core's settings."""
