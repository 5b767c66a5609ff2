"""``@@look``: how a portal looks, for the unit's administrator, part by part on one page.

What is saved here is a draft; visitors see it once it is put on line. Only the menu is different:
its order is the order of the sections themselves.
"""

from dataclasses import replace
from eduportal import _
from eduportal import caching
from eduportal.look import colours
from eduportal.look import menu
from eduportal.look import store
from eduportal.look import theming
from eduportal.look.current import chosen_colours
from eduportal.look.current import preview
from eduportal.look.current import unit_palette
from eduportal.look.form import PARTS
from eduportal.look.model import FESTIVE
from eduportal.look.model import MOURNING
from eduportal.look.model import OWN
from eduportal.look.page import PAGE
from eduportal.look.page import PENDING
from eduportal.look.page import Part
from eduportal.units import settings
from eduportal.units.fields import palettes
from eduportal.units.model import Unit
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getUtility
from zope.component import queryMultiAdapter
from zope.i18nmessageid import Message
from zope.schema.interfaces import IVocabularyFactory

SAVED = _("Saved. Visitors see it once you put the changes on line.")
COMPOSER = "home-composer"
FIRST_COLOUR = "#0b5f9e"
"""What the picker of an own colour begins with."""
MENU_BUTTONS = ("up", "down", "show", "hide")
"""Each carries the id of its section."""


class LookPanel(BrowserView):
    """Every part is a form of its own, so that nothing is lost by a mistake in another."""

    page_heading = _("Look of the portal")
    page = PAGE
    pending = PENDING

    forms = ViewPageTemplateFile("parts/forms.pt")
    fields_part = ViewPageTemplateFile("parts/fields.pt")
    colours_part = ViewPageTemplateFile("parts/colours.pt")
    menu_part = ViewPageTemplateFile("parts/menu.pt")
    theming_part = ViewPageTemplateFile("parts/theming.pt")
    default_part = ViewPageTemplateFile("parts/default.pt")

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.problems: dict[str, Message] = {}
        self.sent = ""
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            said = self._do(str(self.request.form.get("part", "")))
            if said is not None:
                api.portal.show_message(said, self.request)
                self.request.response.redirect(f"{self.url}{self._anchor()}")
                return ""
        return self.index()

    def _anchor(self) -> str:
        """Where the reader goes on: at the section that was moved, or the part that was sent."""
        form = self.request.form
        part = form.get("part", "")
        if part == "menu":
            pressed = {form.get(name) for name in MENU_BUTTONS}
            moved = [f"#menu-{item.id}" for item in self.menu if item.id in pressed]
            return moved[0] if moved else "#menu"
        return f"#{part}" if part in (*PARTS, "theming") else ""

    def _do(self, part: str) -> Message | None:
        """Do what a form asks for; what to say, None where the form is shown again."""
        if part in PARTS:
            return self._prepare(part)
        actions = {
            "menu": self._menu,
            "publish": self._publish,
            "discard": self._discard,
            "default": self._default,
            "theming": self._theming,
        }
        return actions[part]() if part in actions else None

    def _prepare(self, part: str) -> Message | None:
        values, self.problems = PARTS[part](self.request.form)
        if self.problems:
            self.sent = part
            return None
        store.prepare(self.portal, values, unit_palette(self.unit))
        return SAVED

    def _menu(self) -> Message | None:
        form = self.request.form
        moves = {"up": -1, "down": 1}
        for name, by in moves.items():
            if form.get(name):
                menu.move(self.portal, str(form[name]), by)
        for name in ("show", "hide"):
            if form.get(name):
                menu.show(self.portal, str(form[name]), name == "show")
        caching.touch(self.portal)
        return _("The menu was changed.")

    def _publish(self) -> Message | None:
        if not self.is_pending:
            return None
        kept = store.publish(self.portal)
        if self.unit is not None:
            settings.store(replace(self.unit, palette=kept["palette"]))
        return _("The changes are on line.")

    def _discard(self) -> Message:
        store.discard(self.portal)
        return _("The changes that were not on line were given up.")

    def _default(self) -> Message:
        store.begin_again(self.portal, palettes()[0])
        return _("This is how the portal looked at first. Visitors see it once you put it on line.")

    def _theming(self) -> Message:
        allowed = bool(self.request.form.get("allowed"))
        theming.allow(self.portal, allowed)
        if allowed:
            return _("Own themes are allowed for this portal.")
        return _("Own themes are no longer allowed for this portal.")

    # What the templates show

    def body(self, part: Part) -> str:
        """A part's form; those that are nothing but fields share one template."""
        bodies = {
            "colours": self.colours_part,
            "menu": self.menu_part,
            "theming": self.theming_part,
            "default": self.default_part,
        }
        return bodies.get(part.id, self.fields_part)(part=part)

    @cached_property
    def portal(self):
        return api.portal.get()

    @cached_property
    def unit(self) -> Unit | None:
        return settings.current_unit()

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@look"

    @cached_property
    def kept(self):
        return store.saved(self.portal, draft=True)

    @property
    def is_pending(self) -> bool:
        return store.is_pending(self.portal)

    @cached_property
    def chosen(self) -> str:
        """Which of the colours is ticked: a palette's id, or ``own``."""
        if self.sent == "colours":
            return str(self.request.form.get("palette", ""))
        palette, own = chosen_colours(self.kept, self.is_pending, self.unit)
        return OWN if own else palette

    @property
    def nearest(self) -> str:
        """What is offered in place of a colour that cannot be used."""
        colour = self.value("colour").strip().lower()
        refused = "colour" in self.problems and colours.HEX.fullmatch(colour)
        return colours.nearest(colour) if refused else ""

    @property
    def palettes(self) -> list:
        """The theme's palettes: terms with ``value`` and ``title``."""
        return list(getUtility(IVocabularyFactory, "eduportal.palettes")(self.portal))

    def value(self, name: str) -> str:
        """What stands in a field: what was sent, where it has to be corrected."""
        if self.sent and name in self.request.form:
            return str(self.request.form[name])
        if name == "colour":
            return self.kept.get(name, FIRST_COLOUR)
        kind, _separator, key = name.partition("_")
        if kind in (MOURNING, FESTIVE):
            return (self.kept.get(kind) or {}).get(key, "")
        value = self.kept.get(name, "")
        return "\n".join(value) if isinstance(value, tuple) else value

    def picture(self, name: str) -> dict | None:
        """``url``, ``width`` and ``height`` of a picture in the draft."""
        file = self.kept.get(name)
        if not file:
            return None
        url = f"{self.portal.absolute_url()}/@@look-picture/{file['hash']}.webp"
        return {"url": url, "width": file["width"], "height": file["height"]}

    @cached_property
    def menu(self) -> list[menu.Item]:
        return menu.items(self.portal)

    @property
    def composer(self) -> str:
        """Where the home page is composed."""
        if queryMultiAdapter((self.portal, self.request), name=COMPOSER) is None:
            return ""
        return f"{self.portal.absolute_url()}/@@{COMPOSER}"

    @property
    def is_manager(self) -> bool:
        return bool(api.user.has_permission("Manage portal", obj=self.portal))

    @property
    def theming(self) -> dict:
        """``allowed``, ``host`` and ``open``; the address of Plone's panel where it is open."""
        opened = theming.is_open(self.portal)
        return {
            "allowed": theming.is_allowed(self.portal),
            "host": theming.own_host(self.portal),
            "open": opened,
            "url": f"{self.portal.absolute_url()}/@@theming-controlpanel" if opened else "",
        }


class LookPreview(BrowserView):
    """``@@look-preview`` of a language's root: its home page with what is being prepared."""

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        preview(self.request)
        api.portal.show_message(
            _("This is a preview: visitors do not see it yet."), self.request, type="warning"
        )
        return self.context.restrictedTraverse(self.context.getLayout())()
