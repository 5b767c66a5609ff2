"""Pictures in the size and format that the reader's screen needs."""

from eduportal.pictures.markup import picture

__all__ = ["picture"]
