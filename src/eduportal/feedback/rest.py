"""Forms over REST: what a form does with a message is shown to and changed by administrators only.

easyform hides its two models from the edit form alone; over REST an editor could otherwise add
himself as a recipient, and a visitor could read who the recipients are. Its own serializer, which
adds the saved rows, is not used: rows are no part of a form here, and collective.easyform 5.0.2
answers 500 with plone.api 3, which does not know the permission by the id it asks for.
"""

from AccessControl import getSecurityManager
from collective.easyform.interfaces import IEasyForm
from eduportal import _
from eduportal.interfaces import IEduportal
from plone.restapi.deserializer import json_body
from plone.restapi.deserializer.dxcontent import DeserializeFromJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from zExceptions import Forbidden
from zope.component import adapter
from zope.i18n import translate

TECHNICAL = "collective.easyform: Edit Technical Fields"
GUARDED = ("actions_model", "fields_model", "savedDataStorage")


@adapter(IEasyForm, IEduportal)
class FormToJson(SerializeToJson):
    """The form as any content, its actions for administrators only."""

    def __call__(self, version=None, include_items=True):
        result = super().__call__(version, include_items)
        if not getSecurityManager().checkPermission(TECHNICAL, self.context):
            result.pop("actions_model", None)
        return result


@adapter(IEasyForm, IEduportal)
class FormFromJson(DeserializeFromJson):
    """The form as any content; its models are taken from administrators only."""

    def __call__(self, validate_all=False, data=None, create=False, mask_validation_errors=True):
        data = json_body(self.request) if data is None else data
        guarded = [name for name in GUARDED if name in data]
        if guarded and not getSecurityManager().checkPermission(TECHNICAL, self.context):
            message = _(
                "refused_form_model",
                default="Only administrators may change these parts of a form: ${names}.",
                mapping={"names": ", ".join(guarded)},
            )
            raise Forbidden(translate(message, context=self.request))
        return super().__call__(validate_all, data, create, mask_validation_errors)
