"""Why a file's text is missing or not whole, in sentences for the editor."""

from eduportal import _

SENTENCES = {
    "waiting": _("This file waits to be read; its text can be searched in a few minutes."),
    "encrypted": _(
        "The file is protected by a password, so its text cannot be searched. Attach a copy "
        "without a password."
    ),
    "damaged": _(
        "The file is damaged or is not what its name says, so its text cannot be searched. "
        "Attach a sound copy."
    ),
    "too-large": _(
        "The file is too large to be read, so its text cannot be searched. Attach it in parts or "
        "scan it again at a lower resolution."
    ),
    "unpacked-too-large": _(
        "The file is small but unpacks to an unusual size; it was not read. Save it again with "
        "your office program."
    ),
    "no-recognition": _(
        "The file is a scan, and this machine has no text recognition yet. It is read as soon as "
        "the administrator has installed it."
    ),
    "nothing-found": _("No text was found in the file."),
    "recognition-stopped": _(
        "Text recognition took too long: only a part of the pages can be searched."
    ),
    "recognition-failed": _("Text recognition failed on this file."),
    "cut": _("The file is very long: only the beginning of its text can be searched."),
    "too-slow": _("Reading the file took too long and was given up."),
    "too-much-memory": _("Reading the file took too much memory and was given up."),
    "crashed": _("The program that reads such files failed on this one."),
    "unsupported": _(
        "Files of this kind are not read. A PDF or ODF copy can be searched (TT 53/2012, "
        "Điều 17.8)."
    ),
    "no-converter": _(
        "This is an old Office format, which this machine cannot read. A PDF or ODF copy can be "
        "searched (TT 53/2012, Điều 17.8)."
    ),
    "unknown-encoding": _("The text is not in Unicode (UTF-8), so it cannot be searched."),
}


def sentence(reason: str) -> str:
    """The sentence of a reason, "" where there is nothing to say."""
    return SENTENCES.get(reason, "")
