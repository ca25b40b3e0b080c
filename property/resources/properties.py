"""Homes: what a manager keeps of each, and the listing that describes it to guests."""

from core.imports.cells import (
    ChoiceCell,
    CoordinateCell,
    DateCell,
    IdCell,
    MoneyCell,
    NumberCell,
    WholeCell,
)
from core.imports.cells.rates import FeeCell
from core.imports.registry import spreadsheet
from core.imports.resource import Column, Key, Part, Reference, SourceId, SpreadsheetResource
from property.choices.properties import (
    PropertyListingStatus,
    PropertyManagementStatus,
    PropertyParkingType,
    PropertyPetPolicy,
    PropertySmokingPolicy,
    PropertyStatus,
    PropertyType,
    PropertyViewType,
)
from property.models import Property
from property.resources import words
from property.resources.cells import ListingCell, UnitCell
from property_listings.models import Listing, ListingPricing
from staging.models import StagedProperty
from team.resources.cells import ColleagueCell

NAME = "coalesce({property_name}, {property_code}, {number})"


class WhereItIs(SpreadsheetResource):
    """What a home is called, and where it is."""

    number = Column("number", note="Given here; leave it empty for a new home.")
    property_code = Column(
        "property_code",
        IdCell(),
        required=True,
        heads=(
            "code",
            "unit code",
            "property id",
            "listing id",
            "short name",
            "property short name",
            "nickname",
            "listing nickname",
            "id",
        ),
        note="What the home goes by among the staff: one code a home.",
        example="KS-5204",
    )
    unit = Column(
        None,
        UnitCell(),
        heads=("property", "home", "villa", "rental", "listing"),
        gives={"code": "property_code", "name": "property_name"},
        note="For sheets that have one column for the home's code and name.",
    )
    property_name = Column(
        "property_name",
        required=True,
        heads=("name", "unit name", "listing name", "title", "listing title", "internal name"),
        example="Kamaole Sands 5-204",
    )
    source_id = SourceId(
        heads=("listing id", "property id", "unit id", "external id", "source id", "id"),
        otherwise="property_code",
        note="The home's id in your system; stays and bills imported later may name it.",
    )
    resort = Reference(
        "resort",
        ("number", "resort_code", "resort_name"),
        heads=("resort", "complex", "condominium", "project", "association", "aoao", "community"),
        example="Kamaole Sands",
    )
    area = Reference(
        "area",
        ("number", "area_code", "area_name", "slug"),
        heads=(
            "area",
            "neighbourhood",
            "neighborhood",
            "neighbourhood cleansed",
            "region",
            "location",
            "zone",
        ),
        example="Wailea",
    )
    unit_number = Column(
        "unit_number",
        IdCell(),
        heads=("unit", "unit #", "unit no", "apt", "apartment", "suite", "room number"),
        example="5-204",
    )
    building = Column("building", IdCell(), heads=("bldg", "tower", "building number"))
    floor_level = Column(
        "floor_level", heads=("floor", "floor number", "building floor", "storey", "level")
    )
    address_line1 = Column(
        "address_line1",
        heads=(
            "address",
            "street",
            "street address",
            "address 1",
            "full address",
            "location address",
        ),
    )
    address_line2 = Column("address_line2", heads=("address 2", "apt/suite"))
    city = Column("city", heads=("town", "locality"))
    state = Column("state", heads=("province", "state/province"), example="HI")
    postal_code = Column("postal_code", IdCell(), heads=("zip", "zip code"), example="96753")
    country = Reference("country", ("code", "name", "iso3"), heads=("country",), example="US")
    timezone = Reference("timezone", ("code",), heads=("time zone",), example="Pacific/Honolulu")
    latitude = Column("latitude", CoordinateCell(-90, 90))
    longitude = Column("longitude")


class WhatItHas(WhereItIs):
    """Size, rooms and rules."""

    property_type = Column(
        "property_type",
        ChoiceCell(PropertyType, also=words.HOMES),
        heads=("type", "unit type", "home type", "dwelling type"),
    )
    property_class = Column("property_class", heads=("class", "tier", "grade", "rating class"))
    bedrooms = Column("bedrooms", WholeCell(0, 99), heads=("br", "bdr", "beds rooms", "bed"))
    bathrooms = Column(
        "bathrooms",
        NumberCell(1, 0, 99),
        heads=("ba", "bath", "baths", "bathroom count", "full baths"),
        example="2.5",
    )
    half_baths = Column("half_baths", WholeCell(0, 99), heads=("half bathrooms", "powder rooms"))
    sleeps = Column(
        "sleeps",
        WholeCell(1, 999),
        heads=(
            "accommodates",
            "max occupancy",
            "max occ",
            "occupancy",
            "max guests",
            "capacity",
            "guests",
            "pax",
        ),
    )
    square_feet = Column(
        "square_feet", WholeCell(0), heads=("sq ft", "sqft", "sf", "square footage", "size")
    )
    floors = Column("floors", heads=("stories", "number of floors", "storeys"))
    view_type = Column("view_type", ChoiceCell(PropertyViewType, also=words.VIEWS), heads=("view",))
    has_ac = Column("has_ac", heads=("ac", "a/c", "air conditioning", "aircon"))
    has_pool = Column("has_pool", heads=("pool", "private pool"))
    has_hot_tub = Column("has_hot_tub", heads=("hot tub", "jacuzzi", "spa"))
    has_lanai = Column("has_lanai", heads=("lanai", "balcony", "patio"))
    has_washer_dryer = Column("has_washer_dryer", heads=("washer/dryer", "w/d", "laundry"))
    has_garage = Column("has_garage", heads=("garage",))
    parking_spaces = Column(
        "parking_spaces", WholeCell(0, 99), heads=("parking", "parking stalls", "stalls", "cars")
    )
    parking_type = Column("parking_type", ChoiceCell(PropertyParkingType, also=words.PARKING))
    parking_stall_numbers = Column(
        "parking_stall_numbers", heads=("stall", "stall numbers", "parking stall", "stall #")
    )
    pet_policy = Column(
        "pet_policy",
        ChoiceCell(PropertyPetPolicy, also=words.PETS),
        heads=("pets", "pets allowed", "pet friendly"),
    )
    smoking_policy = Column(
        "smoking_policy",
        ChoiceCell(PropertySmokingPolicy, also=words.SMOKING),
        heads=("smoking", "smoking allowed"),
    )
    check_in_time = Column("check_in_time", heads=("check in", "checkin time", "arrival time"))
    check_out_time = Column(
        "check_out_time", heads=("check out", "checkout time", "departure time")
    )
    early_check_in_available = Column(
        "early_check_in_available", heads=("early check in", "early checkin allowed")
    )
    late_check_out_available = Column(
        "late_check_out_available", heads=("late check out", "late checkout allowed")
    )
    min_stay_nights = Column(
        "min_stay_nights",
        WholeCell(1, 9999),
        heads=("minimum nights", "minimum stay", "min nights", "min stay"),
    )
    turnover_minutes = Column("turnover_minutes", heads=("clean minutes", "cleaning minutes"))
    legal_min_nights = Column("legal_min_nights", heads=("legal minimum nights",))
    inspection_minutes = Column("inspection_minutes", heads=("inspect minutes",))
    wifi_network = Column("wifi_network", heads=("wifi", "wifi name", "ssid", "wi-fi network"))
    internet_speed_mbps = Column(
        "internet_speed_mbps", heads=("internet speed", "mbps", "wifi speed")
    )
    lockbox_location = Column("lockbox_location", heads=("key location", "lockbox"))
    closest_beach = Column("closest_beach", heads=("beach", "nearest beach"))


@spreadsheet("properties")
class PropertyResource(WhatItHas):
    """Managed homes, one a row."""

    tmk = Column(
        "tmk",
        IdCell(),
        heads=("tmk number", "tmk #", "tax map key", "parcel", "parcel number"),
        example="2-3-9-004-140-0021",
    )
    rental_permit_number = Column(
        "rental_permit_number",
        IdCell(),
        heads=(
            "permit",
            "permit number",
            "license",
            "licence",
            "license number",
            "strh permit",
            "str permit",
            "tvr permit",
            "nuc",
            "registration number",
        ),
    )
    get_tax_license = Column(
        "get_tax_license",
        IdCell(),
        heads=("get", "get #", "get number", "ge tax id", "ge license", "general excise tax id"),
        example="GE-123-456-7890-01",
    )
    tat_tax_license = Column(
        "tat_tax_license",
        IdCell(),
        heads=("tat", "tat #", "tat number", "ta tax id", "tat license", "transient tax id"),
        example="TA-123-456-7890-01",
    )
    primary_team = Reference(
        "primary_team", ("number", "team_code", "name"), heads=("team", "housekeeping team")
    )
    property_manager = Reference(
        "property_manager",
        ("number", "display_name", "work_email"),
        cell=ColleagueCell(),
        heads=("property manager", "manager", "pm", "managed by", "account manager"),
    )
    default_cleaner = Reference(
        "default_cleaner",
        ("number", "display_name", "work_email"),
        cell=ColleagueCell(),
        heads=("cleaner", "housekeeper"),
    )
    default_inspector = Reference(
        "default_inspector",
        ("number", "display_name", "work_email"),
        cell=ColleagueCell(),
        heads=("inspector",),
    )
    management_fee_rate = Column(
        "management_fee_rate",
        FeeCell(),
        heads=("management fee", "mgmt fee", "commission", "management fee %", "pm fee"),
        example="22%",
    )
    base_cleaning_fee = Column("base_cleaning_fee", heads=("cleaning fee", "clean fee"))
    cleaning_cost = Column("cleaning_cost", heads=("clean cost", "housekeeping cost"))
    onboarding_date = Column("onboarding_date", heads=("onboarded", "go live date", "start date"))
    offboarding_date = Column("offboarding_date", heads=("offboarded", "date left"))
    contract_start_date = Column(
        "contract_start_date",
        DateCell(),
        heads=("contract start", "agreement date", "pma date", "contract date"),
    )
    contract_end_date = Column(
        "contract_end_date", heads=("contract end", "contract expires", "agreement end")
    )
    status = Column("status", ChoiceCell(PropertyStatus, also=words.STATES), heads=("active",))
    management_status = Column(
        "management_status", ChoiceCell(PropertyManagementStatus, also=words.MANAGEMENT)
    )
    listing_status = Column(
        "listing_status",
        ChoiceCell(PropertyListingStatus, also=words.LISTED),
        heads=("listed", "is listed"),
    )
    airbnb_listing_id = Column(
        "airbnb_listing_id",
        ListingCell(),
        heads=("airbnb id", "airbnb", "airbnb link", "airbnb url", "listing url"),
    )
    vrbo_listing_id = Column(
        "vrbo_listing_id", ListingCell(), heads=("vrbo id", "vrbo", "vrbo link", "vrbo url")
    )
    streamline_id = Column("streamline_id", IdCell(), heads=("streamline unit id",))
    notes = Column("notes", heads=("note", "comments", "remarks", "internal notes"))
    owner_notes = Column("owner_notes")
    guest_notes = Column("guest_notes")

    primary_description = Column(
        "listing__primary_description",
        heads=("description", "listing description", "public description", "about"),
        note="What guests read; a home with a description gets a listing, as a draft.",
    )
    headline = Column("listing__headline", heads=("tagline",))
    summary = Column("listing__summary", heads=("short description",))
    space_description = Column("listing__space_description", heads=("space", "the space"))
    base_rate = Column(
        "pricing__base_rate",
        MoneyCell("0.01", currency="USD"),
        heads=("price", "nightly rate", "nightly price", "rate per night", "base price", "rate"),
        note="US dollars a night, of homes with a listing: kept where the row has a description.",
    )

    class Meta:
        title = "properties"
        staged = StagedProperty
        main = "property"
        parts = {
            "property": Part(
                Property,
                keys=(
                    Key("number", ("number",)),
                    Key("property code", ("property_code",)),
                ),
                alike=("property_name", "tmk"),
            ),
            "listing": Part(
                Listing,
                keys=(Key("home", ("property",)),),
                links={"property": "property"},
                derived={"internal_name": NAME, "primary_title": NAME},
                needs=("primary_description",),
            ),
            "pricing": Part(
                ListingPricing,
                keys=(
                    Key(
                        "price for good",
                        ("listing", "platform", "end_date"),
                        blank=("platform", "end_date"),
                    ),
                ),
                links={"listing": "listing"},
                needs=("base_rate",),
            ),
        }
        matched = {"matched_property": "property"}
