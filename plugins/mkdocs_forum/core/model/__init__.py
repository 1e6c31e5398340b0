"""What a forum is made of: kinds of entry with their keys, options, addresses, topics.

Takes plain values and gives frozen, validated ones; must not know where they were read.
"""
