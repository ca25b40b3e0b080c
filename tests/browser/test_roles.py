"""What a role may do, changed in one browser and felt in another."""

import pytest
from playwright.sync_api import expect

from portal.models import Role, RolePermission, User
from portal.services.mfa import mfa_begin, mfa_confirm
from reservations.models import Reservation
from tests.browser.conftest import PASSWORD, code_of, sign_in


@pytest.fixture
def secret(manager):
    """The manager's authenticator app. This company lets its managers say what roles may do."""
    RolePermission.objects.create(
        role=Role.objects.get(role_code="MANAGER"),
        resource="permissions",
        action="write",
        scope="all",
        permission_code="permissions.write",
    )
    enrolment = mfa_begin(user=manager)
    mfa_confirm(user=manager, code=code_of(enrolment.secret))
    return enrolment.secret


@pytest.fixture
def mate(make):
    """A team member who may sign in to the console."""
    user = make(
        "portal.User",
        email="mate@example.com",
        user_type="team",
        is_staff=True,
        status="active",
        team_member=make("team.TeamMember", team=make("team.Team")),
    )
    user.set_password(PASSWORD)
    user.save(update_fields=["password"])
    make("portal.UserRole", user=user, role=Role.objects.get(role_code="TEAM_MEMBER"))
    return User.objects.get(pk=user.pk)


def test_a_cell_of_the_grid_counts_from_the_others_next_click_on(
    fresh, manager, secret, mate, make, live_server
):
    make("portal.User", is_superuser=True, status="active")  # somebody is left who can mend it
    stay = make("reservations.Reservation")
    number = Reservation.objects.values_list("number", flat=True).get(pk=stay.pk)
    office = fresh()
    page = sign_in(office, manager.email)
    page.wait_for_url("**/login/code/?next=*")
    page.get_by_label("Code").fill(code_of(secret, ahead=1))
    page.keyboard.press("Enter")
    page.wait_for_url(f"{live_server.url}/console/")

    field = fresh()
    theirs = sign_in(field, mate.email)
    theirs.wait_for_url(f"{live_server.url}/console/")
    field.open("/console/reservations/reservation/")
    expect(theirs.get_by_role("link", name=number)).to_have_count(0)

    role = Role.objects.get(role_code="TEAM_MEMBER")
    for scope, count in (("all", 1), ("team", 0)):
        office.open(f"/console/portal/role/{role.pk}/matrix/")
        page.get_by_label("Filter resources").fill("reservations")
        page.get_by_label("Reservations: read", exact=True).select_option(scope)
        page.get_by_role("button", name="Save the changes").click()
        expect(page.get_by_text("1 permission of Team member changed")).to_be_visible()
        theirs.reload()
        expect(theirs.get_by_role("link", name=number)).to_have_count(count)
    assert office.overflow == 0
