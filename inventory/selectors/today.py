"""Stock that needs somebody today."""

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from core.focus import focus


@focus("inventory.StorageStock", "low", "Stock running low")
def low_stock(rows: QuerySet) -> QuerySet:
    """Warehouse stock at or below its reorder point (its own, else that of the item)."""
    return rows.filter(
        quantity_available__lte=Coalesce(F("reorder_point"), F("item__reorder_point"))
    )


@focus("inventory.RoomStock", "below-par", "Rooms below par")
def below_par(rows: QuerySet) -> QuerySet:
    """Room stock of which there is less than there should be."""
    return rows.filter(current_quantity__lt=F("par_quantity"))
