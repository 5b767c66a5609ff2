"""What visitors may send along: rules, checks of content, one file of several pictures."""

from eduportal.uploads.accepting import accept
from eduportal.uploads.accepting import together
from eduportal.uploads.gathering import of_form
from eduportal.uploads.odd import refuse_odd
from eduportal.uploads.pages import IPages
from eduportal.uploads.rules import Rules
from eduportal.uploads.scanning import scan
from eduportal.uploads.serving import serve
from eduportal.uploads.upload import Upload
from eduportal.uploads.upload import UploadRefused
from eduportal.uploads.widgets import prepare
from eduportal.uploads.widgets import tell

__all__ = [
    "IPages",
    "Rules",
    "Upload",
    "UploadRefused",
    "accept",
    "of_form",
    "prepare",
    "refuse_odd",
    "scan",
    "serve",
    "tell",
    "together",
]
