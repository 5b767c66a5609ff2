"""A changed account is told to all administrators, whoever changed it and by whatever way."""

from eduportal import _
from eduportal.accounts import is_off
from eduportal.mail.letters import letter
from eduportal.mail.letters import send
from eduportal.mail.letters import sender
from eduportal.mail.links import base_url
from eduportal.mail.text import is_address
from eduportal.mail.text import one_line
from eduportal.payments.banks import banks
from eduportal.payments.settings import PREFIX
from plone import api
from plone.registry.interfaces import IRecordModifiedEvent
from zope.component import adapter
from zope.component.hooks import site
from zope.i18n import translate
import transaction

KEY = object()
"""Names, among what hangs on a transaction, the portals whose account it changed."""
TOLD = tuple(f"{PREFIX}.{name}" for name in ("provider", "bank", "account", "holder"))
GROUP = "administrators"


@adapter(IRecordModifiedEvent)
def account_changed(event: IRecordModifiedEvent) -> None:
    """Remember it until the transaction is stored: several fields are one change."""
    if event.record.__name__ not in TOLD or event.oldValue == event.newValue:
        return
    now = transaction.get()
    try:
        changed = now.data(KEY)
    except KeyError:
        changed = {}
        now.set_data(KEY, changed)
    portal = api.portal.get()
    path = portal.getPhysicalPath()
    if path not in changed:
        changed[path] = {}
        now.addBeforeCommitHook(
            _tell, (portal, api.user.get_current().getUserName(), changed[path])
        )
    changed[path].setdefault(event.record.__name__, event.oldValue)


def _tell(portal, login: str, before: dict) -> None:
    """``before`` holds the first old value of each changed record."""
    with site(portal):
        after = {name: api.portal.get_registry_record(name, default="") for name in before}
        from_ = sender()
        if from_ is None or after == before:
            return
        for address, language in _administrators():
            lines = [_line(name, before[name], after[name], language) for name in before]
            words = {"unit": one_line(from_.display_name), "login": login}
            subject = _(
                "payments_changed_subject",
                default="[${unit}] The account for fees was changed",
                mapping=words,
            )
            text = _(
                "payments_changed_text",
                default=(
                    "The user ${login} changed where citizens pay the fees of online services:\n\n"
                    "${changes}\n\n"
                    "If nobody of your unit meant to do that, correct it at once: ${url}"
                ),
                mapping={
                    "login": login,
                    "changes": "\n".join(lines),
                    "url": f"{base_url(portal)}/@@payment-settings",
                },
            )
            send(letter(from_, address, _say(subject, language), _say(text, language)))


def _line(name: str, before, after, language: str) -> str:
    label = {
        "provider": _("Way of paying online"),
        "bank": _("Bank"),
        "account": _("Account number"),
        "holder": _("Account holder"),
    }[name.removeprefix(f"{PREFIX}.")]
    return f"{_say(label, language)}: {_shown(before)} -> {_shown(after)}"


def _shown(value) -> str:
    bank = banks().get(value or "")
    return bank.title if bank is not None else value or "-"


def _administrators() -> list[tuple[str, str]]:
    """Address and language of each administrator, and the portal's own mailbox."""
    found = {}
    own = api.portal.get_registry_record("plone.email_from_address", default="") or ""
    if is_address(own):
        found[own] = "vi"
    group = api.portal.get_tool("portal_groups").getGroupById(GROUP)
    for member in group.getGroupMembers() if group is not None else ():
        address = member.getProperty("email", "") or ""
        if is_address(address) and not is_off(member.getId()):
            found[address] = "en" if member.getProperty("language", "") == "en" else "vi"
    return sorted(found.items())


def _say(message, language: str) -> str:
    return translate(message, domain="eduportal", target_language=language)
