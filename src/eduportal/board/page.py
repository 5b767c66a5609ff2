"""``@@editorial-board`` and the same in the section that the mandate names for it."""

from datetime import date
from eduportal import _
from eduportal.board import members
from eduportal.board.regulation import PARTS
from eduportal.board.settings import settings
from functools import cached_property
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.i18nmessageid import Message

SECTION = "editorial-board"
MANAGE = "eduportal: Manage the editorial board's page"


class Board:
    """What the template shows, on the page and in the section."""

    body = ViewPageTemplateFile("body.pt")

    @cached_property
    def settings(self):
        return settings()

    @cached_property
    def groups(self) -> list[dict]:
        """Each part of the board with its members who have a name: ``title``, ``members``."""
        found: dict[Message, list] = {}
        for one in members.board():
            if one.name:
                found.setdefault(one.part, []).append(one)
        return [{"title": title, "members": found[title]} for title in found]

    @property
    def papers(self) -> list[dict]:
        """Decision and regulation, where their numbers are known: ``title``, ``name``, ``url``."""
        kept = self.settings
        found = (
            (_("Founding decision"), kept.decision_number, kept.decision_date, kept.decision_link),
            (
                _("Regulation of the portal"),
                kept.regulation_number,
                kept.regulation_date,
                kept.regulation_link,
            ),
        )
        return [
            {"title": title, "name": _named(number, day), "url": _address(link)}
            for title, number, day, link in found
            if number
        ]

    @property
    def parts(self) -> list[Message]:
        return [PARTS[key] for key in PARTS if key in (self.settings.parts or ())]

    @property
    def may_manage(self) -> bool:
        return bool(api.user.has_permission(MANAGE, obj=api.portal.get()))


class EditorialBoard(Board, BrowserView):
    """For visitors where it is published; for those who keep it, with what is missing."""

    page_heading = _("Members of the editorial board")

    def __call__(self) -> str:
        if not self.settings.published and not self.may_manage:
            raise NotFound("editorial-board")
        if self.may_manage:
            self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.index()

    @property
    def settings_url(self) -> str:
        return f"{api.portal.get().absolute_url()}/@@eduportal-board-controlpanel"

    @property
    def advice(self) -> list[Message]:
        """For those who keep the page."""
        kept = self.settings
        found = members.advice(members.board())
        nameless = [one for one in members.board() if not one.name]
        if nameless:
            found.append(
                _(
                    "board_nameless",
                    default="Left out because the account has no full name: ${count}.",
                    mapping={"count": len(nameless)},
                )
            )
        if not (kept.decision_number and kept.decision_date and kept.decision_link):
            found.append(_("The founding decision lacks its number, date or link."))
        if not (kept.regulation_number and kept.regulation_date and kept.regulation_link):
            found.append(_("The regulation of the portal lacks its number, date or link."))
        return found

    @property
    def checklist(self) -> list[dict]:
        ticked = self.settings.parts or ()
        return [{"title": title, "there": key in ticked} for key, title in PARTS.items()]


class BoardViewlet(Board, ViewletBase):
    """Above what the section itself holds; absent everywhere else and until it is published."""

    def update(self) -> None:
        """Everything is read when the template asks for it."""

    def render(self) -> str:
        if getattr(self.context, "section_id", "") != SECTION or not self.settings.published:
            return ""
        return self.body()


def _named(number: str, day: date | None) -> Message | str:
    if day is None:
        return number
    return _(
        "board_paper",
        default="No. ${number} of ${date}",
        mapping={"number": number, "date": f"{day:%d/%m/%Y}"},
    )


def _address(link: str | None) -> str:
    """A path is one inside the portal, wherever the portal is mounted."""
    if not link:
        return ""
    link = link.strip()
    return f"{api.portal.get().absolute_url()}{link}" if link.startswith("/") else link
