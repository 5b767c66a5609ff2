"""Who did what and when: an append-only file outside the database."""
