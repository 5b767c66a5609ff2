"""The kinds of items of the kit and of Plone in the words of schema.org."""

from eduportal import corrections
from eduportal import sources
from eduportal.content_types.official_document import validity
from eduportal.content_types.official_document.effects import boundaries_of
from eduportal.content_types.official_document.settings import terms_of
from eduportal.face.dates import ZONE
from eduportal.sharing.card import lead_picture
from eduportal.sharing.card import modified_at
from eduportal.sharing.card import published_at
from eduportal.sharing.card import summary
from eduportal.terms import find

HEADLINE = 110
"""Characters that search engines show of a headline."""
MOST_PICTURES = 20
IN_FORCE = {
    validity.NOT_YET: "NotInForce",
    validity.IN_FORCE: "InForce",
    validity.PARTLY_EXPIRED: "PartiallyInForce",
    validity.SUSPENDED: "NotInForce",
    validity.EXPIRED: "NotInForce",
}


def section(content, request) -> dict:
    return {"@type": "CollectionPage", "description": content.description}


def page(content, request) -> dict:
    return {"@type": "WebPage", **_text(content, request)}


def topic(content, request) -> dict:
    return {"@type": "CollectionPage", **_text(content, request)}


def news(content, request) -> dict:
    """A correction made in the open is told as openly (``correction``)."""
    told = sources.attribution(content)
    return {
        "@type": "NewsArticle",
        "headline": content.title[:HEADLINE],
        **_text(content, request),
        "author": [
            {"@type": "Person", "name": name.strip()}
            for name in told.authors.split(",")
            if name.strip()
        ],
        "isBasedOn": told.url if told.reposted else "",
        "sourceOrganization": (
            {"@type": "Organization", "name": told.source}
            if told.reposted and told.source
            else None
        ),
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": note.text,
                "datePublished": note.at.isoformat(timespec="seconds"),
            }
            for note in corrections.notes(content)
        ],
    }


def event(content, request) -> dict:
    """Days for what lasts whole days, else moments in the time of Viet Nam."""

    def moment(value) -> str:
        if value is None:
            return ""
        local = value.astimezone(ZONE)
        return local.date().isoformat() if content.whole_day else local.isoformat()

    place = getattr(content, "location", "") or ""
    return {
        "@type": "Event",
        **_text(content, request),
        "startDate": moment(content.start),
        "endDate": "" if content.open_end else moment(content.end),
        "location": {"@type": "Place", "name": place, "address": place} if place else None,
    }


def document(content, request) -> dict:
    """A text with legal force is ``Legislation``, a letter is a document."""
    issuer = _listed("issuers", content.issuer, content.language)
    force = validity.of(boundaries_of(content), validity.today())
    found = {
        "@type": "DigitalDocument",
        "identifier": content.number,
        "datePublished": _day(content.issued_on),
        "dateModified": modified_at(content),
        "sourceOrganization": {"@type": "Organization", "name": issuer} if issuer else None,
    }
    if force == validity.NONE:
        return found
    return found | {
        "@type": "Legislation",
        "legislationIdentifier": content.number,
        "legislationType": _listed("kinds", content.kind, content.language),
        "legislationDate": _day(content.issued_on),
        "legislationPassedBy": found["sourceOrganization"],
        "legislationLegalForce": f"https://schema.org/{IN_FORCE[force]}",
    }


def resource(content, request) -> dict:
    return {
        "@type": "LearningResource",
        **_text(content, request),
        "learningResourceType": content.kind,
        "educationalLevel": list(content.grades or ()),
        "author": {"@type": "Person", "name": content.author} if content.author else None,
        "license": content.licence,
    }


def album(content, request) -> dict:
    """The pictures that its page shows; their files are behind the same permission."""
    shown = [one for one in content.pictures() if one.image is not None][:MOST_PICTURES]
    return {
        "@type": "ImageGallery",
        **_text(content, request),
        "dateCreated": _day(content.taken_on),
        "associatedMedia": [
            {
                "@type": "ImageObject",
                "name": one.title,
                "caption": one.description,
                "contentUrl": f"{one.absolute_url()}/@@images/image",
            }
            for one in shown
        ],
    }


def _text(content, request) -> dict:
    """What every written item says."""
    picture = lead_picture(content, request)
    return {
        "description": summary(content),
        "datePublished": published_at(content),
        "dateModified": modified_at(content),
        "keywords": list(content.Subject()),
        "image": (
            {
                "@type": "ImageObject",
                "url": picture.url,
                "width": picture.width,
                "height": picture.height,
            }
            if picture
            else None
        ),
    }


def _listed(name: str, value: str | None, language: str) -> str:
    term = find(terms_of(name), value) if value else None
    return term.title(language) if term else value or ""


def _day(day) -> str:
    return day.isoformat() if day else ""
