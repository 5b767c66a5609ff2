"""The action of the kit's forms: keep what was sent, tell the unit.

easyform stores an action's dotted name in each form, so ``eduportal.feedback.intake.Intake`` is
frozen.
"""

from collective.easyform.actions import Action
from collective.easyform.actions import ActionFactory
from collective.easyform.api import get_context
from collective.easyform.api import get_schema
from collective.easyform.interfaces import IAction
from eduportal import _
from eduportal.feedback import box
from eduportal.feedback.letter import letter
from eduportal.feedback.text import entries
from eduportal.mail.text import is_address
from eduportal.units.settings import current_unit
from plone import api
from plone.supermodel.exportimport import BaseHandler
from zope import schema
from zope.i18n import translate
from zope.interface import implementer
import logging

log = logging.getLogger(__name__)


class IIntake(IAction):
    """Keeps what is sent in the portal's register and mails it to the unit."""

    box = schema.ASCIILine(title=_("Box of the register"), required=True, default="feedback")
    reply = schema.Bool(
        title=_("Demand a telephone number or an e-mail address"), required=False, default=False
    )


@implementer(IIntake)
class Intake(Action):
    """Takes no recipient: it is the unit's mailbox, whatever that is on the day."""

    def __init__(self, **kw):
        for name, field in IIntake.namesAndDescriptions():
            setattr(self, name, kw.pop(name, getattr(field, "default", None)))
        super().__init__(**kw)

    def onSuccess(self, fields, request) -> dict[str, str] | None:
        """Keep and mail; a dictionary of field and sentence where the form must come back."""
        form = get_context(self)
        if self.reply and not (fields.get("phone") or fields.get("email")):
            message = _("Please leave a telephone number or an e-mail address for the answer.")
            return {"email": translate(message, context=request)}
        filled = entries(get_schema(form), fields)
        portal = api.portal.get()
        language = form.Language()
        box.keep(portal, self.box, language=language, form=form.title, entries=filled)
        self._mail(portal, form, filled, language)
        return None

    def _mail(self, portal, form, filled, language: str) -> None:
        unit = current_unit()
        if unit is None or not is_address(unit.email):
            log.warning("The unit has no mailbox: kept in the register only: %s", portal.getId())
            return
        sender = api.portal.get_registry_record("plone.email_from_address") or ""
        name = unit.name if language == "vi" else unit.name_en or unit.name
        message = letter(
            name,
            sender if is_address(sender) else unit.email,
            unit.email,
            form.title,
            filled,
            f"{portal.absolute_url()}/{language}/@@submissions?box={self.box}",
            language,
        )
        api.portal.get_tool("MailHost").send(message)


IntakeAction = ActionFactory(
    Intake, _("Keep in the register and mail to the unit"), "collective.easyform.AddMailers"
)
IntakeHandler = BaseHandler(Intake)
