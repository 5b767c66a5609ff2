"""``@@text-hints``: what a form asks while one writes; answers, and changes nothing."""

from eduportal.clean_text.blocks import Blocks
from eduportal.clean_text.hints import Hint
from eduportal.clean_text.hints import hints_in
from eduportal.clean_text.hints import old_encoding
from eduportal.vietnamese import legacy
from plone import api
from Products.Five.browser import BrowserView
from zope.i18n import translate
import json

# Characters of a form's texts together: a book chapter. Longer ones are looked at after saving.
LONGEST = 500_000


class LiveHints(BrowserView):
    """POST ``{"lines": {name: text}, "texts": {name: markup}}``.

    The answer: ``hints``, sentences each with its kind; ``encoding``, the name of the old encoding
    that was found or ""; ``converted``, the same names with the text in Unicode.
    """

    def __call__(self) -> str:
        response = self.request.response
        response.setHeader("Content-Type", "application/json")
        response.setHeader("Cache-Control", "private, no-store")
        if api.user.is_anonymous() or self.request.method != "POST":
            response.setStatus(401 if api.user.is_anonymous() else 405)
            return "{}"
        asked = self._asked()
        if asked is None:
            response.setStatus(400)
            return "{}"
        return json.dumps(answer(*asked, self._said), ensure_ascii=False)

    def _said(self, hint: Hint) -> dict[str, str]:
        return {"kind": hint.kind, "message": translate(hint.message, context=self.request)}

    def _asked(self) -> tuple[dict[str, str], dict[str, str]] | None:
        body = self.request.get("BODY", b"")
        if len(body) > 4 * LONGEST:
            return None
        try:
            asked = json.loads(body)
            lines, texts = asked["lines"], asked["texts"]
            values = [*lines.values(), *texts.values()]
        except (ValueError, TypeError, KeyError, AttributeError):
            return None
        if not all(isinstance(v, str) for v in values) or sum(map(len, values)) > LONGEST:
            return None
        return lines, texts


def answer(lines: dict[str, str], texts: dict[str, str], said) -> dict:
    """What the form is told about what stands in it."""
    found = [hint for markup in texts.values() for hint in hints_in(markup)]
    blocks = {name: Blocks(markup) for name, markup in texts.items() if markup.strip()}
    passages = {name: text.splitlines(keepends=True) for name, text in lines.items()}
    passages |= {name: parts.texts for name, parts in blocks.items()}
    encodings = iter(legacy.recognise_all([text for many in passages.values() for text in many]))
    converted, names = {}, []
    for name, many in passages.items():
        of_these = [next(encodings) for _ in many]
        names += [legacy.NAMES[one] for one in of_these if one]
        if not any(of_these):
            continue
        converted[name] = (
            blocks[name].convert(of_these)
            if name in blocks
            else "".join(
                legacy.convert(text, one) if one else text
                for text, one in zip(many, of_these, strict=True)
            )
        )
    if names:
        found.append(old_encoding(names[0]))
    return {
        "hints": [said(hint) for hint in found],
        "encoding": names[0] if names else "",
        "converted": converted,
    }
