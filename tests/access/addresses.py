"""Every address there is, and what proves that it is shut to those whom it is not for."""

from collections.abc import Iterator

from django.contrib import admin
from django.urls import get_resolver

from core.api.registry import discover
from directory.models import Contact
from finance.models import OwnerStatement
from knowledge.models import ChecklistRun, Document
from portal.models import PortalSession
from property.models import Clean, Inspection, Property
from reservations.models import Reservation
from service.models import Ticket, TicketHomeowner
from storage.models import StoredFile

#: Pages that every model of the console has; asked for every model by ``console`` and ``pages``.
PAGES = {
    "changelist", "add", "change", "delete", "history", "export", "move", "deed", "reveal",
    "columns", "view_save", "view_delete",
}  # fmt: skip
#: Calls that every table of the API has; asked by ``api``.
CALLS = {"list", "detail", "move"}
#: Portals: the start of a name, and whose key the address has.
PORTALS = {
    "guest-stay": Reservation,
    "guest-request": Ticket,
    "guest-document": Document,
    "guest-file": StoredFile,
    "guest-profile": Contact,
    "owner-property": Property,
    "owner-stay": Reservation,
    "owner-statement": OwnerStatement,
    "owner-document": Document,
    "owner-approval": TicketHomeowner,
    "owner-year": Property,
    "owner-profile": Contact,
    "team-clean": Clean,
    "team-inspection": Inspection,
    "team-ticket": Ticket,
    "team-checklist": ChecklistRun,
    "team-file": StoredFile,
    "team-day": Clean,
    "team-clock": Clean,
    "team-issues": Property,
    "vendor-ticket": Ticket,
    "me": PortalSession,
}
#: Addresses with a proof of their own, by the start of their name, and where it is.
ELSEWHERE = {
    "home": "leads to the console",
    "admin:login": "for everybody; tests/portal/test_sign_in.py",
    "admin:second_step": "for everybody who has said the password; tests/portal/test_sign_in.py",
    "admin:logout": "ends one's own session",
    "admin:password_change": "one's own password; tests/portal/test_passwords.py",
    "admin:account": "one's own account; tests/portal/test_console_sign_in.py",
    "admin:notices": "one's own notifications; tests/portal/test_notices_page.py",
    "admin:enrolment": "one's own second factor; tests/portal/test_console_sign_in.py",
    "admin:take_off": "one's own second factor; tests/portal/test_console_sign_in.py",
    "admin:recovery_codes": "one's own codes; tests/portal/test_console_sign_in.py",
    "admin:verification": "one's own address; tests/portal/test_account_links.py",
    "admin:session_end": "one's own sessions; tests/portal/test_console_sessions.py",
    "admin:view_as": "tests/portal/test_view_as.py",
    "admin:directory": "names of tables that may be read; tests/console/test_navigation.py",
    "admin:tables": "names of tables that may be read; tests/console/test_navigation.py",
    "admin:index": "counts of rows in reach; tests/console/test_dashboard.py",
    "admin:search": "rows in reach: asked by console",
    "admin:autocomplete": "rows in reach: asked by console",
    "admin:jsi18n": "words of the console, the same for everybody",
    "admin:view_on_site": "no model has a page of its own elsewhere",
    "admin:app_list": "leads to admin:tables",
    "admin:staging_importbatch_": "own imports; tests/staging/test_import_pages.py",
    "admin:portal_role_": "tests/portal/test_role_matrix.py",
    "admin:portal_user_": "tests/console/test_records.py, tests/portal/test_view_as.py",
    "admin:storage_storedfile_": "tests/console/test_files.py",
    "reservations-reviews-reply": "tests/reservations/test_reviews.py",
    "reservations-reviews-publish": "tests/reservations/test_reviews.py",
    "admin:property_clean_plan": "tests/property/test_plan_pages.py",
    "admin:property_inspection_plan": "tests/property/test_plan_pages.py",
    "property-cleans-plan": "tests/property/test_plan_pages.py",
    "property-inspections-plan": "tests/property/test_plan_pages.py",
    "admin:reach": "for administrators; tests/portal/test_reach_page.py",
    "admin:chart": "rows in reach; tests/reservations/desk/test_chart_pages.py",
    "admin:desk": "rows in reach; tests/reservations/desk/test_day.py",
    "admin:message_": "rows in reach; tests/reservations/test_messages.py",
    "reservations-guest_journey_touchpoints-": "tests/reservations/test_messages.py",
    "admin:availability": "homes in reach; tests/reservations/desk/test_availability.py",
    "reservations-availability": "homes in reach; tests/reservations/desk/test_availability.py",
    "admin:shares": "for those who may share the row; tests/portal/test_shares.py",
    "account:": "open to everybody who holds a link; tests/portal/test_account_links.py",
    "calendar": "whoever holds its link; tests/property_listings/feeds/test_exports.py",
    "schema": "the description, the same for everybody",
    "docs": "the description, the same for everybody",
    "auth-": "the ways to sign in; tests/portal/test_tokens.py, test_sign_in.py, test_passwords.py",
    "portal-webhook_endpoints-": "tests/portal/webhooks",
    "admin:quote_new": "homes in reach; tests/reservations/test_quote_pages.py",
    "reservations-quotes-": "tests/reservations/test_quotes_api.py",
    "reservations-reservations-refund-preview": "tests/reservations/test_quotes_api.py",
    "reservations-reservations-quote": "tests/reservations/test_quotes_api.py",
    "admin:reservations_reservation_": "tests/reservations/test_stay_page.py",
    "reservations-reservations-": "tests/reservations/test_stays_api.py",
}


def routes() -> Iterator[tuple[str, str]]:
    """Name ("admin:…" within the console) and route of every address that has a name."""

    def walk(resolver, before="", space=""):
        for pattern in resolver.url_patterns:
            route = f"{before}{pattern.pattern}"
            if hasattr(pattern, "url_patterns"):
                inner = f"{pattern.namespace}:" if pattern.namespace else space
                yield from walk(pattern, route, inner)
            elif pattern.name:
                yield f"{space}{pattern.name}", route

    yield from walk(get_resolver())


def covered() -> set[str]:
    """Names of the addresses that the probes of all models ask."""
    names = {
        f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"
        for model in admin.site._registry
        for page in PAGES
    }
    for model in discover():
        schema, table = model._meta.db_table.replace('"', "").split(".")
        names |= {f"{schema}-{table}-{call}" for call in CALLS}
    return names


def portal_of(name: str):
    """The model whose keys an address of a portal takes; None for no such address."""
    starts = [start for start in PORTALS if name == start or name.startswith(f"{start}-")]
    return PORTALS[max(starts, key=len)] if starts else None


def elsewhere(name: str) -> str | None:
    """The entry of ``ELSEWHERE`` that an address falls under."""
    return next((start for start in ELSEWHERE if name.startswith(start)), None)
