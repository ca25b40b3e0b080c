"""Addresses: pages for everybody (``account:…``) and those of the console (``admin:…``)."""

from functools import partial, update_wrapper

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from portal.admin.account import entering, links, notices, own

app_name = "account"
urlpatterns = [
    path("forgotten/", links.forgotten, name="forgotten"),
    path("reset/", links.reset, name="reset"),
    path("invitation/", links.invitation, name="invitation"),
    path("email/", links.email, name="email"),
]


def console_pages(site) -> list:
    """The pages that stand in the console; they take the place of Django's own."""

    def for_everybody(page):
        return login_not_required(never_cache(sensitive_post_parameters()(_of(page))))

    def for_staff(page):
        return site.admin_view(sensitive_post_parameters()(_of(page)))

    def _of(page):
        return update_wrapper(partial(page, site=site), page)

    return [
        path("login/", for_everybody(entering.sign_in_page), name="login"),
        path("login/code/", for_everybody(entering.second_step_page), name="second_step"),
        path("logout/", for_everybody(entering.sign_out), name="logout"),
        path("password_change/", for_staff(own.password_page), name="password_change"),
        path("account/", for_staff(own.account_page), name="account"),
        path("account/second-factor/", for_staff(own.enrolment_page), name="enrolment"),
        path("account/second-factor/off/", for_staff(own.take_off_page), name="take_off"),
        path("account/codes/", for_staff(own.recovery_codes_page), name="recovery_codes"),
        path("account/notifications/", for_staff(notices.notices_page), name="notices"),
        path("account/email/", for_staff(own.verification_page), name="verification"),
        path(
            "account/sessions/<uuid:session_id>/end/",
            for_staff(own.session_end_page),
            name="session_end",
        ),
    ]
