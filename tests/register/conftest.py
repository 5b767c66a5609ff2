"""A register behind a real HTTP server."""

from tests.content_types.conftest import rest

__all__ = ["rest"]
