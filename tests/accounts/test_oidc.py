"""Signing in elsewhere, against a real OpenID provider that runs beside the portal."""

from eduportal.accounts import doorkeeper
from eduportal.accounts.doorkeeper import Verdict
from eduportal.accounts.oidc.pages import NO_ACCOUNT
from eduportal.accounts.oidc.pages import NOT_WORKED
from eduportal.accounts.oidc.settings import Provider
from eduportal.accounts.oidc.settings import provider
from eduportal.accounts.oidc.settings import store
from eduportal.accounts.sentences import sentence
from lxml import html
from plone import api
from tests.accounts.conftest import PASSWORD
from tests.accounts.conftest import told
from urllib.parse import parse_qs
from urllib.parse import urlsplit
import oidc_provider_mock
import pytest
import requests
import transaction


@pytest.fixture
def issuer():
    """The provider, which knows the people it is told of."""
    with oidc_provider_mock.run_server_in_thread(require_nonce=True) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def linked(door, issuer):
    """The portal with the provider set, and the provider's people: sub -> claims."""
    people = {
        "s1": {"email": "binh@mau.vn", "email_verified": True, "name": "Nguyễn Thị Bình"},
        "s2": {"email": "chi@mau.vn", "email_verified": False, "name": "Kẻ mạo danh"},
        "s3": {"email": "moi@mau.vn", "email_verified": True, "name": "Trần Văn Mới"},
    }
    for subject, claims in people.items():
        requests.put(f"{issuer}/users/{subject}", json=claims).raise_for_status()
    choose(door, issuer)
    return door


def choose(door, issuer, **more):
    transaction.begin()
    values = {"title": "Sở mẫu", "issuer": issuer, "client_id": "cong", "secret": "bi mat cua cong"}
    store(door.portal, Provider(**values | more))
    transaction.commit()


def start(door, session):
    """Press the button on the sign-in form: where the browser is sent."""
    page = session.get(f"{door.url}/login").content
    forms = html.fromstring(page).xpath("//form[contains(@action, '@@oidc-sign-in')]")
    fields = dict(forms[0].form_values())
    return session.post(forms[0].get("action"), data=fields, allow_redirects=False)


def approve(session, address, subject):
    """Sign in at the provider: the address that it sends the browser back to."""
    answer = session.post(address, data={"sub": subject}, allow_redirects=False)
    return answer.headers["Location"]


def go(door, subject):
    session = requests.Session()
    address = start(door, session).headers["Location"]
    page = session.get(approve(session, address, subject))
    return session, page


def test_an_account_is_found_by_its_verified_address_and_then_by_its_subject(linked, issuer):
    session, _page = go(linked, "s1")
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        api.user.get("binh").setMemberProperties({"email": "khac@mau.vn"})
    transaction.commit()
    again, _page = go(linked, "s1")

    assert linked.is_in(session)
    assert linked.is_in(again)
    transaction.begin()
    assert dict(doorkeeper(linked.portal).subjects) == {f"{issuer} s1": "binh"}


def test_an_address_that_the_provider_did_not_verify_opens_nothing(linked):
    session, page = go(linked, "s2")

    assert not linked.is_in(session)
    assert told(NO_ACCOUNT) in page.text


def test_no_account_is_made_unless_it_is_allowed(linked, issuer):
    refused, _page = go(linked, "s3")
    choose(linked, issuer, make_accounts=True, group="contributors")
    taken, _page = go(linked, "s3")
    transaction.begin()
    made = api.user.get("moi")

    assert (linked.is_in(refused), linked.is_in(taken)) == (False, True)
    assert made.getProperty("fullname") == "Trần Văn Mới"
    groups = {group.getId() for group in api.group.get_groups(user=made)}
    assert groups == {"contributors", "AuthenticatedUsers"}


def test_the_browser_is_sent_with_state_nonce_and_pkce(linked, issuer):
    session = requests.Session()
    answer = start(linked, session)
    query = parse_qs(urlsplit(answer.headers["Location"]).query)

    assert answer.headers["Location"].startswith(issuer)
    assert query["code_challenge_method"] == ["S256"]
    assert query["redirect_uri"] == [f"{linked.url}/@@oidc-callback"]
    assert all(len(query[name][0]) >= 43 for name in ("state", "nonce", "code_challenge"))
    assert len({query[name][0] for name in ("state", "nonce", "code_challenge")}) == 3


def test_an_answer_is_good_only_in_the_browser_that_asked_and_once(linked):
    asking, other = requests.Session(), requests.Session()
    back = approve(asking, start(linked, asking).headers["Location"], "s1")
    start(linked, other)
    other.get(back)
    page = requests.get(back)
    asking.get(back)
    replayed = requests.Session()
    replayed.get(back)

    assert not linked.is_in(other)
    assert told(NOT_WORKED) in page.text
    assert linked.is_in(asking)
    assert not linked.is_in(replayed)


@pytest.mark.parametrize("name", ["state", "code"])
def test_an_answer_that_was_tampered_with_is_refused(linked, name):
    session = requests.Session()
    back = approve(session, start(linked, session).headers["Location"], "s1")
    parts = urlsplit(back)
    query = {key: values[0] for key, values in parse_qs(parts.query).items()}
    session.get(f"{linked.url}/@@oidc-callback", params=query | {name: "x" + query[name]})

    assert not linked.is_in(session)


def test_a_token_for_another_client_or_nonce_is_refused(linked, issuer, monkeypatch):
    from eduportal.accounts.oidc import client
    from eduportal.accounts.oidc.client import OidcError
    from secrets import token_urlsafe

    here = Provider(title="x", issuer=issuer, client_id="cong", secret="bi mat cua cong")
    described = client.discover(issuer)
    callback, verifier = f"{linked.url}/@@oidc-callback", token_urlsafe(48)

    def claims(given, nonce, checked_by=here):
        address = client.authorization_url(here, described, callback, "s", given, verifier)
        back = approve(requests.Session(), address, "s1")
        code = parse_qs(urlsplit(back).query)["code"][0]
        return client.claims(checked_by, described, callback, code, nonce, verifier)

    assert claims("n1", "n1").email == "binh@mau.vn"
    with pytest.raises(OidcError, match="nonce"):
        claims("n1", "n2")
    with pytest.raises(OidcError):
        claims("n1", "n1", Provider(title="x", issuer=issuer, client_id="khac", secret="khac"))
    with pytest.raises(OidcError, match="iss"):
        claims("n1", "n1", Provider(issuer="https://khac.vn", client_id="cong", secret=here.secret))


def test_the_second_factor_is_asked_for_here_too(linked):
    linked.enrol(linked.enter("binh"))
    session, page = go(linked, "s1")

    assert page.url.startswith(f"{linked.url}/@@second-factor")
    assert not linked.is_in(session)


def test_an_account_that_is_switched_off_stays_so(linked):
    transaction.begin()
    doorkeeper(linked.portal).off["binh"] = 1
    transaction.commit()
    session, page = go(linked, "s1")

    assert not linked.is_in(session)
    assert told(sentence(Verdict("off"))) in page.text


def test_without_a_provider_nothing_of_it_is_there(door):
    page = requests.get(f"{door.url}/login")

    assert "oidc" not in page.text
    assert requests.get(f"{door.url}/@@oidc-callback").status_code == 404


def test_the_panel_is_for_the_instances_administrator_and_keeps_the_secret(door, issuer):
    from plone.app.testing import SITE_OWNER_NAME
    from plone.app.testing import SITE_OWNER_PASSWORD

    address = f"{door.url}/@@eduportal-oidc-controlpanel"
    unit = requests.get(address, auth=("chi", PASSWORD), allow_redirects=False)
    session = door.enter(SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    typed = {"title": "Sở mẫu", "client_id": "cong", "secret": "bi mat", "save": "1"}

    def save(**values):
        data = door.fields(session.get(address).content, "issuer") | typed | values
        return session.post(address, data=data)

    plain = save(issuer="http://vi-du.vn")
    silent = save(issuer="http://localhost:9")
    saved = save(issuer=issuer)
    save(issuer=issuer, secret="", title="Tên mới")
    transaction.begin()

    assert unit.status_code in (302, 401)
    assert told("The address has to begin with https://.") in plain.text
    assert "Connection refused" in silent.text
    assert "bi mat" not in saved.text
    kept = provider(door.portal)
    assert (kept.title, kept.secret) == ("Tên mới", "bi mat")
