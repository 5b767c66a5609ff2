"""Whether the editions decide the conflicts between sources in a way that the conflicts offer."""

from eduportal.mandate.files import Tables


def check_choices(tables: Tables) -> None:
    """Raise ``MandateError`` for a default or a choice that is not among a conflict's options."""
    conflicts = tables.entries["conflict"]
    for conflict in conflicts.values():
        if conflict.default not in conflict.options:
            options = ", ".join(conflict.options)
            place = tables.places["conflict", conflict.id].at("default")
            raise place.wrong(conflict.default, options, options)
    for edition in tables.entries["edition"].values():
        for conflict_id, choice in edition.choices.items():
            options = ", ".join(conflicts[conflict_id].options)
            if choice not in conflicts[conflict_id].options:
                place = tables.places["edition", edition.id].at("choices").at(conflict_id)
                raise place.wrong(choice, options, options)
