"""Rule files become a ``Catalog`` (``load.py``), in which ``match.py`` looks things up."""
