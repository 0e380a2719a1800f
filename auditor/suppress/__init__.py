"""Decisions of the team about findings: they mark a finding, and never drop it.

An ignore stands in a comment beside the code, or in the configuration file. A baseline is the list
of all that was known on one day.
"""
