"""The page's skeleton: Plone's own, with a ``main`` landmark and without columns."""

from Products.CMFPlone.browser.main_template import MainTemplate as PloneMainTemplate
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class MainTemplate(PloneMainTemplate):
    """Plone's has no ``main`` element: screen readers would have no way to the content."""

    main_template = ViewPageTemplateFile("main_template.pt")
