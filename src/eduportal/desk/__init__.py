"""Where each member of the board sees what waits, and where an item is looked at and judged."""
