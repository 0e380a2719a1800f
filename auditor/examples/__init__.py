"""The examples beside rules: what each must find, and what it must leave alone.

The shipped rules are tested with these, and so are a team's own by ``auditor rules test``.
"""
