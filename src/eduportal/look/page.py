"""The parts of ``@@look`` in their order, and the fields that stand in each."""

from dataclasses import dataclass
from eduportal import _
from eduportal.look.model import FESTIVE
from eduportal.look.model import MOURNING
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Field:
    """``kind`` is the type of the input, ``lines`` for several lines, ``picture`` for a file.

    ``language`` is that of what is written into it, ``""`` for what is in none.
    """

    name: str
    label: Message
    kind: str = "text"
    language: str = ""
    help: Message | str = ""


@dataclass(frozen=True)
class Part:
    """One form; ``id`` says what it does and is the anchor of its section.

    ``save`` is what its button says, ``note`` what stands above that. A part that is not ``listed``
    is left out of the list at the top of the page.
    """

    id: str
    title: Message | str = ""
    save: Message | str = ""
    lead: Message | str = ""
    fields: tuple[Field, ...] = ()
    note: Message | str = ""
    listed: bool = True
    primary: bool = True

    @property
    def has_files(self) -> bool:
        return any(field.kind == "picture" for field in self.fields)


def _occasion(kind: str, title: Message, lead: Message, save: Message) -> Part:
    return Part(
        id=kind,
        title=title,
        lead=lead,
        fields=(
            Field(f"{kind}_from", _("Begins (Viet Nam time)"), "datetime-local"),
            Field(f"{kind}_to", _("Ends (Viet Nam time)"), "datetime-local"),
            Field(f"{kind}_vi", _("Words in Vietnamese"), language="vi"),
            Field(f"{kind}_en", _("Words in English"), language="en"),
            Field(
                f"{kind}_picture",
                _("Picture beside the words"),
                "picture",
                help=_("Not needed. A decoration without words in it."),
            ),
        ),
        note=_("It is shown between the two times. To end it, empty both; the words are kept."),
        save=save,
    )


PENDING = (
    Part("publish", save=_("Put the changes on line")),
    Part("discard", save=_("Give the changes up"), primary=False),
)
"""What is done with changes that visitors do not see yet."""

PAGE = (
    Part(
        id="colours",
        title=_("Colours"),
        fields=(
            Field(
                "colour",
                _('Main colour, for "a colour of our own"'),
                "color",
                help=_(
                    "The lighter and darker shades are made from it. Light, calm colours are "
                    "best; one that some readers could not read is refused."
                ),
            ),
        ),
        save=_("Save colours"),
    ),
    Part(
        id="pictures",
        title=_("Logo and banner"),
        fields=(
            Field(
                "logo",
                _("Logo"),
                "picture",
                help=_(
                    "JPEG or PNG, best with a transparent ground. It is shown beside the name, "
                    "at most 160 points high."
                ),
            ),
            Field(
                "banner",
                _("Picture of the banner"),
                "picture",
                help=_(
                    "A wide picture, such as the school's front. Write no words into it: readers "
                    "who hear the page would miss them."
                ),
            ),
        ),
        save=_("Save logo and banner"),
    ),
    Part(
        id="words",
        title=_("Slogan and footer"),
        fields=(
            Field("slogan_vi", _("Slogan in Vietnamese"), language="vi"),
            Field("slogan_en", _("Slogan in English"), language="en"),
            Field("footer_vi", _("More lines of the footer, in Vietnamese"), "lines", "vi"),
            Field("footer_en", _("More lines of the footer, in English"), "lines", "en"),
        ),
        note=_(
            "At most six lines, such as the licence of the portal. Name, address, telephone and "
            "responsible person stand in the footer already. Without English words, English pages "
            "show the Vietnamese ones."
        ),
        save=_("Save slogan and footer"),
    ),
    Part(id="menu", title=_("Menu")),
    Part(
        id="map",
        title=_("Map"),
        lead=_(
            "A picture of the map stands beside the contact: a picture loads at once and tells no "
            "other company who visits the portal."
        ),
        fields=(
            Field(
                "map",
                _("Picture of the map"),
                "picture",
                help=_("For example a screenshot in which the gate is marked."),
            ),
            Field("map_alt_vi", _("The way in words, in Vietnamese"), language="vi"),
            Field("map_alt_en", _("The way in words, in English"), language="en"),
            Field("map_link", _("Address of a map elsewhere"), "url"),
        ),
        save=_("Save the map"),
    ),
    _occasion(
        MOURNING,
        _("Mourning"),
        _(
            "For days of state mourning: the portal loses its colours and shows a black ribbon, "
            "by itself from the beginning to the end."
        ),
        _("Save mourning"),
    ),
    _occasion(
        FESTIVE,
        _("Festive days"),
        _(
            "A line, and if you like a picture, above the banner: the New Year, the opening of "
            "the school year, Teachers' Day."
        ),
        _("Save festive days"),
    ),
    Part(
        id="theming",
        title=_("A theme of your own"),
        save=_("Save the permission"),
        listed=False,
    ),
    Part(
        id="default",
        title=_("Back to the beginning"),
        save=_("Prepare the first look"),
        listed=False,
        primary=False,
    ),
)
