"""What outlives a run: a database in the user's own cache folder, never in a scanned tree."""
