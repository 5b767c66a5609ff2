"""A procedure on paper: the parts of its page, in their order."""

from collections.abc import Iterator
from eduportal import _
from eduportal.printing import Cell
from eduportal.printing import Grid
from eduportal.printing import Items
from eduportal.printing import Text
from eduportal.procedures.page import Part
from eduportal.procedures.page import ProcedurePage
from html import escape
from zope.i18n import translate


def paper(procedure, request) -> Iterator:
    """Each part with its label as a heading."""
    view = ProcedurePage(procedure, request)

    def said(message) -> str:
        return escape(translate(message, context=request))

    if procedure.description:
        yield Text(escape(procedure.description), "lead")
    words = view.level_words()
    yield Text(f"{said(words['scheme'])} ({said(words['level'])})")
    for part in view.parts:
        yield Text(said(part.label), "h3")
        yield from _part(part, said)
    handler = view.handler()
    if handler:
        yield Text(said(_("procedure_handler", default="Handled by")), "h3")
        told = (handler["name"], handler["position"], handler["phone"], handler["email"])
        yield Text(", ".join(escape(one) for one in told if one))


def _part(part: Part, said) -> Iterator:
    if part.told:
        yield Text(said(part.told))
    for line in part.text.splitlines():
        yield Text(escape(line))
    if part.steps:
        yield Items([[Text(escape(step))] for step in part.steps], start=1)
    if part.papers:
        heads = (_("Paper"), _("Originals"), _("Copies"))
        rows = [[Cell([Text(said(head), "cell")], heading=True) for head in heads]]
        for one in part.papers:
            values = (escape(one.name), str(one.originals), str(one.copies))
            rows.append([Cell([Text(value, "cell")]) for value in values])
        yield Grid(rows)
    if part.links:
        yield Items([[Text(escape(link.title))] for link in part.links])
    if part.note:
        yield Text(said(part.note))
