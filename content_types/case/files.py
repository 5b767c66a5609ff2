"""A file of a case, in a blob of the cases' database."""

from datetime import datetime
from eduportal.content_types.case.parts import Upload
from pathlib import Path
from persistent import Persistent
from ZODB.blob import Blob
import shutil


class CaseFile(Persistent):
    """What the applicant sent, or the unit; ``by`` is a login, ``""`` for the applicant."""

    def __init__(self, file_id: str, upload: Upload, added: datetime, by: str) -> None:
        self.id = file_id
        self.field = upload.field
        self.filename = upload.filename
        self.content_type = upload.content_type
        self.sha256 = upload.sha256
        self.added = added
        self.by = by
        self.blob = Blob()
        with self.blob.open("w") as stream:
            if isinstance(upload.data, Path):
                with upload.data.open("rb") as source:
                    shutil.copyfileobj(source, stream)
            else:
                stream.write(upload.data)
            self.size = stream.tell()

    @property
    def data(self) -> bytes:
        with self.blob.open("r") as stream:
            return stream.read()
