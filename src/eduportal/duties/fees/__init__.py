"""Author fees (nhuận bút): what was published, whose it is, and what the unit pays for it."""
