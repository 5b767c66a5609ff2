"""The house stands: profile, theme and classes are found, whether linked in or from a wheel."""

from importlib import resources
from pathlib import Path
from plone.resource.interfaces import IResourceDirectory
from Products.GenericSetup import EXTENSION
from Products.GenericSetup import profile_registry
from zope.component import getUtility
import importlib.util
import pytest
import sys


def test_the_profiles_are_registered_under_the_products_name():
    found = {
        info["id"]: (info["product"], info["type"])
        for info in profile_registry.listProfileInfo()
        if info["product"] == "eduportal"
    }

    assert found == {
        f"eduportal:{name}": ("eduportal", EXTENSION) for name in ("default", "sample", "uninstall")
    }


def test_the_default_profiles_xml_was_read(portal):
    assert portal.portal_types["Section"].klass == "eduportal.content_types.section.section.Section"
    setup = portal.portal_setup
    newest = setup.getVersionForProfile("eduportal:default")
    assert setup.getLastVersionForProfile("eduportal:default") == (newest,)


def test_the_themes_file_is_served(portal):
    theme = getUtility(IResourceDirectory, name="++theme++eduportal")

    assert theme.readFile("manifest.cfg") == theme_file("manifest.cfg").read_bytes()
    assert "rules =" in theme_file("manifest.cfg").read_text()
    served = portal.unrestrictedTraverse("++theme++eduportal/css/eduportal.css")
    assert Path(served.path).read_bytes() == theme_file("css/eduportal.css").read_bytes()


def theme_file(name):
    return resources.files("eduportal") / "themes" / "eduportal" / name


def test_content_types_refuse_a_second_name():
    path = Path(str(resources.files("eduportal") / "content_types" / "__init__.py"))
    spec = importlib.util.spec_from_file_location("content_types", path)

    with pytest.raises(ImportError) as refused:
        spec.loader.exec_module(importlib.util.module_from_spec(spec))

    assert "eduportal.content_types" in str(refused.value)
    assert not any(name.startswith("content_types") for name in sys.modules)
