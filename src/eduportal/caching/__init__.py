"""Anonymous pages from memory, stale the moment something changes."""
