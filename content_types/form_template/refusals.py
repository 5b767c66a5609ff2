"""Why a file is no template; the sentences are for the editor who uploads it."""

from eduportal import _
from zope.i18nmessageid import Message


class TemplateRefused(ValueError):
    """``message`` says what is wrong and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def not_an_office_file() -> TemplateRefused:
    return TemplateRefused(
        _("This is no Word or ODT file. Save it in the word processor as .docx or .odt.")
    )


def too_large() -> TemplateRefused:
    return TemplateRefused(
        _("The file is too large for a form. Take out large pictures and save it again.")
    )


def damaged(part: str) -> TemplateRefused:
    return TemplateRefused(
        _(
            "template_damaged",
            default="The file is damaged in “${part}”. Open it in the word processor and save it.",
            mapping={"part": part},
        )
    )


def active(part: str) -> TemplateRefused:
    return TemplateRefused(
        _(
            "template_active",
            default=(
                "The file carries a macro, a program or an embedded object (“${part}”). "
                "Save it as .docx or .odt without it."
            ),
            mapping={"part": part},
        )
    )


def fetches(address: str) -> TemplateRefused:
    return TemplateRefused(
        _(
            "template_fetches",
            default=(
                "The file would fetch something from “${address}” when it is opened. "
                "Insert the picture or text itself instead of a link to it."
            ),
            mapping={"address": address[:80]},
        )
    )
