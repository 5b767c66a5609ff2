"""A template's page: the form with the unit's name in it; for editors also what it uses."""

from eduportal import _
from eduportal.content_types.form_template.form_template import FormTemplate
from eduportal.content_types.form_template.known import GROUPS
from eduportal.content_types.form_template.known import KNOWN
from eduportal.content_types.form_template.placeholders import Placeholder
from eduportal.content_types.form_template.placeholders import Problem
from eduportal.content_types.form_template.placeholders import check
from eduportal.content_types.form_template.placeholders import placeholders
from eduportal.content_types.form_template.refusals import TemplateRefused
from eduportal.face.place import Place
from eduportal.form_templates.filled import file_name
from eduportal.form_templates.filled import filled
from eduportal.form_templates.filled import offer
from plone import api
from Products.Five.browser import BrowserView
from zExceptions import NotFound
from zope.i18nmessageid import Message

LABELS = {"docx": "Word", "odt": "ODT"}
MEANINGS: dict[str, Message] = {one.name: one.meaning for group in GROUPS for one in group.names}


class FormTemplateView(Place, BrowserView):
    """Two buttons; beneath them, for who may edit it, what the files use and what is wrong."""

    def downloads(self) -> list[dict]:
        address = self.context.absolute_url()
        return [
            {"url": f"{address}/@@filled-{kind}", "label": LABELS[kind]}
            for kind in self.context.files()
        ]

    def may_edit(self) -> bool:
        return api.user.has_permission("Modify portal content", obj=self.context)

    def problems(self) -> list[dict]:
        """What is wrong, file by file."""
        found = ((kind, problems_of(file.data)) for kind, file in self.context.files().items())
        return [{"label": LABELS[kind], "problems": several} for kind, several in found if several]

    def names(self) -> list[dict]:
        """Each name that a file uses: what it becomes, and how often it stands in which file."""
        found: dict[str, list[str]] = {}
        for kind, file in self.context.files().items():
            for one in _placeholders(file.data):
                found.setdefault(one.name, []).append(f"{LABELS[kind]}: {one.times}")
        return [
            {"name": f"{{{{ {name} }}}}", "times": ", ".join(times), "meaning": _meaning(name)}
            for name, times in found.items()
        ]


def problems_of(data: bytes) -> list[Problem]:
    """What is wrong with a file that was let in, perhaps by an earlier version with other names."""
    try:
        return check(data, KNOWN)
    except TemplateRefused as refused:
        return [Problem(refused.message, "")]


def _placeholders(data: bytes) -> list[Placeholder]:
    try:
        return placeholders(data)
    except TemplateRefused:
        return []


def _meaning(name: str) -> Message | None:
    return MEANINGS.get(name) or MEANINGS.get(f"{name.partition('.')[0]}.*")


class FilledForm(BrowserView):
    """``@@filled-docx`` and ``@@filled-odt``: with the unit's name, and dots for the rest."""

    kind = ""
    context: FormTemplate

    def __call__(self) -> bytes:
        if self.kind not in self.context.files():
            raise NotFound(self.__name__)
        try:
            data = filled(self.context, self.kind, api.portal.get())
        except TemplateRefused as refused:
            raise NotFound(self.__name__) from refused
        return offer(self.request, data, self.kind, file_name(self.context, self.kind))


class FilledWord(FilledForm):
    kind = "docx"


class FilledOdt(FilledForm):
    kind = "odt"


class Names(BrowserView):
    """The table of all names, beneath the form in which a template is uploaded."""

    heading = _("Names that may stand in a template")

    def groups(self) -> list[dict]:
        return [
            {
                "title": group.title,
                "names": [
                    {
                        "name": "{{ " + one.name.replace("*", "…") + " }}",
                        "meaning": one.meaning,
                    }
                    for one in group.names
                ],
            }
            for group in GROUPS
        ]
