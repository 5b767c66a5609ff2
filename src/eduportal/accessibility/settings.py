"""Control panel "Accessibility": registry ``eduportal.accessibility.*``."""

from eduportal import _
from eduportal.mail.text import is_address
from plone.app.registry.browser import controlpanel
from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import queryUtility
from zope.interface import Interface
from zope.interface import Invalid

PREFIX = "eduportal.accessibility"


def is_one_address(value: str) -> bool:
    """An e-mail address alone; the registry cannot store a field of that kind."""
    if is_address(value.strip()):
        return True
    raise Invalid(_("Please write one e-mail address, such as ten@vi-du.vn."))


class IAccessibilitySettings(Interface):
    """What a unit adds to the statement, which is complete without it."""

    contact = schema.TextLine(
        title=_("Who looks after accessibility"),
        description=_("Name and post of the person whom people with a disability may ask."),
        required=False,
        default=None,
    )
    phone = schema.TextLine(
        title=_("Telephone for reporting barriers"),
        description=_("Left empty, the unit's own number is given."),
        required=False,
        default=None,
        max_length=40,
    )
    email = schema.TextLine(
        title=_("E-mail for reporting barriers"),
        description=_("Left empty, the unit's own address is given."),
        required=False,
        default=None,
        constraint=is_one_address,
    )
    text_vi = schema.Text(
        title=_("The unit's own words, in Vietnamese"),
        description=_("For example what on this portal is not accessible yet, and until when."),
        required=False,
        default=None,
    )
    text_en = schema.Text(
        title=_("The unit's own words, in English"),
        required=False,
        default=None,
    )


def settings() -> IAccessibilitySettings:
    """The portal's settings; their defaults in a portal that has none yet."""
    registry = queryUtility(IRegistry)
    return registry.forInterface(IAccessibilitySettings, prefix=PREFIX, check=False)


class AccessibilityForm(controlpanel.RegistryEditForm):
    """Everything on it is optional."""

    schema = IAccessibilitySettings
    schema_prefix = PREFIX
    label = _("Accessibility")
    description = _(
        "What the statement on accessibility says beside what the software knows by itself."
    )


class AccessibilityControlPanel(controlpanel.ControlPanelFormWrapper):
    """The page around the form."""

    form = AccessibilityForm
