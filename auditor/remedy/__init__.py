"""Ways out of findings: edits of the user's files, worked out from a report and never written.

``propose`` finds the edits of one finding. Whether they close it is for another audit to say.
"""
