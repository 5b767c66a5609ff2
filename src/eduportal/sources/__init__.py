"""Where a text comes from: author, source, and links that regulations advise against."""
