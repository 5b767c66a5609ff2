"""Structured data for search engines (https://schema.org as JSON-LD), of public pages only."""

from Acquisition import aq_chain
from eduportal.face.kept import kept
from eduportal.sharing.organization import organization
from eduportal.sharing.organization import organization_id
from eduportal.sharing.own_page import OwnPage
from eduportal.sharing.public import is_public
from plone.app.layout.viewlets.common import ViewletBase
from plone.base.interfaces import INavigationRoot
from zope.component import queryMultiAdapter
from zope.interface import Interface
import json

CONTEXT = "https://schema.org"
SEARCHED = "{search_term_string}"
HOME = {"vi": "Trang chủ", "en": "Home"}


class IDescribed(Interface):
    """An item in the words of schema.org: an adapter of (content, request) that is a mapping.

    It has ``@type`` at least; what is empty is left out. Name, address, language, dates and
    publisher are added where it says nothing of them. An add-on registers one for its own type.
    """


class StructuredData(OwnPage, ViewletBase):
    """One ``script`` of data in the page's head."""

    def render(self) -> str:
        if not (self.anonymous and self.address):
            return ""
        place = (self.context.getPhysicalPath(), self.address, self.language)
        return kept(self.portal, "structured data", place, self._made)

    def _made(self) -> str:
        graph = self.graph
        if not graph:
            return ""
        return f'<script type="application/ld+json">{as_script(graph)}</script>'

    @property
    def graph(self) -> dict | None:
        if not is_public(self.context):
            return None
        if INavigationRoot.providedBy(self.context):
            nodes = [organization(self), self._web_site()]
        else:
            nodes = [node for node in (self._item(), self._breadcrumb()) if node]
        return {"@context": CONTEXT, "@graph": [without_empty(node) for node in nodes]}

    def _web_site(self) -> dict:
        return {
            "@type": "WebSite",
            "@id": f"{self.root_url}#website",
            "name": self.unit_name,
            "url": self.root_url,
            "inLanguage": self.language,
            "publisher": {"@id": organization_id(self)},
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": f"{self.root_url}/@@search?SearchableText={SEARCHED}",
                },
                "query-input": "required name=search_term_string",
            },
        }

    def _item(self) -> dict | None:
        found = queryMultiAdapter((self.context, self.request), IDescribed)
        if found is None:
            return None
        publisher = organization(self)
        named = {name: publisher.get(name) for name in ("@type", "@id", "name", "url", "logo")}
        return {
            "@id": f"{self.address}#item",
            "url": self.address,
            "name": self.context.title,
            "inLanguage": self.context.language or self.language,
            "publisher": without_empty(named),
        } | dict(found)

    def _breadcrumb(self) -> dict:
        """From the language's home page to this page."""
        steps = [(HOME[self.language], self.root_url)]
        for step in reversed(list(aq_chain(self.context))):
            inside = "/".join(step.getPhysicalPath()) if hasattr(step, "getPhysicalPath") else ""
            if inside.startswith(f"{self.root_path}/"):
                steps.append((step.title, step.absolute_url()))
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": number, "name": name, "item": url}
                for number, (name, url) in enumerate(steps, start=1)
            ],
        }


def without_empty(node):
    """The node without what says nothing, also deeper inside."""
    if isinstance(node, dict):
        kept = {name: without_empty(value) for name, value in node.items()}
        return {name: value for name, value in kept.items() if value not in (None, "", [], {})}
    return [without_empty(one) for one in node] if isinstance(node, list) else node


def as_script(graph: dict) -> str:
    """JSON that cannot end the script it stands in, whatever a title contains."""
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
