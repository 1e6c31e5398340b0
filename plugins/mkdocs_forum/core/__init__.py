"""The forum itself: its entries, rules, pages and outputs. Knows nothing of MkDocs."""
