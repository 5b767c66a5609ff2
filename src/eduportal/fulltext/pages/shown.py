"""What is shown of one file: links, size, pictures of its pages, its text."""

from dataclasses import dataclass
from eduportal import _
from eduportal.attachments.summary import kind_of
from eduportal.attachments.summary import size_of
from eduportal.attachments.summary import summary
from eduportal.fulltext.reading import Reading
from eduportal.fulltext.reading import reading
from PIL import Image
from plone import api

# What a page of the text is called; a text document comes as one piece.
PAGE_NAMES = {
    "PDF": "page",
    "XLSX": "sheet",
    "XLS": "sheet",
    "ODS": "sheet",
    "PPTX": "slide",
    "PPT": "slide",
    "ODP": "slide",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of a page; width and height in pixels, so that nothing jumps when it comes."""

    number: int
    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A file on a page; ``inline_url`` and ``text_url`` are empty where there is none."""

    title: str
    url: str
    kind: str
    size: str
    download_url: str
    inline_url: str
    text_url: str
    recognised: bool
    pages: str
    picture_of_first: Picture | None
    pictures_of_others: tuple[Picture, ...]
    all_pictured: bool

    @property
    def has_preview(self) -> bool:
        return bool(self.inline_url or self.text_url or self.picture_of_first)


def shown(file) -> Shown | None:
    """What is shown of a file; None where there is no file in it."""
    if getattr(file, "file", None) is None:
        return None
    facts = summary(file.file, file.getId(), file.title)
    known = reading(file)
    url, kind = file.absolute_url(), kind_of(facts)
    title = facts["title"] or facts["filename"]
    pictures = pictures_of(file, known, title)
    count = known.page_count if known is not None else 0
    return Shown(
        title=title,
        url=url,
        kind=kind,
        size=size_of(facts, api.portal.get_current_language()),
        download_url=f"{url}/@@download/file",
        inline_url=f"{url}/@@display-file/file" if kind == "PDF" else "",
        text_url=f"{url}/@@text-version" if known is not None and known.text else "",
        recognised=known is not None and known.recognised,
        pages=counted(PAGE_NAMES.get(kind, ""), count),
        picture_of_first=pictures[0] if pictures else None,
        pictures_of_others=pictures[1:],
        all_pictured=len(pictures) >= count,
    )


def pictures_of(file, known: Reading | None, title: str) -> tuple[Picture, ...]:
    """The pictures of the first pages."""
    found = []
    for number, blob in enumerate(known.pictures if known is not None else (), start=1):
        with blob.open("r") as stream, Image.open(stream) as image:
            width, height = image.size
        alt = _(
            "picture_of_page",
            default="Page ${number} of ${file}",
            mapping={"number": number, "file": title},
        )
        url = f"{file.absolute_url()}/@@page-picture?n={number}"
        found.append(Picture(number, url, width, height, alt))
    return tuple(found)


def counted(name: str, count: int) -> str:
    """``12 pages``, in the reader's language; "" for what has no pages."""
    mapping = {"count": count}
    texts = {
        "page": _("count_of_pages", default="${count} pages", mapping=mapping),
        "sheet": _("count_of_sheets", default="${count} sheets", mapping=mapping),
        "slide": _("count_of_slides", default="${count} slides", mapping=mapping),
    }
    return texts[name] if count and name in texts else ""


def heading(name: str, number: int) -> str:
    """``Page 3``: what stands above the text of a page; "" for what has no pages."""
    mapping = {"number": number}
    texts = {
        "page": _("heading_of_page", default="Page ${number}", mapping=mapping),
        "sheet": _("heading_of_sheet", default="Sheet ${number}", mapping=mapping),
        "slide": _("heading_of_slide", default="Slide ${number}", mapping=mapping),
    }
    return texts.get(name, "")
