"""Contacts."""

from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    EmailField,
    Entity,
    FlagField,
    Join,
    LineField,
    Log,
    NowField,
    ScoreField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from core.models.triggers import kept_as
from directory.choices.contacts import (
    CONTACT_STATUS,
    ContactExternalSource,
    ContactGroupMemberRole,
    ContactGroupType,
    ContactMergeMatchMethod,
    ContactNoteType,
    ContactPhoneType,
    ContactPreferredContactMethod,
    ContactStatus,
    ContactType,
)

# A person goes by the parts of the name, a company by the company's; either helps out the other.
FULL_NAME = """
    CASE WHEN NEW.contact_type = 'person'
    THEN coalesce(
        nullif(concat_ws(' ', NEW.first_name, NEW.middle_name, NEW.last_name, NEW.suffix), ''),
        NEW.company_name)
    ELSE coalesce(
        NEW.company_name,
        nullif(concat_ws(' ', NEW.first_name, NEW.middle_name, NEW.last_name, NEW.suffix), ''))
    END
"""


class Contact(Entity):
    """One record per person or organisation known to the company."""

    number = BusinessIDField("CON-", db_column="contact_id")

    country = CodeField("ref.CountryCode", related_name="contacts", null=True, default="US")
    timezone = CodeField(
        "ref.TimeZone",
        db_column="timezone",
        related_name="contacts",
        null=True,
        default="Pacific/Honolulu",
    )
    preferred_language = CodeField(
        "ref.Language",
        db_column="preferred_language",
        related_name="contacts",
        null=True,
        default="en",
    )
    merged_into = models.ForeignKey(
        "directory.Contact",
        models.SET_NULL,
        related_name="contacts_as_merged_into",
        null=True,
        blank=True,
        help_text="set when status is merged",
    )

    contact_type = ChoiceField(ContactType)
    first_name = LineField(null=True)
    last_name = LineField(null=True)
    full_name = LineField(
        null=True, editable=False, help_text="kept by the database from the names below"
    )
    company_name = LineField(null=True)
    email = EmailField(null=True)
    email_secondary = LineField(null=True)
    email_verified = FlagField()
    phone = LineField(null=True, help_text="E.164")
    phone_secondary = LineField(null=True)
    phone_type = ChoiceField(ContactPhoneType, null=True)
    sms_capable = FlagField(default=True)
    sms_opt_in = FlagField(default=True)
    address_line1 = LineField(null=True)
    address_line2 = LineField(null=True)
    city = LineField(null=True)
    state = LineField(null=True)
    postal_code = LineField(null=True)
    preferred_contact_method = ChoiceField(
        ContactPreferredContactMethod, default=ContactPreferredContactMethod.EMAIL
    )
    do_not_contact = FlagField()
    do_not_email = FlagField()
    do_not_sms = FlagField()
    do_not_call = FlagField()
    notes = TextField(null=True)
    external_source = ChoiceField(ContactExternalSource, null=True)
    external_id = LineField(null=True)
    last_contact_at = models.DateTimeField(null=True, blank=True)
    middle_name = LineField(null=True)
    preferred_name = LineField(null=True)
    suffix = LineField(null=True)
    dba_name = LineField(null=True)
    email_opt_in = FlagField(default=True, help_text="marketing email consent")
    streamline_id = LineField(null=True, help_text="id in the PMS Streamline")
    quickbooks_id = LineField(null=True)

    status = ChoiceField(ContactStatus, default=ContactStatus.ACTIVE)

    search_text = SearchTextField(
        "number",
        "first_name",
        "last_name",
        "full_name",
        "company_name",
        "email",
        "phone",
        "address_line1",
    )

    label_fields = ("full_name", "number")

    class Meta:
        db_table = in_schema("directory", "contacts")
        verbose_name = "contact"
        verbose_name_plural = "contacts"
        ordering = ["last_name", "first_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(contact_type="person") | models.Q(company_name__isnull=False),
                name="contacts_contact_type_company_name_check",
                violation_error_message="Must hold: contact type is person or company name is given.",
            )
        ]
        indexes = [
            models.Index(
                fields=["email"],
                condition=models.Q(email__isnull=False),
                name="contacts_email_partial",
            ),
            models.Index(
                fields=["phone"],
                condition=models.Q(phone__isnull=False),
                name="contacts_phone_partial",
            ),
            models.Index(fields=["contact_type"], name="contacts_contact_type"),
            models.Index(fields=["status"], name="contacts_status"),
            models.Index(
                fields=["external_source", "external_id"], name="contacts_external_source_3f88e"
            ),
            models.Index(
                fields=["last_name", "first_name", "-id"], name="contacts_last_name_first_name"
            ),
            search_index("contacts_search"),
        ]
        triggers = [CONTACT_STATUS.guard(), kept_as("full_name", FULL_NAME)]


class ContactGroup(Entity):
    """Named contact lists, fixed or rule-built, for messaging and operations."""

    number = BusinessIDField("GRP-", db_column="group_id")
    group_name = LineField()

    created_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="contact_groups", null=True, blank=True
    )

    group_type = ChoiceField(ContactGroupType, null=True)
    description = TextField(null=True)
    is_dynamic = FlagField()
    dynamic_rules = models.JSONField(null=True, blank=True)
    is_active = FlagField(default=True)

    search_text = SearchTextField("number", "group_name")

    label_fields = ("group_name", "number")

    class Meta:
        db_table = in_schema("directory", "contact_groups")
        verbose_name = "contact group"
        verbose_name_plural = "contact groups"
        ordering = ["group_name"]
        indexes = [
            models.Index(fields=["group_type"], name="contact_groups_group_type"),
            search_index("contact_groups_search"),
        ]


class ContactGroupMember(Join):
    """Membership of contacts in groups with removal kept as history."""

    group = models.ForeignKey("directory.ContactGroup", models.CASCADE, related_name="members")
    contact = models.ForeignKey("directory.Contact", models.CASCADE, related_name="group_members")
    added_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="contact_group_members",
        null=True,
        blank=True,
    )

    role = ChoiceField(ContactGroupMemberRole, default=ContactGroupMemberRole.MEMBER)
    added_at = NowField()
    removed_at = models.DateTimeField(null=True, blank=True)

    search_through = ("contact", "group")

    class Meta:
        db_table = in_schema("directory", "contact_group_members")
        verbose_name = "group member"
        verbose_name_plural = "group members"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "contact"],
                name="contact_group_members_group_contact_unique",
                condition=models.Q(removed_at__isnull=True),
                violation_error_message="There is already a row with this group, contact.",
            )
        ]


class ContactRelationship(Join):
    """Personal or business links between two contacts."""

    contact = models.ForeignKey(
        "directory.Contact", models.CASCADE, related_name="relationships", db_index=False
    )
    related_contact = models.ForeignKey(
        "directory.Contact", models.CASCADE, related_name="relationships_as_related_contact"
    )
    relationship_type = CodeField(
        "ref.RelationshipType", db_column="relationship_type", related_name="contact_relationships"
    )

    is_bidirectional = FlagField()
    notes = TextField(null=True)
    effective_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)
    is_primary = FlagField()

    label_fields = ("effective_date",)
    search_through = ("contact", "related_contact")

    class Meta:
        db_table = in_schema("directory", "contact_relationships")
        verbose_name = "contact relationship"
        verbose_name_plural = "contact relationships"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(contact=models.F("related_contact")),
                name="contact_relationships_contact_id_related_contact_id_check",
                violation_error_message="Contact and related contact cannot be the same.",
            ),
            models.CheckConstraint(
                condition=models.Q(end_date__isnull=True)
                | models.Q(end_date__gte=models.F("effective_date")),
                name="contact_relationships_end_date_effective_date_check",
                violation_error_message="End date must not be before effective date.",
            ),
            models.UniqueConstraint(
                fields=["contact", "related_contact", "relationship_type"],
                name="contact_relationships_contact_related_contact_relation_a5b37",
                violation_error_message="There is already a row with this contact, related contact, relationship type.",
            ),
        ]


class ContactNote(Log):
    """Dated staff notes about a contact."""

    contact = models.ForeignKey(
        "directory.Contact", models.CASCADE, related_name="contact_notes", db_index=False
    )
    created_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="contact_notes", null=True, blank=True
    )

    note_type = ChoiceField(ContactNoteType, default=ContactNoteType.GENERAL)
    note_text = TextField()
    is_pinned = FlagField()
    is_internal = FlagField(default=True)

    label_fields = ("note_type", "note_text")
    search_through = ("contact",)

    class Meta:
        db_table = in_schema("directory", "contact_notes")
        verbose_name = "contact note"
        verbose_name_plural = "contact notes"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["contact", "-created_at"], name="contact_notes_contact_cr_92f25"),
            models.Index(
                fields=["is_pinned"],
                condition=models.Q(is_pinned=True),
                name="contact_notes_is_pinned_df100",
            ),
        ]


class ContactTag(Join):
    """Tags on contacts, removal kept as history."""

    contact = models.ForeignKey("directory.Contact", models.CASCADE, related_name="tags")
    applied_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="contact_tags_as_applied_by",
        null=True,
        blank=True,
    )
    removed_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="contact_tags_as_removed_by",
        null=True,
        blank=True,
    )

    tag = LineField(
        help_text="free text; suggestions: VIP, HIGH_VALUE, AT_RISK, INFLUENCER, REPEAT, REFERRER, PROBLEM, CORPORATE, LOCAL, INTERNATIONAL"
    )
    tag_category = LineField(null=True)
    applied_at = NowField()
    removed_at = models.DateTimeField(null=True, blank=True)
    notes = TextField(null=True)

    search_text = SearchTextField("tag")

    label_fields = ("tag",)
    search_through = ("contact",)

    class Meta:
        db_table = in_schema("directory", "contact_tags")
        verbose_name = "contact tag"
        verbose_name_plural = "contact tags"
        ordering = ["tag"]
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "tag"],
                name="contact_tags_contact_tag_unique",
                condition=models.Q(removed_at__isnull=True),
                violation_error_message="There is already a row with this contact, tag.",
            )
        ]
        indexes = [
            models.Index(
                fields=["tag"],
                condition=models.Q(removed_at__isnull=True),
                name="contact_tags_tag_partial",
            ),
            search_index("contact_tags_search"),
        ]


class ContactMerge(Log):
    """Audit of duplicate contacts merged into a survivor."""

    surviving_contact = models.ForeignKey(
        "directory.Contact", models.PROTECT, related_name="merge_history"
    )
    merged_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="contact_merge_history_as_merged_by",
        null=True,
        blank=True,
    )
    reversed_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="contact_merge_history_as_reversed_by",
        null=True,
        blank=True,
    )

    merged_contact_data = models.JSONField(null=True, blank=True)
    merge_reason = TextField(null=True)
    merged_at = NowField()
    merged_contact_id = models.UUIDField(help_text="id that no longer exists, no FK by design")
    match_method = ChoiceField(ContactMergeMatchMethod, null=True)
    match_score = ScoreField(null=True, help_text="0-100")
    is_reversible = FlagField(default=True)
    reversed_at = models.DateTimeField(null=True, blank=True)
    repointed_counts = models.JSONField(null=True, blank=True, help_text="rows moved per table")

    label_fields = ("merge_reason", "merged_at")
    search_through = ("surviving_contact",)

    class Meta:
        db_table = in_schema("directory", "contact_merge_history")
        verbose_name = "contact merge"
        verbose_name_plural = "contact merges"
        ordering = ["-merged_at"]
        indexes = [
            models.Index(fields=["merged_contact_id"], name="contact_merge_merged_con_c9cf9"),
            models.Index(fields=["merged_at"], name="contact_merge_merged_at"),
        ]
