"""The rule that an address leads somewhere for ever, from one commit to the next.

Takes two publications and gives what leads nowhere any more, with what to write; must not know git.
"""
