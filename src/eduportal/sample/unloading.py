"""Taking the samples away: what ``load`` made, wherever it is now, and nothing else."""

from dataclasses import dataclass
from dataclasses import field
from eduportal.sample import marks
from plone import api

FORM = "EasyForm"


@dataclass
class Report:
    """Paths of what is gone, and of samples that stay because an editor put something inside."""

    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def unload(portal) -> Report:
    """Remove every sample; afterwards ``load`` would make them again."""
    report = Report()
    with api.env.adopt_roles(["Manager"]):
        # Inside first: a sample is looked at again once its own sample files are gone.
        for sample in reversed(marks.samples()):
            if sample.portal_type == FORM:
                # it goes with its service; alone it would be made anew
                continue
            path = "/".join(sample.getPhysicalPath())
            if any(not _goes_along(inside) for inside in sample.objectValues()):
                report.kept.append(path)
                continue
            # an editor who left the form open, or whose browser was closed, still holds the lock
            sample.wl_clearLocks()
            api.content.delete(sample, check_linkintegrity=False)
            report.removed.append(path)
    marks.remember(portal, set())
    return report


def _goes_along(content) -> bool:
    return content.portal_type == FORM and marks.ISample.providedBy(content)
