"""Checks of the source tree that ``make check`` runs, and the makers of what they compare."""
