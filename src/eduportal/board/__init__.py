"""The page of the editorial board."""
