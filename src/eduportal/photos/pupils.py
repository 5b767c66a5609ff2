"""Behaviour ``eduportal.pupils``: whether pupils can be recognised, and who agreed.

Law 91/2025/QH15, Điều 24: what tells of a child's life is published with the consent of the legal
representative, from seven years on also with the child's own; silence is no consent.
"""

from Acquisition import aq_base
from eduportal import _
from plone.app.textfield.interfaces import IRichTextValue
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from z3c.form.browser.radio import RadioFieldWidget
from zope import schema
from zope.interface import Invalid
from zope.interface import invariant
from zope.interface import provider
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary

NOBODY = "none"
CONSENT = "consent"
ANSWERS = SimpleVocabulary(
    [
        SimpleTerm(NOBODY, NOBODY, _("No pupil can be recognised in the pictures")),
        SimpleTerm(CONSENT, CONSENT, _("Pupils can be recognised; the consent is on file")),
    ]
)
NO_RECORD = _("Say how the consent was given and where it is kept.")
EDITORS = "cmf.ModifyPortalContent"


@provider(IFormFieldProvider)
class IPupils(model.Schema):
    """Asked of whoever has pictures; answered once per item."""

    directives.widget("pupil_pictures", RadioFieldWidget)
    directives.read_permission(pupil_pictures=EDITORS, consent_record=EDITORS)
    directives.order_after(pupil_pictures="ILeadImageBehavior.image_caption")
    pupil_pictures = schema.Choice(
        title=_("Pupils in the pictures"),
        description=_(
            "Needed before pictures are submitted or published: recognisable pupils only with the "
            "consent of parents, and of the pupil from 7 years on (Law 91/2025/QH15, Điều 24)."
        ),
        vocabulary=ANSWERS,
        required=False,
    )

    directives.order_after(consent_record="IPupils.pupil_pictures")
    consent_record = schema.TextLine(
        title=_("How the consent was given"),
        description=_(
            "For example: forms of school year 2026-2027, kept by the office of class 3A."
        ),
        required=False,
    )

    @invariant
    def consent_is_recorded(data: "IPupils") -> None:
        if data.pupil_pictures == CONSENT and not (data.consent_record or "").strip():
            raise Invalid(NO_RECORD)


def has_pictures(content) -> bool:
    """A lead image, a picture in the text, or pictures inside."""
    item = aq_base(content)
    if getattr(item, "image", None) is not None:
        return True
    texts = [value for value in vars(item).values() if IRichTextValue.providedBy(value)]
    if any("<img" in (text.raw or "").lower() for text in texts):
        return True
    inside = content.objectValues() if hasattr(item, "objectValues") else ()
    return any(child.portal_type == "Image" for child in inside)


def unanswered(content) -> bool:
    """Whether pictures wait for the answer."""
    if not IPupils.providedBy(content) or content.pupil_pictures:
        return False
    return has_pictures(content)
