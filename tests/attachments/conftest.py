"""The portal over REST, behind a server of this folder's own tests."""

from eduportal.testing import SCHOOL_HTTP
from pytest_plone import fixtures_factory
from tests.content_types.conftest import rest

globals().update(fixtures_factory(((SCHOOL_HTTP, "http"),)))

__all__ = ["rest"]
