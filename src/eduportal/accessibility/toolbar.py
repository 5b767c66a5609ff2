"""Plone's toolbar as a landmark with a name, whose signs are buttons that a keyboard reaches.

Plone's own has two nested ``role="toolbar"``, links without an address for widening it, and is no
landmark, so that a screen reader reads it as part of nothing. Classes and ids stay: its script
knows them.
"""

from plone.app.layout.viewlets.toolbar import ToolbarViewletManager
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Toolbar(ToolbarViewletManager):
    """Only the markup around the entries is ours."""

    custom_template = ViewPageTemplateFile("toolbar.pt")
