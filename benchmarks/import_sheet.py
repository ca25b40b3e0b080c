"""The sheet that is imported: properties of 25 columns, four of which name other rows."""

import csv
from datetime import date, timedelta
from pathlib import Path

from import_export import fields, resources, widgets

from core.imports.registry import resource_named, spreadsheet
from core.imports.resource import Column, Key, Part, Reference, SpreadsheetResource
from geo.models import Area
from property.models import Property, Resort
from staging.models import StagedProperty
from team.models import Team, TeamMember

MARK = "BENCH-"  # begins the code of every property that is imported here
AREAS, RESORTS, TEAMS, MEMBERS = 200, 40, 20, 60

# Heading of the sheet, which is the attribute, and column of the table.
REFERENCES = {
    "resort": ("resort_id", Resort, "resort_code"),
    "area": ("area_id", Area, "area_name"),
    "primary_team": ("primary_team_id", Team, "team_code"),
    "property_manager": ("property_manager_id", TeamMember, "number"),
}
HEADINGS = (
    *("property_code", "property_name", *REFERENCES, "address_line1", "city", "state"),
    *("postal_code", "latitude", "longitude", "bedrooms", "bathrooms", "sleeps", "square_feet"),
    *("unit_number", "building", "parking_spaces", "min_stay_nights", "onboarding_date"),
    *("rental_permit_number", "tmk", "management_fee_rate", "base_cleaning_fee"),
)
STREETS = ("Wailea Alanui Drive", "Kīhei Road", "Honoapiʻilani Highway", "Hāna Highway")
CITIES = ("Kīhei", "Wailea", "Lahaina", "Kapalua", "Pāʻia", "Makawao")

# What the references lead to, besides the rows that the scratch database has.
MAKE = (
    f"""INSERT INTO geo.areas (area_id, area_name, slug)
        SELECT 'AREA-9' || lpad(n::text, 5, '0'), 'Measured district ' || n, 'measured-' || n
        FROM generate_series(1, {AREAS}) AS n""",
    f"""INSERT INTO team.teams (team_id, name, team_code)
        SELECT 'TEAM-8' || lpad(n::text, 3, '0'), 'Measured team ' || n, 'MEASURED-' || n
        FROM generate_series(1, {TEAMS}) AS n""",
)
UNMAKE = (
    "DELETE FROM geo.areas WHERE area_name LIKE 'Measured district %'",
    "DELETE FROM team.teams WHERE team_code LIKE 'MEASURED-%'",
)


def row(n: int, edition: int = 0, mark: str = MARK) -> tuple:
    """The cells of the n-th row; another ``edition`` differs in two of them."""
    return (
        f"{mark}{n:06}",
        f"{'Sunset' if n % 3 else 'Plumeria'} Villa {n}"
        + (f", edition {edition}" if edition else ""),
        f"R{1 + n % RESORTS}",
        f"Measured district {1 + n % AREAS}",
        f"MEASURED-{1 + n % TEAMS}",
        f"MBR-{1 + n % MEMBERS:06}",
        f"{n % 9000} {STREETS[n % len(STREETS)]}",
        CITIES[n % len(CITIES)],
        "HI",
        f"967{n % 100:02}",
        f"{20.5 + n % 100_003 / 200_000:.6f}",
        f"{-156.7 + n % 100_019 / 200_000:.6f}",
        1 + n % 5,
        f"{1 + n % 7 / 2:.1f}",
        2 + (n + edition) % 12,
        450 + n % 3500,
        f"{n % 900}",
        f"Building {n % 30}",
        n % 4,
        1 + n % 7,
        date(2015, 1, 1) + timedelta(days=n % 4000),
        f"STPH-{n * 7919 % 1_000_000:06}",
        f"(2) {n % 10}-{n % 7}-{n % 1000:03}-{n % 9999:04}",
        f"{0.15 + n % 20 / 100:.2f}",
        f"{150 + n % 400}.00",
    )


def write(path: Path, rows: int, edition: int = 0, mark: str = MARK) -> Path:
    """The sheet as CSV."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        writer.writerows(row(n, edition, mark) for n in range(1, rows + 1))
    return path


def table_columns() -> list[str]:
    """The columns of the table, in the order of the sheet."""
    return [REFERENCES[heading][0] if heading in REFERENCES else heading for heading in HEADINGS]


def resolved(rows: int) -> bytes:
    """The same rows as COPY takes them, the references being keys: what the floor writes."""
    places = {HEADINGS.index(heading): to for heading, to in REFERENCES.items()}
    keys = {
        place: {text: str(key) for text, key in model._base_manager.values_list(by, "pk")}
        for place, (_, model, by) in places.items()
    }
    lines = []
    for n in range(1, rows + 1):
        cells = [str(cell) for cell in row(n)]
        for place, known in keys.items():
            cells[place] = known[cells[place]]
        lines.append("\t".join(cells))
    return "\n".join([*lines, ""]).encode()


class WholeProperty(SpreadsheetResource):
    """Properties with just these columns: the engine's speed, whatever the console's import has."""

    class Meta:
        title = "properties"
        staged = StagedProperty
        parts = {"property": Part(Property, keys=(Key("property code", ("property_code",)),))}
        matched = {"matched_property": "property"}


class DefaultResource(resources.ModelResource):
    """django-import-export as its documentation begins: a model and a widget for each key."""

    resort = fields.Field("resort", "resort", widgets.ForeignKeyWidget(Resort, "resort_code"))
    area = fields.Field("area", "area", widgets.ForeignKeyWidget(Area, "area_name"))
    primary_team = fields.Field(
        "primary_team", "primary_team", widgets.ForeignKeyWidget(Team, "team_code")
    )
    property_manager = fields.Field(
        "property_manager", "property_manager", widgets.ForeignKeyWidget(TeamMember, "number")
    )

    class Meta:
        model = Property
        fields = HEADINGS
        import_id_fields = ("property_code",)


def declared() -> str:
    """Register the resource; its name."""
    for heading in HEADINGS:
        if heading in REFERENCES:
            WholeProperty.fields[heading] = Reference(heading, (REFERENCES[heading][2],))
        else:
            WholeProperty.fields[heading] = Column(heading)
    spreadsheet("measured properties")(WholeProperty)
    return resource_named("measured properties").name
