"""Placeholders in DOCX and ODT, filled in for a unit, an applicant, a case."""

from eduportal.content_types.form_template.known import KNOWN
from eduportal.content_types.form_template.placeholders import Placeholder
from eduportal.content_types.form_template.placeholders import Problem
from eduportal.content_types.form_template.placeholders import check
from eduportal.content_types.form_template.placeholders import placeholders
from eduportal.content_types.form_template.refusals import TemplateRefused
from eduportal.content_types.form_template.rendering import render
from eduportal.form_templates.case_values import values_of_case
from eduportal.form_templates.shipped.making import ensure_templates
from eduportal.form_templates.unit_values import values_of_unit

__all__ = [
    "KNOWN",
    "Placeholder",
    "Problem",
    "TemplateRefused",
    "check",
    "ensure_templates",
    "placeholders",
    "render",
    "values_of_case",
    "values_of_unit",
]
