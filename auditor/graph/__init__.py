"""The dependency graph: from workflows over calls, models and platforms to vendors.

``build`` draws it from a report, ``focus`` cuts a part out, ``export`` writes it down.
"""
