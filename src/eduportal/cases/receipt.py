"""Giấy tiếp nhận hồ sơ và hẹn trả kết quả (NĐ 118/2025/NĐ-CP, the form of TT 01/2018/TT-VPCP).

The answer to the post that opened the case; printed on A4 or A5. The QR code leads to the status
page with the code behind a ``#``, a part of an address that no browser sends to a server.
"""

from eduportal import _
from eduportal.cases import codes
from eduportal.cases import proof
from eduportal.cases.officers import service_of
from eduportal.cases.parts import parts_of
from eduportal.cases.places import address
from eduportal.cases.words import shown_day
from eduportal.cases.words import shown_moment
from eduportal.cases.words import tongue
from eduportal.content_types.case import Case
from eduportal.face.place import Place
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import segno


def render_receipt(case: Case, context, request, named: bool = True) -> str:
    """The page, as the answer to a post; ``named`` with the applicant's name, who just gave it."""
    for name, value in (
        ("Cache-Control", "private, no-store"),
        ("Referrer-Policy", "same-origin"),
        ("X-Robots-Tag", "noindex, nofollow"),
    ):
        request.response.setHeader(name, value)
    return CaseReceipt(context, request, case, named)()


class CaseReceipt(Place, BrowserView):
    """Has no address of its own: it is shown to whoever has sent the form or has the pass."""

    index = ViewPageTemplateFile("receipt.pt")
    tongue = staticmethod(tongue)

    def __init__(self, context, request, case: Case, named: bool) -> None:
        super().__init__(context, request)
        self.case = case
        self.named = named

    def __call__(self) -> str:
        return self.index()

    page_heading = answer_heading = _("Receipt of the application and appointment for the result")

    @property
    def code(self) -> str:
        return codes.shown(self.case.code)

    @cached_property
    def status_url(self) -> str:
        return address(self.portal, self.language)

    def qr(self) -> str:
        """As SVG; what it says stands beside it in words."""
        made = segno.make(f"{self.status_url}#{self.code}", error="m", micro=False)
        return made.svg_inline(border=4, dark="#000", light="#fff", omitsize=True)

    @property
    def service(self) -> str:
        return self.case.service_name(self.language)

    @property
    def opened(self) -> str:
        return shown_moment(self.case.opened)

    @property
    def due(self) -> str:
        return shown_day(self.case.due)

    @property
    def days(self) -> int | None:
        return getattr(service_of(self.case), "days", None)

    @property
    def files(self) -> list[str]:
        """What came with the application, by the labels of the form's questions."""
        labels = {entry.name: entry.label for entry in self.case.entries}
        return [
            labels.get(one.field) or one.filename for one in self.case.files.values() if not one.by
        ]

    @cached_property
    def parts(self) -> list[str]:
        """With a pass for who has just sent the form; the status page shows a receipt as well."""
        pass_ = proof.give_pass(self.case.number) if self.named else ""
        found = parts_of(self.case, self.request, "receipt", pass_)
        return [one.render() for one in found.values()]
