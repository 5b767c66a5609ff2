"""The mark of the forms that open cases."""

from zope.interface import Interface


class IServiceForm(Interface):
    """Marks the form of a service: Vietnamese inside the service, English in its section.

    Such a form has no workflow of its own; who may see it follows the service.
    """
