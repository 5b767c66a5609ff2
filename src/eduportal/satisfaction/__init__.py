"""One tap after the result, and the figures of it."""
