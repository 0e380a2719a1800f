"""What the front ends of class-based languages have in common: statements, scopes, members."""
