"""What was wrong and is put right in the open: corrections, and the mark of what was taken down."""

from eduportal.corrections.correct import may_correct
from eduportal.corrections.notes import Note
from eduportal.corrections.notes import add
from eduportal.corrections.notes import notes
from eduportal.corrections.tombstone import Tombstone
from eduportal.corrections.tombstone import tombstone

__all__ = ["Note", "Tombstone", "add", "may_correct", "notes", "tombstone"]
