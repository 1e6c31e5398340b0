"""Commands that workflows call: each job of a forum's repository is one of them.

Takes what a runner's variables tell and gives outputs, comments and files; a command that reads
what strangers wrote asks the forge for nothing, and one that writes there reads none of it.
"""
