"""The checks: one file each, and one page each in ``rules/checks``.

A check is a function from a ``Case`` to drafts of findings. It reads no file: all it may know is
in the case. To add one, write it, its page, and a line in ``run.CHECKS``.
"""
