"""Who works on the tree, and in which language the portal answers."""

from plone import api
from plone.app.testing import TEST_USER_ID
from plone.app.testing import login
from plone.app.testing import setRoles
from zope.globalrequest import getRequest
import pytest


@pytest.fixture
def manager(portal):
    """The signed-in user is a Manager."""
    setRoles(portal, TEST_USER_ID, ["Manager"])
    return api.user.get_current()


@pytest.fixture
def administrator(portal):
    """The signed-in user is the unit's own administrator."""
    roles = ["Member", "Site Administrator"]
    portal.acl_users.userFolderAddUser("quantri", "Mat-khau-mau-1", roles, [])
    login(portal, "quantri")
    return api.user.get_current()


@pytest.fixture
def speak(portal):
    """Make the request at hand one in the given language."""

    def in_language(language: str) -> None:
        request = getRequest()
        request["LANGUAGE"] = language
        tool = api.portal.get_tool("portal_languages")
        binding = request.get("LANGUAGE_TOOL")
        if binding is None:
            tool.setLanguageBindings(request)
            binding = request["LANGUAGE_TOOL"]
        binding.LANGUAGE = language

    return in_language
