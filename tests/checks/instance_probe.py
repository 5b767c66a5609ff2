"""Run inside a buildout's instance: it is Plone with the kit's profiles registered."""

from Products.GenericSetup import profile_registry

FOUND = sorted(
    info["id"] for info in profile_registry.listProfileInfo() if info["product"] == "eduportal"
)
assert FOUND == ["eduportal:default", "eduportal:sample", "eduportal:uninstall"], FOUND
print("buildout: the instance knows", ", ".join(FOUND))
