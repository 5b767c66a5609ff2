"""Plone's own ways of changing a state, brought under the board's rules.

The menu's address, the form "Advanced…" and the contents screen swallow a refusal or answer with an
error page, and stamp a date of publication on any transition.
"""

from DateTime import DateTime
from datetime import datetime
from DateTime.interfaces import DateTimeError
from eduportal import _
from eduportal.editorial.chain import EDITORIAL
from eduportal.editorial.history import HERE
from eduportal.editorial.refused import StepRefused
from eduportal.editorial.stepping import needs
from eduportal.editorial.stepping import step
from eduportal.editorial.words import STEPS
from plone import api
from plone.app.content.browser.content_status_modify import ContentStatusModifyView
from plone.app.content.browser.contents.workflow import WorkflowActionView
from plone.app.content.browser.folder_publish import FolderPublishView
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.CMFCore.interfaces import IFolderish
from urllib.parse import urlencode
from zope.i18n import translate
import json


def _editorial(content) -> bool:
    return EDITORIAL in api.portal.get_tool("portal_workflow").getChainFor(content)


class StatusModify(ContentStatusModifyView):
    """``content_status_modify``: makes the step if all it asks for was posted, else leads to it."""

    def __call__(self, workflow_action=None, comment="", effective_date=None, **more):
        if workflow_action not in STEPS or not _editorial(self.context):
            return super().__call__(workflow_action, comment, effective_date, **more)
        CheckAuthenticator(self.request)
        form = self.request.form
        at = _moment(effective_date or form.get("form.widgets.effective_date"))
        expires = _moment(more.get("expiration_date") or form.get("form.widgets.expiration_date"))
        confirmed = bool(form.get("confirmed"))
        given = {"reason": comment.strip(), "date": at, "confirmation": confirmed}
        missing = [name for name in needs(workflow_action) if not given[name]]
        if missing or self.request.method != "POST":
            asked = urlencode({"step": workflow_action, "reason": comment})
            return self._lead(f"{self.context.absolute_url()}/@@step?{asked}")
        try:
            step(self.context, workflow_action, comment, at, expires, confirmed)
        except StepRefused as refused:
            api.portal.show_message(refused.message, self.request, type="error")
        else:
            title = STEPS[workflow_action]
            done = _("step_done", default="Done: ${step}.", mapping={"step": title})
            api.portal.show_message(done, self.request)
        return self._lead(f"{self.context.absolute_url()}/view")

    def _lead(self, address: str) -> str:
        return self.request.response.redirect(address)


def _moment(written) -> datetime | None:
    """A date of Plone's forms, which carries no zone and is meant as local time."""
    if not written:
        return None
    if isinstance(written, DateTime):
        return written.asdatetime()
    try:
        return DateTime(written).asdatetime().replace(tzinfo=HERE)
    except DateTimeError:
        return None


class BulkSteps(WorkflowActionView):
    """Steps of all that was chosen on the contents screen; each refusal is said with its title.

    The screen's dialogue is one for the whole instance and cannot be given a tick of ours: what a
    step asks for stands in the words of the choice.
    """

    # the workflow says who may make a step: an author takes back what he may no longer change
    required_obj_permission = "View"

    def __call__(self):
        answer = super().__call__()
        if self.request.form.get("render") != "yes":
            return answer
        found = json.loads(answer)
        for choice in found["transitions"]:
            choice["title"] = translate(
                _choice(choice["id"], choice["title"]), context=self.request
            )
        return self.json(found)

    def action(self, obj, bypass_recurse=False) -> None:
        if not _editorial(obj):
            # a section has steps of its own; what lies in it is taken along if asked for
            if not IFolderish.providedBy(obj) or self.transition_id not in STEPS:
                return super().action(obj, bypass_recurse)
        else:
            self._step(obj)
        if self.recurse and not bypass_recurse and IFolderish.providedBy(obj):
            for inside in obj.values():
                self.action(inside)
        return None

    def _step(self, obj) -> None:
        try:
            step(obj, self.transition_id, self.comments, confirmed=True)
        except StepRefused as refused:
            sentence = translate(refused.message, context=self.request)
            self.errors.append(f"{self.objectTitle(obj)}: {sentence}")


def _choice(transition: str, title: str):
    if transition not in STEPS:
        return title
    asked = needs(transition)
    step = {"step": STEPS[transition]}
    if "date" in asked:
        return _(
            "bulk_dated",
            default="${step} (each at its date of publication; they hold no state secret)",
            mapping=step,
        )
    if "confirmation" in asked:
        return _(
            "bulk_confirmed",
            default="${step} (I have read the texts; they hold no state secret)",
            mapping=step,
        )
    if "reason" in asked:
        return _(
            "bulk_reasoned",
            default="${step} (with the reason under “Comments”)",
            mapping=step,
        )
    return STEPS[transition]


class FolderPublish(FolderPublishView):
    """``folder_publish``, an older screen's helper: no screen leads here, and it drops refusals."""

    def __call__(self, *_arguments, **_more):
        PostOnly(self.request)
        CheckAuthenticator(self.request)
        sentence = _("Choose the items on the contents screen to change the state of several.")
        api.portal.show_message(sentence, self.request, type="warning")
        return self.request.response.redirect(f"{self.context.absolute_url()}/folder_contents")
