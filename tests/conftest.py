"""Fixtures of the whole suite: ``portal`` is one school's portal, in process."""

from eduportal.testing import SCHOOL_FUNCTIONAL
from eduportal.testing import SCHOOL_INTEGRATION
from pytest_plone import fixtures_factory

pytest_plugins = ["pytest_plone"]

globals().update(
    fixtures_factory(
        (
            (SCHOOL_FUNCTIONAL, "functional"),
            (SCHOOL_INTEGRATION, "integration"),
        )
    )
)
