"""Plain links that hand a page's address to a network; nothing of theirs is loaded here."""

from eduportal import _
from eduportal.sharing.own_page import OwnPage
from eduportal.sharing.public import is_public
from plone.app.layout.viewlets.common import ViewletBase
from urllib.parse import urlencode


class ShareLinks(OwnPage, ViewletBase):
    """Under the text of an item that anybody may see (Kon Tum II.1: Facebook, Twitter)."""

    @property
    def available(self) -> bool:
        return bool(self.address) and is_public(self.context)

    @property
    def networks(self) -> list[dict]:
        """``id``, ``title`` and ``url``.

        Zalo's button loads a script of its own and asks for an account; the address below is the
        one that its app and zalo.me answer to, from a plain link.
        """
        url, title = self.address, self.context.title
        return [
            {
                "id": "facebook",
                "title": "Facebook",
                "url": f"https://www.facebook.com/sharer/sharer.php?{urlencode({'u': url})}",
            },
            {
                "id": "x",
                "title": "X",
                "url": f"https://x.com/intent/post?{urlencode({'url': url, 'text': title})}",
            },
            {
                "id": "zalo",
                "title": "Zalo",
                "url": f"https://zalo.me/share?{urlencode({'url': url, 'title': title})}",
            },
        ]

    @property
    def copied(self) -> str:
        return _("The link is copied.")
