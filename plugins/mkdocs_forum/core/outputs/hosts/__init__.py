"""What hosts, search engines and telephones are told of the site as a whole.

Takes the library and the options and gives files; must not know the texts.
"""
