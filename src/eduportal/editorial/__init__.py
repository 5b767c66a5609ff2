"""Who writes, who approves, who administers: workflow chains, groups, administrators' limits."""

from eduportal.editorial.deputies import deputies_today
from eduportal.editorial.deputies import ensure_plugin
from eduportal.editorial.deputies import remove_plugin
from eduportal.editorial.groups import ensure_groups
from eduportal.editorial.handover import hand_over
from eduportal.editorial.handover import take_over
from eduportal.editorial.history import Step
from eduportal.editorial.history import authors
from eduportal.editorial.history import history
from eduportal.editorial.interfaces import IStepPart
from eduportal.editorial.mappings import refresh_mappings
from eduportal.editorial.publication import PUBLISHED
from eduportal.editorial.publication import SCHEDULED
from eduportal.editorial.publication import refused_date
from eduportal.editorial.publication import state_of
from eduportal.editorial.refused import StepRefused
from eduportal.editorial.reviewers import reviewers
from eduportal.editorial.rules import refusal
from eduportal.editorial.stepping import needs
from eduportal.editorial.stepping import step
from eduportal.editorial.stepping import steps
from eduportal.editorial.words import STATES
from eduportal.editorial.words import STEPS

__all__ = [
    "PUBLISHED",
    "SCHEDULED",
    "STATES",
    "STEPS",
    "IStepPart",
    "Step",
    "StepRefused",
    "authors",
    "deputies_today",
    "ensure_groups",
    "ensure_plugin",
    "hand_over",
    "history",
    "needs",
    "refresh_mappings",
    "refusal",
    "refused_date",
    "remove_plugin",
    "reviewers",
    "state_of",
    "step",
    "steps",
    "take_over",
]
