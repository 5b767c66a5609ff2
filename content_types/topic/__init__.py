"""A thematic page: what belongs to one subject, gathered (chuyên đề)."""
