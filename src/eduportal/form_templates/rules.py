"""Before a template is published: it has no name that would stay a dotted line by mistake."""

from eduportal import _
from eduportal.content_types.form_template.form_template import IFormTemplate
from eduportal.editorial import StepRefused
from eduportal.form_templates.view import problems_of
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from zope.component import adapter

APPROVING = ("publish", "schedule")


@adapter(IFormTemplate, IBeforeTransitionEvent)
def refuse_unknown_names(template: IFormTemplate, event: IBeforeTransitionEvent) -> None:
    """Raises ``StepRefused`` with the first problem."""
    if event.transition is None or event.transition.getId() not in APPROVING:
        return
    for file in template.files().values():
        for problem in problems_of(file.data):
            raise StepRefused(
                _(
                    "template_not_published",
                    default="Not published: ${problem} In the paragraph: “${paragraph}”",
                    mapping={"problem": problem.message, "paragraph": problem.paragraph},
                )
            )
