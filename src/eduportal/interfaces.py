"""Markers that views and services of the kit are bound to."""

from collective.easyform.interfaces import IEasyFormLayer
from plone.app.event.interfaces import IBrowserLayer as IEventLayer
from plone.app.multilingual.interfaces import IPloneAppMultilingualInstalled
from zope.interface import Interface


class IEduportal(IPloneAppMultilingualInstalled, IEasyFormLayer, IEventLayer):
    """Browser layer of a portal made by this kit.

    It carries multilingual's layer: content made by a script that applies only one of the two
    would be saved without a language. It is more than easyform's and the events' layers, so that
    the guarded pages of a form and the words of an event always win over the stock ones.
    """


class IInstance(Interface):
    """Marks the Zope root that holds the portals of one district."""
