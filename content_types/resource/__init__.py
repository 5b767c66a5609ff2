"""A digital learning resource (tài nguyên, học liệu số), the library, the lists of links."""
