"""Placeholders in DOCX and ODT, filled in for a unit, an applicant, a case."""
