"""The question after a result, on the status page; what was answered, on the officers' page."""

from eduportal import _
from eduportal import cases
from eduportal.satisfaction import rating
from eduportal.satisfaction.scale import SCALE
from eduportal.satisfaction.scale import face
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
from zope.interface import implementer


class Part(BrowserView):
    """Adapts a case and a request."""

    order = 60
    pass_ = ""
    index: ViewPageTemplateFile

    @cached_property
    def score(self) -> int | None:
        return self.context.rating

    @property
    def comment(self) -> str:
        return rating.comment_of(self.context)

    @property
    def answer(self) -> Message | None:
        return SCALE.get(self.score)

    def face(self, score: int) -> str:
        return face(score)

    def render(self) -> str:
        return self.index()


@implementer(cases.ICasePart)
class Question(Part):
    """Five buttons: one tap is an answer. The words come afterwards, for who wants to add some."""

    side = "applicant"
    name = "satisfaction"
    index = ViewPageTemplateFile("question.pt")
    scale = SCALE
    longest = rating.LONGEST

    @property
    def available(self) -> bool:
        return rating.may_rate(self.context)

    def handle(self) -> Message | None:
        form = self.request.form
        score = next((one for one in SCALE if form.get("score") == str(one)), None)
        if score is not None:
            rating.rate(self.context, score)
            self.__dict__.pop("score", None)
            return _("Thank you for your answer.")
        if self.score is not None and isinstance(form.get("comment"), str):
            rating.comment(self.context, form["comment"])
            return _("Thank you. The officers read what you wrote.")
        return _("Choose one of the faces.")


@implementer(cases.ICasePart)
class Answer(Part):
    """Read by the officers of the service; the words are published nowhere."""

    side = "officer"
    index = ViewPageTemplateFile("answer.pt")

    @property
    def available(self) -> bool:
        return self.score is not None

    def handle(self) -> None:
        return None
