"""The page that tells a person why something was refused.

Plone's own page for 403 leaves the sentence out, and so does its answer to the contents screen.
"""

from Products.Five import BrowserView
import json


class Refusal(BrowserView):
    """What was refused and why; the rest of the request's work is undone."""

    def __call__(self) -> str:
        sentence = str(self.context)
        self.request.response.setStatus(403)
        if "text/html" not in self.request.getHeader("Accept", ""):
            self.request.response.setHeader("Content-Type", "application/json; charset=utf-8")
            # for plone.restapi, which this view answers for too, and for the contents screen
            answer = {"type": "Forbidden", "message": sentence, "status": "error", "msg": sentence}
            return json.dumps(answer, ensure_ascii=False)
        # the template's page frame is that of the place, not of the exception
        self.context = self.__parent__
        return self.index(sentence=sentence)
