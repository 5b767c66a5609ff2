"""In a form the refusal of a second record is a link to the first."""

from eduportal.content_types.official_document.rules import AlreadyFiled
from html import escape
from z3c.form.error import InvalidErrorViewSnippet
from z3c.form.interfaces import IErrorViewSnippet
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


@implementer(IErrorViewSnippet)
@adapter(AlreadyFiled, None, None, None, None, None)
class AlreadyFiledSnippet(InvalidErrorViewSnippet):
    """The sentence with its address made a link."""

    def render(self) -> str:
        url = escape(self.error.url)
        sentence = escape(translate(self.message, context=self.request))
        link = f'<a href="{url}">{url}</a>'
        return f'<div class="error">{sentence.replace(url, link)}</div>'
