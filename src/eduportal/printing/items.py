"""The bodies of the kit's and Plone's kinds of items on paper."""

from collections.abc import Iterable
from eduportal import _
from eduportal import topics
from eduportal.face.dates import ZONE
from eduportal.face.dates import short
from eduportal.face.place import Place
from eduportal.printing import pictures
from eduportal.printing.blocks import Cell
from eduportal.printing.blocks import Grid
from eduportal.printing.blocks import Items
from eduportal.printing.blocks import Text
from eduportal.printing.reading import MOST_PICTURES
from eduportal.printing.reading import Reader
from eduportal.printing.reading import escaped
from functools import cached_property
from zope.component import getMultiAdapter
from zope.i18n import translate

MOST_LINES = 100


class Body(Place):
    """Summary, picture and text: what every written item has. Iterated by ``sheet``."""

    def __init__(self, context, request) -> None:
        self.context = context
        self.request = request

    def __iter__(self):
        yield from self.summary()
        yield from self.facts()
        yield from self.lead()
        yield from self.text()
        yield from self.rest()

    def summary(self) -> Iterable:
        if self.context.description:
            yield Text(escaped(self.context.description), "lead")

    def facts(self) -> Iterable:
        """A table of what is known, for kinds of items that have one."""
        return ()

    def lead(self) -> Iterable:
        caption = getattr(self.context.aq_base, "image_caption", "") or ""
        picture = pictures.of(self.context, caption)
        if picture is not None:
            yield picture

    def text(self) -> Iterable:
        text = getattr(self.context.aq_base, "text", None)
        if text is None:
            return
        reader = Reader(f"{self.context.absolute_url()}/", pictures.picture_at)
        # the markup that the page shows: links by UID resolved, what is unsafe taken out
        yield from reader.read(self.context.text.output_relative_to(self.context) or "")
        if reader.full:
            yield Text(
                self.said(_("The text is longer than fits here; all of it is online.")), "note"
            )

    def rest(self) -> Iterable:
        return ()

    def said(self, message) -> str:
        return escaped(translate(message, target_language=self.language))

    def table(self, rows: Iterable[tuple[object, str]]) -> Iterable:
        """Label and markup; nothing where there is no row."""
        made = [
            [Cell([Text(self.said(label), "cell")], heading=True), Cell([Text(value, "cell")])]
            for label, value in rows
            if value
        ]
        if made:
            yield Grid(made)


class EventBody(Body):
    """When, where and whom to ask."""

    def facts(self) -> Iterable:
        context = self.context
        return self.table(
            (
                (_("Begins"), self._moment(context.start)),
                (_("Ends"), "" if context.open_end else self._moment(context.end)),
                (_("Place"), escaped(getattr(context, "location", "") or "")),
                (_("Contact"), escaped(getattr(context, "contact_name", "") or "")),
                (_("Telephone"), escaped(getattr(context, "contact_phone", "") or "")),
            )
        )

    def _moment(self, value) -> str:
        if value is None:
            return ""
        local = value.astimezone(ZONE)
        return f"{local:%d/%m/%Y}" if self.context.whole_day else f"{local:%d/%m/%Y %H:%M}"


class DocumentBody(Body):
    """The record's particulars as its page has them, and where its files are."""

    def summary(self) -> Iterable:
        return ()

    def facts(self) -> Iterable:
        view = getMultiAdapter((self.context, self.request), name="official_document_view")
        rows = [(row.label, escaped(str(row.value))) for row in view.rows()]
        validity = view.validity()
        if validity:
            rows.append((_("Validity"), self.said(validity["title"])))
        for relation in view.relations():
            rows.append((relation["label"], "<br/>".join(map(_linked, relation["documents"]))))
        rows.append((_("Attachments"), "<br/>".join(map(_file, view.files()))))
        return self.table(rows)


class ResourceBody(Body):
    """What it is, for whom, from where."""

    def facts(self) -> Iterable:
        view = getMultiAdapter((self.context, self.request), name="resource_view")
        rows = [(row["label"], self.said(row["value"])) for row in view.rows()]
        file, link = view.file(), self.context.link or ""
        rows.append((_("File"), _file(file) if file else ""))
        rows.append((_("Link"), _anchor(link, link) if link else ""))
        return self.table(rows)


class AlbumBody(Body):
    """The pictures, two beside each other, each with its caption."""

    def facts(self) -> Iterable:
        return self.table([(_("Day of the event"), short(self.context.taken_on))])

    def lead(self) -> Iterable:
        return ()

    def rest(self) -> Iterable:
        held = self.context.pictures()
        shown = [pictures.of(one, one.title) for one in held[:MOST_PICTURES]]
        cells = [Cell([one]) for one in shown if one is not None]
        if cells:
            yield Grid([cells[at : at + 2] for at in range(0, len(cells), 2)], lines=False)
        if len(held) > MOST_PICTURES:
            yield Text(self.said(_("There are more pictures; all of them are online.")), "note")


class TopicBody(Body):
    """The introduction and what it leads to."""

    @cached_property
    def _lines(self) -> list:
        return [*topics.picked(self.context), *topics.gathered(self.context)][:MOST_LINES]

    def rest(self) -> Iterable:
        if self._lines:
            yield Items([[Text(_anchor(one.getURL(), one.Title))] for one in self._lines])


def _anchor(url: str, title: str) -> str:
    safe = url if url.startswith(("http://", "https://")) else ""
    return f'<a href="{escaped(safe)}">{escaped(title)}</a>' if safe else escaped(title)


def _file(file: dict) -> str:
    return (
        f"{_anchor(file['url'], file['title'])} ({escaped(file['kind'])}, {escaped(file['size'])})"
    )


def _linked(one: dict) -> str:
    title = f"{one['number']}: {one['title']}" if one["number"] else one["title"]
    return _anchor(one["url"], title)
