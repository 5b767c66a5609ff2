"""Procedures of a portal: their list, the parent's by reference, import and export."""
