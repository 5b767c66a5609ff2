"""Kinds of work that a fee is set for (Quảng Ngãi III.4: "tin, bài, ảnh"), and which an item is."""

from Acquisition import aq_base
from dataclasses import dataclass
from eduportal import _
from lxml import html
from plone.app.multilingual.interfaces import ITranslationManager
from zope.i18nmessageid import Message

TRANSLATED = "en"


@dataclass(frozen=True, slots=True)
class Kind:
    """``always``: counted though nothing is paid for it; the rest only once it has a rate."""

    title: Message
    always: bool = False


KINDS = {
    "news": Kind(_("fee_kind_news", default="News item"), always=True),
    "article": Kind(_("fee_kind_article", default="Article"), always=True),
    "repost": Kind(_("fee_kind_repost", default="Reposted item"), always=True),
    "album": Kind(_("fee_kind_album", default="Album of pictures"), always=True),
    "translation": Kind(_("fee_kind_translation", default="Translation into English"), always=True),
    "page": Kind(_("fee_kind_page", default="Page")),
    "event": Kind(_("fee_kind_event", default="Event")),
    "document": Kind(_("fee_kind_document", default="Document filed in the register")),
    "resource": Kind(_("fee_kind_resource", default="Learning resource")),
}
TYPES = {
    "Album": "album",
    "Document": "page",
    "Event": "event",
    "News Item": "news",
    "OfficialDocument": "document",
    "Resource": "resource",
}


def kind_of(content, article_words: int) -> str | None:
    """A key of ``KINDS``; None for what no fee is counted for, such as a file or a form.

    A news item of at least ``article_words`` words is an article.
    """
    kind = TYPES.get(content.portal_type)
    if kind in ("news", "page") and _is_translation(content):
        return "translation"
    if kind != "news":
        return kind
    if getattr(aq_base(content), "reposted", False):
        return "repost"
    return "article" if _words(content) >= article_words else "news"


def _is_translation(content) -> bool:
    if content.Language() != TRANSLATED:
        return False
    return len(ITranslationManager(content).get_translations()) > 1


def _words(content) -> int:
    raw = getattr(getattr(content, "text", None), "raw", "") or ""
    return len(html.fromstring(f"<div>{raw}</div>").text_content().split())
