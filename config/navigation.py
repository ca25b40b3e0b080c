"""The console's way to its tables: grouped by the work people do.

A group shows its main tables in the sidebar and all of its tables on a page of its own. It claims
tables by topic (``"property.cleans"`` is ``property/models/cleans.py``), by app (``"concierge"``)
or one by one (``"directory.Guest"``); the narrowest claim counts. Every registered table is in
exactly one group: the system check ``config.E001`` holds that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from django.apps import apps
from django.contrib import admin
from django.core import checks
from django.db.models import Model
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from core.permissions.scoping import reaches_any


@dataclass(frozen=True)
class Page:
    """A page of work that is no table, for whoever may see the rows of ``needs``."""

    title: str
    name: str  # of its address
    needs: str
    purpose: str = ""

    @property
    def address(self) -> str:
        """Where it is."""
        return reverse(f"admin:{self.name}")


@dataclass(frozen=True)
class Group:
    """Tables that one kind of work needs: ``main`` ones in the sidebar, ``claims`` all of them.

    ``pages`` stand above the tables.
    """

    slug: str
    title: str
    icon: str
    main: tuple[str, ...]
    claims: tuple[str, ...] = ()
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table as a page lists it; ``purpose`` is the first sentence of the model's docstring."""

    label: str
    title: str
    purpose: str
    address: str


@dataclass
class Listed:
    """A group with those of its tables that a person may see."""

    group: Group
    address: str
    tables: list[Table] = field(default_factory=list)
    more: bool = False
    pages: list[Page] = field(default_factory=list)


def _group(
    slug: str, title: str, icon: str, main: str, claims: str = "", pages: tuple[Page, ...] = ()
) -> Group:
    return Group(slug, title, icon, tuple(main.split()), tuple(claims.split()), pages)


GROUPS = (
    _group(
        "front-desk",
        "Front desk",
        "concierge",
        "reservations.Reservation directory.Guest reservations.GuestJourney"
        " reservations.Touchpoint reservations.Review comms.Message",
        "reservations comms",
        (
            Page(
                "Tape chart",
                "chart",
                "reservations.Reservation",
                "Stays of all homes on one calendar, moved by hand.",
            ),
            Page(
                "Today at the desk",
                "desk",
                "reservations.Reservation",
                "Arrivals, departures and turns of a day.",
            ),
            Page(
                "Availability",
                "availability",
                "reservations.PropertyCalendar",
                "Which homes are free from one day to another.",
            ),
            Page(
                "New quote",
                "quote_new",
                "reservations.Quote",
                "What a stay costs, line by line, and why.",
            ),
            Page(
                "Message queue",
                "message_queue",
                "reservations.Touchpoint",
                "Messages to guests that are due: edit, send by hand, put off, skip.",
            ),
        ),
    ),
    _group(
        "housekeeping",
        "Housekeeping & inspections",
        "cleaning_services",
        "property.Clean property.Inspection property.InspectionIssue property.InspectionQuestion",
        "property.cleans property.inspections service.InspectionTimeEntry storage.InspectionFile"
        " service.TicketClean service.TicketInspection",
    ),
    _group(
        "maintenance",
        "Maintenance & tickets",
        "handyman",
        "service.Ticket service.RecurringTask service.TicketMiss service.Project"
        " service.DamageClaim service.TicketVendor",
        "service storage.TicketFile",
    ),
    _group(
        "properties",
        "Properties",
        "villa",
        "property.Property property.Resort property.Room property.AccessCode property.KeyCheckout"
        " property.Appliance property.AcSystem",
        "property storage.RoomFile",
    ),
    _group(
        "people",
        "People & companies",
        "contacts",
        "directory.Contact directory.Company directory.Vendor directory.ContactGroup",
        "directory",
    ),
    _group(
        "owners",
        "Owners & trust money",
        "real_estate_agent",
        "directory.Homeowner directory.Ownership finance.OwnerStatement finance.OwnerPayout"
        " finance.TrustTransaction",
        "finance.statements finance.TrustAccount",
    ),
    _group(
        "accounting",
        "Accounting",
        "account_balance",
        "finance.Transaction finance.Invoice finance.VendorPayment finance.Expense"
        " finance.LedgerAccount finance.Budget",
        "finance",
    ),
    _group(
        "revenue",
        "Revenue & listings",
        "trending_up",
        "property_listings.Listing property_listings.ChannelListing"
        " property_listings.CalendarFeed property_listings.CalendarExport"
        " property_listings.ChannelError revenue.SeasonalRate revenue.PricingRecommendation",
        "property_listings revenue",
    ),
    _group(
        "inventory",
        "Inventory & linens",
        "inventory_2",
        "inventory.InventoryItem inventory.StorageStock inventory.RoomStock"
        " inventory.InventoryPurchase inventory.LinenCount",
        "inventory",
    ),
    _group(
        "guest-experience",
        "Guest experience",
        "beach_access",
        "concierge.ConciergeBooking concierge.ServiceRequest concierge.Itinerary"
        " concierge.Restaurant concierge.Activity",
        "concierge",
    ),
    _group(
        "marketing",
        "Marketing",
        "campaign",
        "brand_marketing.MarketingCampaign brand_marketing.SocialPost"
        " brand_marketing.CalendarEntry",
        "brand_marketing",
    ),
    _group(
        "growth",
        "Owner acquisition",
        "rocket_launch",
        "homeowner_acquisition.Prospect homeowner_acquisition.Proposal"
        " homeowner_acquisition.ManagementContract",
        "homeowner_acquisition",
    ),
    _group(
        "knowledge",
        "Knowledge",
        "menu_book",
        "knowledge.Article knowledge.Procedure knowledge.Checklist knowledge.Document",
        "knowledge storage",
    ),
    _group(
        "market",
        "Market data",
        "query_stats",
        "external.MarketProperty external.MarketOccupancy",
        "external",
    ),
    _group(
        "team",
        "Team & payroll",
        "badge",
        "team.TeamMember team.Team team.Shift team.TimeEntry finance.PayrollRun",
        "team finance.PayrollItem",
    ),
    _group(
        "imports",
        "Imports",
        "upload_file",
        "staging.ImportBatch staging.ImportRecipe",
        "staging",
    ),
    _group(
        "reports",
        "Reports",
        "monitoring",
        "analytics.PropertyPerformance analytics.RevenueSummary",
        "analytics",
    ),
    _group(
        "set-up",
        "Set-up & lookups",
        "tune",
        "ref.TicketCategory ref.CleaningType ref.FeeRate geo.Area",
        "ref geo",
    ),
    _group(
        "system",
        "System",
        "settings",
        "portal.User portal.Role secure.AuditLog ai.Agent",
        "portal ai core secure auth guardian procrastinate",
    ),
)


# -- which table is where -------------------------------------------------------------------------


def _claims_on(model: type[Model]) -> list[str]:
    """What may claim the model, the narrowest first."""
    app, module = model._meta.app_label, model.__module__.split(".")
    topic = f"{app}.{module[-1]}" if module[-2:-1] == ["models"] else ""
    return [claim for claim in (model._meta.label, topic, app) if claim]


def groups_of(model: type[Model]) -> list[Group]:
    """The groups with the narrowest claim on the model: one, if all is well."""
    for claim in _claims_on(model):
        found = [group for group in GROUPS if claim in group.main or claim in group.claims]
        if found:
            return found
    return []


def group_of_app(app_label: str) -> Group | None:
    """The group that has most of an app's tables."""
    counts = {
        group: sum(label.startswith(f"{app_label}.") for label in placed()[group.slug])
        for group in GROUPS
    }
    group = max(counts, key=counts.__getitem__)
    return group if counts[group] else None


@cache
def placed() -> dict[str, dict[str, Table]]:
    """Every table of the console by group and label; within a group the main ones first."""
    tables: dict[str, dict[str, Table]] = {group.slug: {} for group in GROUPS}
    homes = {}
    for model in admin.site._registry:
        for group in groups_of(model)[:1]:
            homes[model._meta.label] = (group, model)
    main = [label for group in GROUPS for label in group.main if label in homes]
    rest = sorted(homes.keys() - set(main), key=lambda label: _title(homes[label][1]).casefold())
    for label in (*main, *rest):
        group, model = homes[label]
        tables[group.slug][label] = _table(model)
    return tables


def _table(model: type[Model]) -> Table:
    meta = model._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
    return Table(meta.label, _title(model), _purpose(model), address)


def _title(model: type[Model]) -> str:
    return capfirst(str(model._meta.verbose_name_plural))


def _purpose(model: type[Model]) -> str:
    """The first sentence of the docstring; Django's own made-up one says nothing."""
    text = " ".join((model.__doc__ or "").split("\n\n")[0].split()).replace("``", "")
    if text.startswith(f"{model.__name__}("):
        return ""
    return re.split(r"(?<=\.) ", text, maxsplit=1)[0]


@checks.register(checks.Tags.admin)
def every_table_has_its_group(app_configs, **kwargs) -> list[checks.Error]:
    """Each registered table is in exactly one group, and each main entry is registered."""
    problems = []
    registered = {model._meta.label: model for model in admin.site._registry}
    for label, model in registered.items():
        found = groups_of(model)
        if len(found) != 1:
            where = " and ".join(group.title for group in found) or "no group"
            problems.append(
                checks.Error(
                    f"{label} is in {where} of the console.",
                    hint="Claim it in one group of config/navigation.py.",
                    obj=model,
                    id="config.E001",
                )
            )
    return problems


# -- what a person sees ---------------------------------------------------------------------------


def may_view(request: HttpRequest, label: str) -> bool:
    """Whether the request's user may open the list of that table."""
    app, name = label.lower().split(".")
    return request.user.has_perm(f"{app}.view_{name}")


def directory(request: HttpRequest, groups: tuple[Group, ...] = GROUPS) -> Iterator[Listed]:
    """The groups with all tables that the person may see; groups without any are left out."""
    for group in groups:
        tables = [t for t in placed()[group.slug].values() if may_view(request, t.label)]
        pages = [page for page in group.pages if may_view(request, page.needs)]
        if tables or pages:
            address = reverse("admin:tables", args=[group.slug])
            yield Listed(group, address, tables, pages=pages)


def sidebar(request: HttpRequest) -> SafeString:
    """The sidebar as HTML, with the place of the request's page marked.

    Rendered once for each set of tables that people may see, so a page costs the questions for
    the main tables and nothing for the others.
    """
    visible = tuple(
        label for label, model in _looked_for() if reaches_any(request.user, model, "read")
    )
    html = _sidebar(visible)
    slug, address = _place(request)
    if address:
        html = html.replace(f'href="{address}"', f'href="{address}" aria-current="page"', 1)
    return mark_safe(html.replace(f'data-group="{slug}"', f'data-group="{slug}" open', 1))  # noqa: S308  our own


@cache
def _main_labels() -> tuple[str, ...]:
    tables = {label for group in placed().values() for label in group}
    return tuple(label for group in GROUPS for label in group.main if label in tables)


@cache
def _needed_labels() -> tuple[str, ...]:
    """What pages need to be seen, beyond the tables in the sidebar."""
    needed = dict.fromkeys(page.needs for group in GROUPS for page in group.pages)
    return tuple(label for label in needed if label not in _main_labels())


@cache
def _looked_for() -> tuple[tuple[str, type[Model]], ...]:
    labels = (*_main_labels(), *_needed_labels())
    return tuple((label, apps.get_model(label)) for label in labels)


@lru_cache(maxsize=128)
def _sidebar(visible: tuple[str, ...]) -> str:
    groups = []
    for group in GROUPS:
        shown = (label for label in group.main if label in visible)
        tables = [placed()[group.slug][label] for label in shown if label in placed()[group.slug]]
        pages = [page for page in group.pages if page.needs in visible]
        if tables or pages:
            address = reverse("admin:tables", args=[group.slug])
            more = len(placed()[group.slug]) > len(group.main)
            groups.append(Listed(group, address, tables, more, pages))
    return render_to_string(
        "admin/shell/sidebar.html", {"groups": groups, "directory": reverse("admin:directory")}
    )


def _place(request: HttpRequest) -> tuple[str, str]:
    """The slug of the group and the address of the sidebar's entry where the page belongs."""
    index = reverse("admin:index")
    parts = request.path.removeprefix(index).split("/")
    if request.path == index:
        return "", index
    if parts[0] == "tables":
        return (parts[1], request.path) if len(parts) > 2 else ("", request.path)
    if page := _pages().get(request.path):
        return page
    if len(parts) < 2:
        return "", ""
    found = _by_path().get((parts[0], parts[1]))
    if found is None:
        return "", ""
    slug, table = found
    is_main = table.label in _main_labels()
    return slug, table.address if is_main else reverse("admin:tables", args=[slug])


@cache
def _pages() -> dict[str, tuple[str, str]]:
    return {page.address: (group.slug, page.address) for group in GROUPS for page in group.pages}


@cache
def _by_path() -> dict[tuple[str, str], tuple[str, Table]]:
    return {
        (label.lower().split(".")[0], label.lower().split(".")[1]): (slug, table)
        for slug, tables in placed().items()
        for label, table in tables.items()
    }
