"""The page on which each member of the board finds what waits, and the one on which an item is judged."""
