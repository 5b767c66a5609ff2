"""Making sites in this process the way ``eduportal provision`` does, and bare ones beside them."""

from eduportal.provisioning.instance import TIME_ZONE
from eduportal.provisioning.instance import provision
from eduportal.provisioning.instance import units
from eduportal.provisioning.requests import fresh
from eduportal.server.layout import Layout
from eduportal.units.model import Unit
from figures import Spent
from figures import spent
from pathlib import Path
from Products.CMFPlone.factory import addPloneSite
import transaction

KIND = "C1"


def unit(number: int) -> Unit:
    """A primary school with a name of usual length; the first one is the parent of the others."""
    mail_domain = f"c1truong{number}.edu.vn"
    return Unit(
        id=f"truong-{number}",
        name=f"Trường Tiểu học Nguyễn Thị Minh Khai số {number}",
        name_en=f"Nguyen Thi Minh Khai Primary School No. {number}",
        tier=KIND,
        parent="truong-1" if number > 1 else "",
        domain=mail_domain,
        email=f"vanthu@{mail_domain}",
        admin_email=f"quantri@{mail_domain}",
    )


def bare_id(number: int) -> str:
    return f"bare-{number}"


def make_bare(app, number: int) -> Spent:
    """A Plone site as the distribution "classic" makes it: one language, no sample content."""
    with spent() as time:
        with fresh(app) as root:
            addPloneSite(
                root,
                bare_id(number),
                title="Bare",
                default_language="vi",
                portal_timezone=TIME_ZONE,
                distribution_name="classic",
                setup_content=False,
            )
        transaction.commit()
        app._p_jar.cacheMinimize()
    return time


def make_portal(app, number: int) -> Spent:
    """One member portal, both languages included."""
    with spent() as time:
        (outcome,) = provision(app, [unit(number)])
    if outcome.done != "created":
        raise SystemExit(f"portal {number}: {outcome.done} {outcome.error}")
    return time


def again(app, count: int) -> Spent:
    """A second run over portals whose rows have not changed."""
    with spent() as time:
        outcomes = provision(app, [unit(number) for number in range(1, count + 1)])
    done = {outcome.done for outcome in outcomes}
    if done != {"unchanged"}:
        raise SystemExit(f"a second run said {done}")
    return time


def listed(app) -> Spent:
    """Reading the units of all portals, none of them in memory: what most commands begin with."""
    app._p_jar.cacheMinimize()
    with spent() as time:
        units(app)
    return time


def packed_size(app, layout: Layout) -> int:
    """Bytes of the main database after packing, blobs included."""
    app._p_jar.db().pack()
    blobs = sum(path.stat().st_size for path in _files(layout.blobs / "main"))
    return (layout.storage / "main.fs").stat().st_size + blobs


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
