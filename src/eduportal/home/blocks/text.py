"""Words of the unit's own."""

from eduportal import _
from eduportal.home.block import Block
from eduportal.home.options import IHeading
from html import escape
from zope import schema
import re

ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")


class ITextOptions(IHeading):
    """Plain words: no markup, so nothing that could harm a reader's browser."""

    text_vi = schema.Text(
        title=_("Text in Vietnamese"),
        description=_("A blank line begins a new paragraph; addresses become links."),
        required=False,
        max_length=5000,
    )
    text_en = schema.Text(
        title=_("Text in English"),
        description=_("Empty: the block is not on the English page."),
        required=False,
        max_length=5000,
    )


class FreeText(Block):
    """A greeting, opening hours, a notice that stays."""

    kept = True
    all_told = True
    title = _("Text of your own")
    options = ITextOptions

    @property
    def text(self) -> str:
        return (self.settings[f"text_{self.language}"] or "").strip()

    @property
    def available(self) -> bool:
        return bool(self.text)

    @property
    def hidden_heading(self) -> bool:
        """Without a heading of its own the text needs none to be seen."""
        return not self.settings[f"heading_{self.language}"]

    def body(self) -> str:
        paragraphs = re.split(r"\n\s*\n", self.text.replace("\r\n", "\n"))
        return "".join(f"<p>{_as_html(one)}</p>" for one in paragraphs if one.strip())


def _as_html(paragraph: str) -> str:
    """Escaped piece by piece: what is no address stays text."""
    made, end = [], 0
    for match in ADDRESS.finditer(paragraph):
        address = escape(match[0])
        made += [escape(paragraph[end : match.start()]), f'<a href="{address}">{address}</a>']
        end = match.end()
    made.append(escape(paragraph[end:]))
    return "".join(made).strip().replace("\n", "<br>")
