"""Placeholders in DOCX and ODT, filled in for a unit, an applicant, a case."""

from eduportal.content_types.form_template.known import KNOWN
from eduportal.content_types.form_template.placeholders import Placeholder
from eduportal.content_types.form_template.placeholders import Problem
from eduportal.content_types.form_template.placeholders import check
from eduportal.content_types.form_template.placeholders import placeholders
from eduportal.content_types.form_template.refusals import TemplateRefused
from eduportal.content_types.form_template.rendering import render
from eduportal.form_templates.case_values import values_of_case
from eduportal.form_templates.filled import TYPES
from eduportal.form_templates.filled import file_name
from eduportal.form_templates.filled import filled
from eduportal.form_templates.for_cases import file_of
from eduportal.form_templates.for_cases import forms_of
from eduportal.form_templates.for_cases import letters_of
from eduportal.form_templates.for_cases import use_for
from eduportal.form_templates.shipped.making import ensure_templates
from eduportal.form_templates.unit_values import values_of_unit

__all__ = [
    "KNOWN",
    "TYPES",
    "Placeholder",
    "Problem",
    "TemplateRefused",
    "check",
    "ensure_templates",
    "file_name",
    "file_of",
    "filled",
    "forms_of",
    "letters_of",
    "placeholders",
    "render",
    "use_for",
    "values_of_case",
    "values_of_unit",
]
