"""Edits of JavaScript and TypeScript, byte for byte the user's own but for what they change."""
