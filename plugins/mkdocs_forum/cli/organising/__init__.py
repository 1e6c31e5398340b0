"""The commands of the organisers' year: the archive, questions that wait, people who leave.

Takes options and files; gives files, letters and reports. What they hold is the core's.
"""
