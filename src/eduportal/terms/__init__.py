"""Named lists (hình thức văn bản, cơ quan ban hành ...): shipped as data, kept by the editors."""

from eduportal.terms.field import NamedChoice
from eduportal.terms.field import OpenChoice
from eduportal.terms.kept import kept
from eduportal.terms.kept import lines
from eduportal.terms.term import Term
from eduportal.terms.term import find
from eduportal.terms.term import from_lines
from eduportal.terms.term import is_line
from eduportal.terms.term import read
from eduportal.terms.term import to_line
from eduportal.terms.vocabulary import OpenVocabulary
from eduportal.terms.vocabulary import TermVocabulary

__all__ = [
    "NamedChoice",
    "OpenChoice",
    "OpenVocabulary",
    "Term",
    "TermVocabulary",
    "find",
    "from_lines",
    "is_line",
    "kept",
    "lines",
    "read",
    "to_line",
]
