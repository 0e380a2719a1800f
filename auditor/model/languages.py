"""The languages that programs are read in."""

from __future__ import annotations

#: The languages that are linked, each with the front ends whose files it takes.
LANGUAGES = {
    "python": ("python", "notebook"),
    "javascript": ("javascript", "typescript", "tsx", "vue", "svelte"),
    "go": ("go",),
    "java": ("java", "kotlin"),
    "csharp": ("csharp",),
    "php": ("php",),
    "ruby": ("ruby",),
    "rust": ("rust",),
}
