"""What is known about contacts: groups, relations, notes, tags, and one merge."""

from datetime import timedelta

from config.demo.world import ONE, World, at
from directory.models import (
    ContactGroup,
    ContactGroupMember,
    ContactMerge,
    ContactNote,
    ContactRelationship,
    ContactTag,
)

NOTES = [
    ("preference", "Likes the ground floor and a quiet unit."),
    ("communication", "Answers text messages, never e-mail."),
    ("complaint", "Was unhappy with the parking; wrote off the fee."),
    ("general", "Brings homemade jam for the team each year."),
]


def group(world: World) -> None:
    """Groups, first without members, for campaigns to name."""
    with world.about("groups"):
        world.shelf["groups"] = {
            name: world.add(
                ContactGroup, group_name=name, group_type=kind, is_dynamic=dynamic,
                description=f"{name}, kept by marketing.", dynamic_rules={"stays_at_least": 2}
                if dynamic else None, created_by_id=world.team("MARKETING")[0].id,
            )
            for name, kind, dynamic in (
                ("Repeat guests", "segment", True), ("Owners in residence", "distribution", False),
                ("Vendors on call", "distribution", False),
            )
        }  # fmt: skip


def describe(world: World) -> None:
    """Fill the groups; notes, tags, relations of people who are there."""
    with world.about("directory") as chance:
        desk = world.team("GUEST_SERVICES")[0].id
        repeaters = [g for g in world.shelf["guests"] if g.stays > 1][:60] or world.shelf["guests"][
            :3
        ]
        members = {g.contact for g in repeaters}
        for contact in members:
            _join(world, "Repeat guests", contact)
        for owner in world.owners[:12]:
            _join(world, "Owners in residence", owner.contact)
        _join(world, "Vendors on call", world.shelf["vendor_contact"])
        for number, guest in enumerate(repeaters[:30]):
            kind, text = NOTES[number % len(NOTES)]
            world.add(
                ContactNote, guest.since + ONE, contact_id=guest.contact, created_by_id=desk,
                note_type=kind, note_text=text, is_pinned=number % 9 == 0,
            )  # fmt: skip
            world.add(
                ContactTag, guest.since + ONE, contact_id=guest.contact, applied_by_id=desk,
                tag=chance.pick(["repeat", "family", "golf", "honeymoon", "walks slowly"]),
                tag_category="guest", applied_at=guest.since + ONE,
            )  # fmt: skip
        for one, other, kind in (
            (world.owners[0], world.owners[-1], "FAMILY"), (world.owners[1], world.owners[-2], "COOWNER"),
        ):  # fmt: skip
            if one.contact != other.contact:
                world.add(
                    ContactRelationship, contact_id=one.contact, related_contact_id=other.contact,
                    relationship_type_code=kind, is_bidirectional=True,
                    effective_date=world.founded.date(),
                )  # fmt: skip
        owner = world.owners[0]
        world.add(
            ContactNote, world.now - 30 * ONE, contact_id=owner.contact, created_by_id=desk,
            note_type="general", is_pinned=True,
            note_text="Owner, guest and colleague in one person: ask which hat she wears.",
        )  # fmt: skip
        survivor = repeaters[0]
        world.add(
            ContactMerge, world.now - 12 * ONE, surviving_contact_id=survivor.contact,
            merged_by_id=desk, merged_contact_id=chance.uuid(survivor.since), match_method="email",
            merged_contact_data={"full_name": survivor.name, "email": survivor.email},
            merge_reason="Same person, booked twice by telephone", match_score=96,
            merged_at=at(world.today - 12 * ONE, 11), repointed_counts={"reservations": 1},
        )  # fmt: skip


def _join(world, name, contact):
    world.add(
        ContactGroupMember, world.now - timedelta(days=40), group_id=world.shelf["groups"][name],
        contact_id=contact, added_at=world.now - timedelta(days=40),
    )  # fmt: skip
