"""What went wrong in the mandate's data, said in both languages."""

from difflib import get_close_matches


class MandateError(Exception):
    """A broken or unknown piece of the mandate; ``str()`` gives English, then Vietnamese."""

    def __init__(self, en: str, vi: str) -> None:
        super().__init__(en, vi)
        self.en = en
        self.vi = vi

    def __str__(self) -> str:
        return f"{self.en} / {self.vi}"


class UnknownIdError(MandateError, LookupError):
    """An id that the catalogue does not have; names the ones that look alike."""

    def __init__(self, noun_en: str, noun_vi: str, wanted: str, known: list[str]) -> None:
        near = get_close_matches(wanted, known, n=5, cutoff=0.6) or sorted(known)[:5]
        alike = ", ".join(near)
        super().__init__(
            f"There is no {noun_en} “{wanted}”. Near matches: {alike}.",
            f"Không có {noun_vi} “{wanted}”. Gần giống: {alike}.",
        )
