"""The administrator's pages: the people, one account, many from a table."""
