"""From a form that was sent to a case: the action, the guard, ready-made forms."""

from eduportal.online_services.adding import add
from eduportal.online_services.adding import present
from eduportal.online_services.answers import entries
from eduportal.online_services.facts import facts
from eduportal.online_services.facts import level_of
from eduportal.online_services.making import form_of
from eduportal.online_services.making import service_of
from eduportal.online_services.opening import Opening
from eduportal.online_services.opening import opening
from eduportal.online_services.readiness import lacks
from eduportal.online_services.ready import ready_services

__all__ = [
    "Opening",
    "add",
    "entries",
    "facts",
    "form_of",
    "lacks",
    "level_of",
    "opening",
    "present",
    "ready_services",
    "service_of",
]
