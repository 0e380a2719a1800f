"""What class-based languages have in common when they are linked: packages, members, builders."""
