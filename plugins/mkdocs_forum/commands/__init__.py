"""The commands of `mkdocs-forum`, each in a module of its own."""
