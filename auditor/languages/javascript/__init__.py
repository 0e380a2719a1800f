"""JavaScript and TypeScript, as plain source files and inside Vue and Svelte components.

``source``, ``typescript`` and ``component`` are the front ends. They hand clean text to ``lower``,
which parses it and walks the tree; the handlers of ``dispatch`` are spread over one file per kind
of syntax. Types are erased, except for the annotations that a linker can use.
"""
