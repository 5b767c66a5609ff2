"""The default profile applied again, for steps whose delta the profile already describes."""

PROFILE = "profile-eduportal:default"


def apply_again(setup_tool) -> None:
    """Add new types, indexes, records and panels; what somebody has set since stays.

    New indexes are empty until the step has its objects indexed.
    """
    setup_tool.runAllImportStepsFromProfile(PROFILE)
