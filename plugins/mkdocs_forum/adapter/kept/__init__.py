"""What a build takes from the last one: what files gave, and the site itself where it is the same.

Takes a site's configuration and files and gives what was made of the same ones before; must not
know how anything is made.
"""
