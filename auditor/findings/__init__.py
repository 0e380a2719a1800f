"""From the judged program to findings: checks, then the team's decisions, then the gate."""
