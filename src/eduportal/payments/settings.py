"""Control panel "Fees of online services": registry ``eduportal.payments.*``.

Whoever can change the account can lead other people's money away. So it is not among what editors
change: the page asks for the permission of a portal's administrators, every change is in the
journal (as of any setting) and is told to all administrators by mail (``changes.py``).
"""

from dataclasses import dataclass
from eduportal import _
from eduportal.payments.banks import Bank
from eduportal.payments.banks import banks
from eduportal.payments.vietqr import ACCOUNT
from plone import api
from plone.app.registry.browser import controlpanel
from zope import schema
from zope.interface import Interface
from zope.interface import Invalid
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary

PREFIX = "eduportal.payments"
VIETQR = "vietqr"


def plain_account(typed: str | None) -> str:
    """The account number as banks know it: people type it in groups."""
    return "".join((typed or "").split()).upper()


def is_account(typed: str) -> bool:
    if not typed or ACCOUNT.fullmatch(plain_account(typed)):
        return True
    raise Invalid(_("An account number has up to 19 digits or letters."))


@provider(IVocabularyFactory)
def bank_vocabulary(_context) -> SimpleVocabulary:
    """The banks of ``data/banks.toml``."""
    return SimpleVocabulary(
        [SimpleTerm(bank.bin, bank.bin, bank.title) for bank in banks().values()]
    )


class IPaymentSettings(Interface):
    """Where a unit's fees are paid."""

    provider = schema.Choice(
        title=_("Way of paying online"),
        description=_("An add-on may bring others."),
        vocabulary="eduportal.payment_providers",
        required=True,
        default=VIETQR,
    )
    bank = schema.Choice(
        title=_("Bank"),
        description=_("Where the unit has its account for fees."),
        vocabulary="eduportal.payment_banks",
        required=False,
    )
    account = schema.TextLine(
        title=_("Account number"),
        description=_("Every change is told to all administrators by mail."),
        constraint=is_account,
        required=False,
        default="",
    )
    holder = schema.TextLine(
        title=_("Account holder"),
        description=_("As the bank writes it, so that the payer can compare."),
        max_length=150,
        required=False,
        default="",
    )
    counter = schema.Text(
        title=_("Paying in person"),
        description=_("Room, hours and telephone of the cashier."),
        max_length=1000,
        required=False,
        default="",
    )


def setting(name: str):
    """One of the settings of the portal at hand; the schema's default where it has none."""
    default = IPaymentSettings[name].default
    return api.portal.get_registry_record(f"{PREFIX}.{name}", default=default)


@dataclass(frozen=True)
class Account:
    """The unit's account; ``number`` without blanks."""

    bank: Bank
    number: str
    holder: str


def account() -> Account | None:
    """The account of the portal at hand; None until bank, number and holder are all there."""
    bank = banks().get(setting("bank") or "")
    number = plain_account(setting("account"))
    holder = (setting("holder") or "").strip()
    return Account(bank, number, holder) if bank and number and holder else None


class PaymentForm(controlpanel.RegistryEditForm):
    """The settings of one portal."""

    schema = IPaymentSettings
    schema_prefix = PREFIX
    label = _("Fees of online services")
    description = _(
        "payments_panel_lead",
        default=(
            "Citizens see this account beside a VietQR code when their application has a fee. "
            "Until bank, number and holder are filled in they are told to pay in person."
        ),
    )


class PaymentControlPanel(controlpanel.ControlPanelFormWrapper):
    """The page around the form."""

    form = PaymentForm
