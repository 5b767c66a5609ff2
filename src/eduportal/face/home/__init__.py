"""The home page of a language: blocks, each made by at most one query, hidden while empty."""
