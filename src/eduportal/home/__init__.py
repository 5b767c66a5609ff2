"""The home page: blocks that editors arrange."""
