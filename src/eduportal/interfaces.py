"""Markers that views and services of the kit are bound to."""

from plone.app.multilingual.interfaces import IPloneAppMultilingualInstalled
from zope.interface import Interface


class IEduportal(IPloneAppMultilingualInstalled):
    """Browser layer of a portal made by this kit.

    It carries multilingual's layer: content made by a script that applies only one of the two
    would be saved without a language.
    """


class IInstance(Interface):
    """Marks the Zope root that holds the portals of one district."""
