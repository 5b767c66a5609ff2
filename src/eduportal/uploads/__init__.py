"""What visitors may send along: rules, checks of content, one file of several pictures."""

from eduportal.uploads.accepting import accept
from eduportal.uploads.accepting import together
from eduportal.uploads.rules import Rules
from eduportal.uploads.scanning import scan
from eduportal.uploads.serving import serve
from eduportal.uploads.upload import Upload
from eduportal.uploads.upload import UploadRefused

__all__ = ["Rules", "Upload", "UploadRefused", "accept", "scan", "serve", "together"]
