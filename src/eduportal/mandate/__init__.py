"""The mandate: what the regulations demand, as data.

Sources, requirements and sections are TOML files under ``data/``; this is the door to them.
Plain Python, no Zope.
"""

from eduportal.mandate.catalogue import Catalogue
from eduportal.mandate.deadlines import Deadline
from eduportal.mandate.editions import Conflict
from eduportal.mandate.editions import Edition
from eduportal.mandate.errors import MandateError
from eduportal.mandate.errors import UnknownIdError
from eduportal.mandate.kinds import Kind
from eduportal.mandate.kinds import Tier
from eduportal.mandate.links import Link
from eduportal.mandate.plain import as_data
from eduportal.mandate.problems import problems
from eduportal.mandate.registry import catalogue
from eduportal.mandate.registry import kinds
from eduportal.mandate.registry import origins
from eduportal.mandate.registry import register_catalogue
from eduportal.mandate.registry import tiers
from eduportal.mandate.registry import unregister_catalogue
from eduportal.mandate.requirements import Requirement
from eduportal.mandate.sources import Citation
from eduportal.mandate.sources import Source
from eduportal.mandate.tree import Section

__all__ = [
    "Catalogue",
    "Citation",
    "Conflict",
    "Deadline",
    "Edition",
    "Kind",
    "Link",
    "MandateError",
    "Requirement",
    "Section",
    "Source",
    "Tier",
    "UnknownIdError",
    "as_data",
    "catalogue",
    "kinds",
    "origins",
    "problems",
    "register_catalogue",
    "tiers",
    "unregister_catalogue",
]
