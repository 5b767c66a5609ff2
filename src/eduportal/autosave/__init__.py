"""What is typed survives an expired session and a closed window.

``autosave.js`` keeps the fields of a content's form in the browser; here is what it asks the
portal: who writes, whether somebody else saved meanwhile, whether a form's content has arrived.
"""

from eduportal.autosave.alive import EditAlive

__all__ = ["EditAlive"]
