"""Editors of some sections only."""
