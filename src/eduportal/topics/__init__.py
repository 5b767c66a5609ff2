"""Thematic pages."""
