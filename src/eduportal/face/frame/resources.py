"""Links to styles and scripts: worked out once for all visitors, not on every page.

Plone reads and hashes every file of every bundle for each page.
"""

from collections.abc import Hashable
from eduportal.face.kept import kept
from eduportal.face.place import Place
from plone.base.interfaces import IBundleRegistry
from plone.registry.interfaces import IRegistry
from Products.CMFCore.Expression import Expression
from Products.CMFPlone.resources.browser.resource import _RESOURCE_REGISTRY_MTIME
from Products.CMFPlone.resources.browser.resource import REQUEST_CACHE_KEY
from Products.CMFPlone.resources.browser.resource import ScriptsView
from Products.CMFPlone.resources.browser.resource import StylesView
from Products.CMFPlone.resources.utils import evaluateExpression
from zope.component import getUtility


class Kept(Place):
    """Mixed into both of Plone's viewlets, which share what the first of them has made."""

    def update(self) -> None:
        if not hasattr(self.request, REQUEST_CACHE_KEY):
            made = kept(self.portal, "resources", self._depends(), self._made, all_told=True)
            if made is not None:
                setattr(self.request, REQUEST_CACHE_KEY, made)
        super().update()

    def _made(self) -> dict[str, str] | None:
        """None where something is missing: the next page tries again."""
        super().update()
        return self.rendered if all(self.rendered.values()) else None

    def _depends(self) -> Hashable:
        enabled, disabled = self._request_bundles()
        return (
            frozenset(enabled),
            frozenset(disabled),
            getattr(getUtility(IRegistry), _RESOURCE_REGISTRY_MTIME, None),
            tuple(bool(evaluateExpression(one, self.context)) for one in self._conditions()),
        )

    def _conditions(self) -> list[Expression]:
        """What the bundles of this portal are shown under: on some pages or to some people."""
        return kept(self.portal, "conditions", (), _conditions, all_told=True) or []


def _conditions() -> list[Expression]:
    bundles = getUtility(IRegistry).collectionOfInterface(
        IBundleRegistry, prefix="plone.bundles", check=False
    )
    texts = {bundle.expression for bundle in bundles.values() if bundle.expression}
    return [Expression(text) for text in sorted(texts)]


class Scripts(Kept, ScriptsView):
    """In place of Plone's; an add-on's bundles are among them."""


class Styles(Kept, StylesView):
    """In place of Plone's."""
