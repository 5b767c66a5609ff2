"""The figures in a page: numbers that the beacon brings up to date once the page is shown."""

from eduportal import _
from eduportal.visits.figures import Figures
from eduportal.visits.figures import shown
from html import escape
from zope.i18n import translate

WORDS = {
    "online": _("Online now"),
    "today": _("Visits today"),
    "month": _("Visits this month"),
    "total": _("Visits in all"),
}


def definition_list(figures: Figures, language: str, request) -> str:
    """``<dl>`` of the four figures; the script finds each number by ``data-figure``."""
    rows = (
        f"<div><dt>{escape(translate(words, context=request))}</dt>"
        f'<dd data-figure="{name}">{shown(getattr(figures, name), language)}</dd></div>'
        for name, words in WORDS.items()
    )
    return f'<dl class="edu-visits__figures">{"".join(rows)}</dl>'
