"""What a service's form asks: read from its XML once, and not anew at every look."""

from collective.easyform.api import get_schema
from collective.easyform.interfaces import IHCaptcha
from collective.easyform.interfaces import INorobotCaptcha
from collective.easyform.interfaces import IReCaptcha
from eduportal.content_types.service import Service
from eduportal.online_services.consent import CONSENT
from eduportal.online_services.consent import consent_text
from eduportal.online_services.making import language_of
from functools import lru_cache
from plone.autoform.interfaces import WIDGETS_KEY
from plone.supermodel import loadString
from plone.supermodel.parser import SupermodelParseError

MOST = 200
"""Schemas kept in memory, some 100 kB each."""
KNOWN = ("zope.schema.", "z3c.form.", "plone.", "collective.easyform.", "eduportal.")
CAPTCHAS = (IReCaptcha, IHCaptcha, INorobotCaptcha)
COMPUTED = ("TDefault", "TEnabled")


def asked(form, service: Service):
    """The schema of a form of ``service``, with the words of consent that the service wants.

    All threads share it: nobody changes it. It does not know its form as those of ``get_schema``
    do, which only easyform's actions ask for.
    """
    consent = consent_text(service, language_of(form))
    model = getattr(form, "fields_model", None)
    found = _read(model, consent) if model else None
    # a form without a readable schema has easyform's own example
    return _with_consent(get_schema(form), consent) if found is None else found


def same_for_all(form, service: Service) -> bool:
    """Whether everybody who opens the form sees the same fields with the same contents.

    Not where something is computed, is a puzzle, or comes from where it may be either.
    """
    schema = asked(form, service)
    computed = any(schema.queryTaggedValue(name) for name in COMPUTED)
    if computed or form.submitLabelOverride:
        return False
    widgets = schema.queryTaggedValue(WIDGETS_KEY, {}).values()
    return all(_is_plain(schema[name]) for name in schema) and all(map(_is_known, widgets))


def _is_plain(field) -> bool:
    if any(captcha.providedBy(field) for captcha in CAPTCHAS):
        return False
    return type(field).__module__.startswith(KNOWN) and field.defaultFactory is None


def _is_known(widget) -> bool:
    """``widget``: a dotted name, a class or function, or one of these with parameters."""
    factory = getattr(widget, "widget_factory", None) or widget
    name = factory if isinstance(factory, str) else getattr(factory, "__module__", "")
    return f"{name}.".startswith(KNOWN)


@lru_cache(MOST)
def _read(model: str, consent: str):
    """None for XML that holds no schema."""
    try:
        schema = loadString(model).schema
    except SupermodelParseError:
        return None
    return _with_consent(schema, consent) if schema else None


def _with_consent(schema, consent: str):
    if CONSENT in schema:
        schema[CONSENT].description = consent
    return schema
