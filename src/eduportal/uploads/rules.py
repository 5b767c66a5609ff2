"""What a service lets its applicants send."""

from dataclasses import dataclass

EXTENSIONS = ("pdf", "jpg", "png", "heic", "docx", "odt", "xlsx")
SPELLINGS = {"jpeg": "jpg", "jpe": "jpg", "heif": "heic"}
SHOWN = {"jpg": "JPEG"}


@dataclass(frozen=True)
class Rules:
    """``max_mb`` of one file, ``max_files`` and ``total_mb`` of one submission."""

    extensions: tuple[str, ...] = EXTENSIONS
    max_mb: float = 10
    max_files: int = 10
    total_mb: float = 40

    @classmethod
    def of(cls, service) -> "Rules":
        """The rules of a service; what it leaves empty is as above."""
        asked = [one.lower().lstrip(".") for one in getattr(service, "extensions", None) or ()]
        named = [SPELLINGS.get(one, one) for one in asked]
        asked_files = getattr(service, "max_files", None)
        return cls(
            extensions=tuple(one for one in EXTENSIONS if one in named) or EXTENSIONS,
            max_mb=getattr(service, "max_mb", None) or cls.max_mb,
            max_files=cls.max_files if asked_files is None else asked_files,
            total_mb=getattr(service, "max_total_mb", None) or cls.total_mb,
        )

    @property
    def max_bytes(self) -> int:
        return int(self.max_mb * 1024**2)

    @property
    def total_bytes(self) -> int:
        return int(self.total_mb * 1024**2)

    @property
    def shown(self) -> str:
        """The formats in words: ``PDF, JPEG, PNG``."""
        return ", ".join(SHOWN.get(one, one.upper()) for one in self.extensions)
