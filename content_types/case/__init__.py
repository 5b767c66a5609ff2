"""One person's application (hồ sơ), kept in the database ``cases``."""
