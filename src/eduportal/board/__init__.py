"""The editorial board as the public sees it: members, decision, regulation."""
