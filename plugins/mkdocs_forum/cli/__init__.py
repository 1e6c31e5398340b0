"""The command `mkdocs-forum`, each of its commands in a module of its own.

Takes arguments and answers, and gives files and messages; must not hold a rule of its own.
"""
