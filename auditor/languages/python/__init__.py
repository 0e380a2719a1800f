"""Python, as plain source files and as notebooks.

``source`` and ``notebook`` are the two front ends. Both decode their input, then ``lower`` parses
it and walks the tree; the handlers of ``dispatch`` are spread over one file per kind of syntax.
"""
