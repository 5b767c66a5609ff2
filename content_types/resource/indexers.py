"""What the catalogue knows of a resource."""

from eduportal.attachments.summary import FileSummary
from eduportal.attachments.summary import summary
from eduportal.attachments.texts import file_words
from eduportal.content_types.resource.resource import IResource
from eduportal.content_types.resource.settings import terms_of
from eduportal.terms import find
from plone.indexer import indexer


@indexer(IResource)
def edu_kind(resource: IResource) -> str:
    return resource.kind or ""


@indexer(IResource)
def edu_school_subject(resource: IResource) -> str:
    return resource.school_subject or ""


@indexer(IResource)
def edu_subject_group(resource: IResource) -> str:
    return resource.subject_group or ""


@indexer(IResource)
def edu_school_levels(resource: IResource) -> tuple[str, ...]:
    return tuple(resource.school_levels or ())


@indexer(IResource)
def edu_grades(resource: IResource) -> tuple[str, ...]:
    return tuple(resource.grades or ())


@indexer(IResource)
def edu_origin(resource: IResource) -> str:
    return resource.origin or ""


@indexer(IResource)
def edu_title_en(resource: IResource) -> str:
    return resource.title_en or ""


@indexer(IResource)
def edu_attachments(resource: IResource) -> tuple[FileSummary, ...]:
    if resource.file is None:
        return ()
    return (summary(resource.file, "", resource.title),)


@indexer(IResource)
def getRemoteUrl(resource: IResource) -> str:
    return resource.link or ""


@indexer(IResource)
def SearchableText(resource: IResource) -> str:
    kind = find(terms_of("kinds"), resource.kind or "")
    words = [
        resource.title,
        resource.title_en,
        resource.description,
        kind.vi if kind else None,
        resource.school_subject,
        resource.subject_group,
        resource.author,
        resource.source,
        file_words(resource),
    ]
    return " ".join(word for word in words if word)
