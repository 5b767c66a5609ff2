"""Over plone.restapi a term may be given by token, name or what a GET answered."""

from eduportal import _
from eduportal.interfaces import IEduportal
from eduportal.terms.field import INamedChoice
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


@implementer(IFieldDeserializer)
@adapter(INamedChoice, IDexterityContent, IEduportal)
class NamedChoiceDeserializer(DefaultFieldDeserializer):
    """Names what is allowed when it refuses."""

    def __call__(self, value: object) -> str | None:
        if isinstance(value, dict):
            value = value.get("token") or value.get("title")
        if value is None or value == "":
            self.field.validate(None)
            return None
        vocabulary = self.field.vocabulary
        try:
            value = vocabulary.resolve(str(value))
        except LookupError as error:
            raise ValueError(self._refusal(str(value), vocabulary)) from error
        self.field.validate(value)
        return value

    def _refusal(self, value: str, vocabulary) -> str:
        message = _(
            "refused_unknown_term",
            default="“${value}” is not one of: ${allowed}.",
            mapping={"value": value, "allowed": "; ".join(t.title for t in vocabulary)},
        )
        return translate(message, context=self.request)
