"""The portal behind a real HTTP server."""

from eduportal.testing import SCHOOL_HTTP
from pytest_plone import fixtures_factory

globals().update(fixtures_factory(((SCHOOL_HTTP, "http"),)))
