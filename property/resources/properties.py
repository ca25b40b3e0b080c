"""Homes."""

from core.imports.cells import IdCell
from core.imports.registry import spreadsheet
from core.imports.resource import Column, Key, Part, Reference, SpreadsheetResource
from property.models import Property
from staging.models import StagedProperty


@spreadsheet("properties")
class PropertyResource(SpreadsheetResource):
    """Managed units, one a row."""

    number = Column("number")
    property_code = Column(
        "property_code", IdCell(), required=True, heads=("id", "code", "unit code", "listing id")
    )
    property_name = Column("property_name", required=True, heads=("name", "unit name", "title"))
    resort = Reference("resort", ("number", "resort_code", "resort_name"))
    area = Reference("area", ("number", "area_code", "area_name", "slug"), heads=("neighbourhood",))
    latitude = Column("latitude")
    longitude = Column("longitude")
    bedrooms = Column("bedrooms")
    bathrooms = Column("bathrooms")
    sleeps = Column("sleeps", heads=("accommodates", "max occupancy"))
    min_stay_nights = Column("min_stay_nights", heads=("minimum nights",))
    rental_permit_number = Column("rental_permit_number", heads=("license", "permit"))

    class Meta:
        title = "properties"
        staged = StagedProperty
        parts = {
            "property": Part(
                Property,
                keys=(
                    Key("number", ("number",)),
                    Key("property code", ("property_code",)),
                ),
                alike=("property_name",),
            )
        }
        matched = {"matched_property": "property"}
