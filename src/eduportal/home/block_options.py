"""``@@home-block-options?key=…``: what an editor may set at one block of the draft."""

from eduportal import _
from eduportal.home import arrangement
from eduportal.home import store
from eduportal.home.page import block_of
from eduportal.sections import LANGUAGES
from functools import cached_property
from plone import api
from plone.z3cform.layout import wrap_form
from z3c.form import button
from z3c.form import field
from z3c.form import form
from zExceptions import NotFound
import hashlib

LATER = _(
    "Somebody else changed this block in the meantime. What you wrote is still below and is not "
    "saved yet; press the button again to keep it in place of theirs."
)
ROWS = 8


class BlockOptionsForm(form.Form):
    """The block's schema says what may be set; z3c.form checks it and says what is wrong."""

    ignoreContext = False
    enableCSRFProtection = True

    @cached_property
    def placement(self) -> arrangement.Placement:
        found = arrangement.find(store.draft(), str(self.request.form.get("key", "")))
        if found is None:
            raise NotFound("home-block-options")
        return found

    @cached_property
    def block(self):
        """The block in the language of who is at work; for its title and its options."""
        language = api.portal.get_current_language()
        home = self.context.get(language) or self.context[LANGUAGES[0]]
        block = block_of(home, self.request, self.placement)
        if block is None or block.options is None:
            raise NotFound("home-block-options")
        return block

    @property
    def fields(self):
        return field.Fields(self.block.options)

    @property
    def label(self) -> str:
        return self.block.words(self.block.title)

    @property
    def description(self):
        return _("Kept in the draft; visitors see it after publication.")

    @property
    def action(self) -> str:
        url = f"{self.context.absolute_url()}/@@home-block-options"
        return f"{url}?key={self.placement.key}&version={self.version}"

    @cached_property
    def version(self) -> str:
        """Of the block's settings when this form was opened; other blocks may change meanwhile."""
        return str(self.request.form.get("version") or self._now())

    def _now(self) -> str:
        settings = repr(sorted(self.placement.settings.items()))
        return hashlib.sha256(settings.encode()).hexdigest()[:16]

    def getContent(self) -> dict:
        return self.block.settings

    def updateWidgets(self, prefix=None) -> None:
        super().updateWidgets(prefix)
        for widget in self.widgets.values():
            if hasattr(widget, "rows"):
                widget.rows = ROWS

    def updateActions(self) -> None:
        super().updateActions()
        self.actions["keep"].addClass("btn-primary")

    @button.buttonAndHandler(_("Keep in the draft"), name="keep")
    def keep(self, action) -> None:
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        if self.version != self._now():
            self.version = self._now()
            self.status = LATER
            return
        settings = {name: value for name, value in data.items() if value is not None}
        store.keep_draft(arrangement.changed(store.draft(), self.placement.key, settings=settings))
        self._back()

    @button.buttonAndHandler(_("Back"), name="back")
    def back(self, action) -> None:
        self._back()

    def _back(self) -> None:
        url = f"{self.context.absolute_url()}/@@home-composer"
        self.request.response.redirect(f"{url}#edu-placed-{self.placement.key}")


BlockOptions = wrap_form(BlockOptionsForm)
