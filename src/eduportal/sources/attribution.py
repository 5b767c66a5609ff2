"""Author and source in one line, for the item's page, lists and search."""

from Acquisition import aq_base
from dataclasses import dataclass
from eduportal.sources.behavior import ISource
from plone.indexer import indexer
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Attribution:
    """``source`` is the name that a reader gets, the address's host where no name was given."""

    authors: str = ""
    source: str = ""
    url: str = ""
    reposted: bool = False

    def __bool__(self) -> bool:
        return bool(self.authors or self.source)

    @property
    def line(self) -> str:
        """``Nguyễn Văn A – Báo Giáo dục và Thời đại``."""
        return " – ".join(part for part in (self.authors, self.source) if part)


def attribution(content) -> Attribution:
    """What an item says of its authors and source; empty for one without the behaviour."""
    item = aq_base(content)
    url = getattr(item, "source_url", None) or ""
    name = (getattr(item, "source_name", None) or "").strip()
    return Attribution(
        authors=(getattr(item, "author_names", None) or "").strip(),
        source=name or (urlsplit(url).hostname or ""),
        url=url,
        reposted=bool(getattr(item, "reposted", False)),
    )


@indexer(ISource)
def edu_source(content) -> str:
    """Metadata for lists: what stands beside the date."""
    return attribution(content).line
