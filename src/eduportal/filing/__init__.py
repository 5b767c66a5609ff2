"""Many documents at once: from a spreadsheet and a folder of scans, and back into a spreadsheet."""

from eduportal.filing.archive import Archive
from eduportal.filing.archive import ArchiveError
from eduportal.filing.exporting import export
from eduportal.filing.exporting import export_files
from eduportal.filing.found_files import Folder
from eduportal.filing.found_files import NoFiles
from eduportal.filing.importing import import_table
from eduportal.filing.options import FilingError
from eduportal.filing.options import Options
from eduportal.filing.reading import read

__all__ = [
    "Archive",
    "ArchiveError",
    "FilingError",
    "Folder",
    "NoFiles",
    "Options",
    "export",
    "export_files",
    "import_table",
    "read",
]
