"""How strictly a board approves; kept in the registry under ``eduportal.editorial``."""

from eduportal import _
from plone import api
from Products.Five import BrowserView
from zope.interface import Interface
from zope.schema import Bool

PREFIX = "eduportal.editorial"


class IEditorialSettings(Interface):
    """What the law leaves to the board's own regulation (TT 53/2012/TT-BGDĐT, Điều 16)."""

    second_look = Bool(
        title=_("A second look before publication"),
        description=_(
            "What was submitted is first examined by somebody who is neither its author nor the "
            "one who publishes it."
        ),
        default=False,
        required=False,
    )

    own_text = Bool(
        title=_("Chief editors may approve what they wrote themselves"),
        description=_("Switched off, another chief editor or a deputy has to approve it."),
        default=True,
        required=False,
    )

    state_secret = Bool(
        title=_("Ask for the confirmation that a text holds no state secret"),
        description=_("Asked of whoever approves on the web, each time something is approved."),
        default=True,
        required=False,
    )


def setting(name: str) -> bool:
    """A setting of this portal; the field's default where the profile is not applied yet."""
    default = IEditorialSettings[name].default
    return bool(api.portal.get_registry_record(f"{PREFIX}.{name}", default=default))


class SecondLook(BrowserView):
    """``object/@@second-look`` in the workflow's guard: whether this portal wants a second look."""

    def __call__(self) -> bool:
        return setting("second_look")
