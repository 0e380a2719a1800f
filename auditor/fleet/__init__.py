"""Many repositories: each is audited by itself, in another process, and the reports are joined."""
