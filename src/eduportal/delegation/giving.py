"""Entrusting sections to persons, by local roles that reach everything below a section.

Two levels: ``"write"`` (write and submit) and ``"edit"`` (change other people's texts too). They
never let anybody approve: publication stays with the chief editor (TT 53/2012/TT-BGDĐT, Điều 16).
"""

from collections.abc import Iterable
from collections.abc import Mapping
from eduportal import audit
from plone import api
from plone.app.multilingual.interfaces import ITranslationManager

LEVELS = {"write": ("Contributor",), "edit": ("Contributor", "Editor")}
OURS = frozenset(LEVELS["edit"])
EVERYWHERE = ("contributors", "editors")
"""The groups whose members write in every section."""


def entrusted(portal) -> dict[str, dict[str, str]]:
    """``{user id: {path of a Vietnamese section inside the portal: level}}``."""
    found: dict[str, dict[str, str]] = {}
    for path, section in sections(portal).items():
        for person, roles in section.get_local_roles():
            level = _level(roles)
            if level:
                found.setdefault(person, {})[path] = level
    return found


def entrust(
    portal, persons: Iterable[str], wanted: Mapping[str, str], only: bool = False
) -> list[str]:
    """Give each of ``persons`` exactly ``wanted`` (path: level); those whose sections changed.

    With ``only`` they leave the groups that write everywhere.
    """
    there, before = sections(portal), entrusted(portal)
    wanted = {path: level for path, level in wanted.items() if path in there and level in LEVELS}
    changed, touched = [], set()
    for person in persons:
        if only:
            _leave_groups(person)
        had = before.get(person, {})
        if had == wanted:
            continue
        changed.append(person)
        for path in had.keys() | wanted.keys():
            if had.get(path) != wanted.get(path):
                _set(there[path], person, LEVELS.get(wanted.get(path, ""), ()))
                touched.add(path)
        audit.record(
            "delegation.give" if wanted else "delegation.take",
            where=login_of(person),
            before=had,
            after=dict(wanted),
        )
    for path in _topmost(touched):
        _reindex(portal, there[path])
    return changed


def sections(portal) -> dict[str, object]:
    """The Vietnamese sections by their paths inside the portal, in the order of the tree."""
    catalog = api.portal.get_tool("portal_catalog")
    base = "/".join(portal.getPhysicalPath())
    brains = catalog.unrestrictedSearchResults(
        portal_type="Section", path=f"{base}/vi", sort_on="getObjPositionInParent"
    )
    below: dict[str, list] = {}
    for brain in brains:
        below.setdefault(brain.getPath().rpartition("/")[0], []).append(brain)
    found: dict[str, object] = {}

    def walk(path: str) -> None:
        for brain in below.get(path, ()):
            found[brain.getPath()[len(base) :]] = brain._unrestrictedGetObject()
            walk(brain.getPath())

    walk(f"{base}/vi")
    return found


def login_of(person: str) -> str:
    user = api.portal.get_tool("acl_users").getUserById(person)
    return person if user is None else user.getUserName()


def _level(roles: Iterable[str]) -> str:
    if "Editor" in roles:
        return "edit"
    return "write" if "Contributor" in roles else ""


def _set(section, person: str, roles: tuple[str, ...]) -> None:
    """In both languages; other local roles, such as its creator's, stay."""
    for twin in _twins(section):
        kept = set(dict(twin.get_local_roles()).get(person, ())) - OURS
        if kept | set(roles):
            twin.manage_setLocalRoles(person, sorted(kept | set(roles)))
        else:
            twin.manage_delLocalRoles([person])


def _twins(section) -> list:
    return list(ITranslationManager(section).get_translations().values()) or [section]


def _topmost(paths: Iterable[str]) -> list[str]:
    return [
        path
        for path in paths
        if not any(path != other and path.startswith(f"{other}/") for other in paths)
    ]


def _reindex(portal, section) -> None:
    """Who may see what is not public yet; what everybody sees does not depend on persons.

    A section may hold a hundred thousand public documents, so this is not reindexObjectSecurity.
    """
    catalog = api.portal.get_tool("portal_catalog")
    for twin in _twins(section):
        for brain in catalog.unrestrictedSearchResults(
            path="/".join(twin.getPhysicalPath()), allowedRolesAndUsers={"not": "Anonymous"}
        ):
            catalog.reindexObject(
                brain._unrestrictedGetObject(), idxs=["allowedRolesAndUsers"], update_metadata=0
            )


def _leave_groups(person: str) -> None:
    groups = {group.getId() for group in api.group.get_groups(username=login_of(person))}
    for name in EVERYWHERE:
        if name in groups:
            api.group.remove_user(groupname=name, username=login_of(person))
