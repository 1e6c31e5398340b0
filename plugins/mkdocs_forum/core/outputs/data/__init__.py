"""All that is published of a forum as JSON, with its JSON Schema.

Takes the contents and gives files; must not know how pages look.
"""
