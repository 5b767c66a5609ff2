"""The sentences for files that are not taken: which one, why, and what would do."""

from eduportal import _
from eduportal.uploads.rules import Rules
from eduportal.uploads.upload import UploadRefused


def empty(name: str) -> UploadRefused:
    return UploadRefused(
        _(
            "upload_empty",
            default="“${name}” is empty. Please choose the file again.",
            mapping={"name": name},
        )
    )


def too_large(name: str, rules: Rules) -> UploadRefused:
    return UploadRefused(
        _(
            "upload_too_large",
            default="“${name}” is larger than ${most} MB. Please send a smaller file or a photo.",
            mapping={"name": name, "most": f"{rules.max_mb:g}"},
        )
    )


def too_many(rules: Rules, field: str) -> UploadRefused:
    return UploadRefused(
        _(
            "upload_too_many",
            default="At most ${most} files can be sent. Please leave some out.",
            mapping={"most": rules.max_files},
        ),
        field,
    )


def too_large_together(rules: Rules, field: str) -> UploadRefused:
    return UploadRefused(
        _(
            "upload_too_large_together",
            default="The files together are larger than ${most} MB. Please send smaller ones.",
            mapping={"most": f"{rules.total_mb:g}"},
        ),
        field,
    )


def wrong_kind(name: str, rules: Rules) -> UploadRefused:
    return UploadRefused(
        _(
            "upload_wrong_kind",
            default="“${name}” cannot be taken, whatever its name says: please send "
            "${formats}, whole and not damaged.",
            mapping={"name": name, "formats": rules.shown},
        )
    )


def damaged(name: str) -> UploadRefused:
    return UploadRefused(
        _(
            "upload_damaged",
            default="“${name}” is damaged or incomplete and cannot be opened. Please save it "
            "again or take a new photo.",
            mapping={"name": name},
        )
    )


def too_complex(name: str) -> UploadRefused:
    return UploadRefused(
        _(
            "upload_too_complex",
            default="“${name}” would become too large when it is opened. Please send it as a "
            "simple PDF or as photos.",
            mapping={"name": name},
        )
    )


def locked(name: str) -> UploadRefused:
    return UploadRefused(
        _(
            "upload_locked",
            default="“${name}” is protected by a password. Please send it without one.",
            mapping={"name": name},
        )
    )


def active(name: str) -> UploadRefused:
    return UploadRefused(
        _(
            "upload_active",
            default="“${name}” contains macros, embedded files or links to other files. Please "
            "send it as a PDF.",
            mapping={"name": name},
        )
    )


def infected(name: str) -> UploadRefused:
    return UploadRefused(
        _(
            "upload_infected",
            default="The virus scanner found something harmful in “${name}”. The file was not "
            "taken; please check your device.",
            mapping={"name": name},
        )
    )


def not_scanned(name: str) -> UploadRefused:
    return UploadRefused(
        _(
            "upload_not_scanned",
            default="“${name}” cannot be checked for viruses at the moment. Please try again in "
            "a few minutes; what you typed is still here.",
            mapping={"name": name},
        )
    )
