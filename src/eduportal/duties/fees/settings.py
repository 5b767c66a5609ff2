"""Control panel "Author fees": registry ``eduportal.fees.*``."""

from eduportal import _
from eduportal.duties.fees.kinds import KINDS
from plone import api
from plone.app.registry.browser import controlpanel
from zope import schema
from zope.interface import Interface

PREFIX = "eduportal.fees"
MOST = 1_000_000_000


def _rate(kind: str) -> schema.Int:
    return schema.Int(title=KINDS[kind].title, default=0, min=0, max=MOST)


class IFeeSettings(Interface):
    """Rates in đồng per item; what the unit's own spending regulation says."""

    rate_news = _rate("news")
    rate_article = _rate("article")
    article_words = schema.Int(
        title=_("A news item of so many words is an article"), default=500, min=1, max=100_000
    )
    rate_repost = _rate("repost")
    rate_album = _rate("album")
    rate_translation = _rate("translation")
    rate_page = _rate("page")
    rate_event = _rate("event")
    rate_document = _rate("document")
    rate_resource = _rate("resource")


def setting(name: str) -> int:
    """A setting of the portal at hand; its default in a portal that has none yet."""
    default = IFeeSettings[name].default
    return api.portal.get_registry_record(f"{PREFIX}.{name}", default=default)


def rate(kind: str) -> int:
    """What one item of the kind is paid now, in đồng."""
    return setting(f"rate_{kind}")


class FeeForm(controlpanel.RegistryEditForm):
    """Changed rates hold for what is published from then on."""

    schema = IFeeSettings
    schema_prefix = PREFIX
    label = _("Author fees")
    description = _(
        "fees_panel_lead",
        default=(
            "In VND for one item. What was published before keeps its amount; on the page of a "
            "month the present rates can be applied to it. Pages, events, documents and resources "
            "are counted only while they have a rate."
        ),
    )


class FeeControlPanel(controlpanel.ControlPanelFormWrapper):
    """The page around the form."""

    form = FeeForm
