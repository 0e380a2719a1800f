"""What keeps the published documents in step with the code; no part of the installed program."""
