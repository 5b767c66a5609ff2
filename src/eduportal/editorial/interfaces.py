"""What another room may add to the page on which a step is made."""

from zope.interface import Interface


class IStepPart(Interface):
    """A part of the form ``@@step``: a hint, a question with its fields.

    A named adapter of (content, request); the parts are shown in the order of their names, inside
    the form, above its buttons. A rule that holds for REST too is a subscriber to
    ``IBeforeTransitionEvent`` that raises ``StepRefused``.
    """

    def html(transition: str) -> str:
        """Safe markup for the form, "" where there is nothing to say about this step."""

    def take(transition: str) -> None:
        """Read the part's own fields from the posted form and keep them, before the step is made.

        Raises ``StepRefused`` for an answer that is missing; nothing is changed then.
        """
