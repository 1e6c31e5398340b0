"""All entries of a forum with their indexes, in which relations are found.

Takes entries and gives one `Library`, where links lead, and former addresses; must not know how
pages look.
"""
