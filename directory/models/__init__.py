"""Models of the directory schema, by topic."""

from directory.models.contacts import (
    Contact,
    ContactGroup,
    ContactGroupMember,
    ContactMerge,
    ContactNote,
    ContactRelationship,
    ContactTag,
)
from directory.models.people import Guest, Homeowner, Ownership
from directory.models.vendors import Company, Vendor, VendorAssignment

__all__ = [
    "Company",
    "Contact",
    "ContactGroup",
    "ContactGroupMember",
    "ContactMerge",
    "ContactNote",
    "ContactRelationship",
    "ContactTag",
    "Guest",
    "Homeowner",
    "Ownership",
    "Vendor",
    "VendorAssignment",
]
