"""A file of a case, in a blob of the cases' database."""

from datetime import datetime
from persistent import Persistent
from ZODB.blob import Blob


class CaseFile(Persistent):
    """What the applicant sent, or the unit; ``by`` is a login, ``""`` for the applicant.

    It is made of a file that ``eduportal.uploads`` accepted.
    """

    def __init__(self, file_id: str, upload, added: datetime, by: str) -> None:
        self.id = file_id
        self.field = upload.field
        self.filename = upload.filename
        self.content_type = upload.content_type
        self.sha256 = upload.sha256
        self.unscanned = upload.unscanned
        self.added = added
        self.by = by
        self.blob = Blob()
        with self.blob.open("w") as stream:
            self.size = stream.write(upload.data)

    @property
    def data(self) -> bytes:
        with self.blob.open("r") as stream:
            return stream.read()
