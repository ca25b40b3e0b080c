"""Compiled rows are byte by byte those of the plain serializer, whatever the columns hold."""

from datetime import UTC, date, time
from decimal import Decimal

import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models, transaction
from django.db.utils import DatabaseError
from hypothesis import HealthCheck, assume, given, settings, strategies as st
from hypothesis.extra.django import TestCase
from rest_framework import serializers

from core.api.compiled import plan_of
from core.api.reading import documents, serializer_for
from core.api.registry import discover
from core.api.rendering import as_json
from core.api.serializers import RecordSerializer
from core.api.shapes import Shape, shape_asked
from core.testing.factories import factory_of
from core.testing.fixtures import person
from property.models import Property
from reservations.models import Reservation
from service.models import Ticket
from team.models import TeamMember

TABLES = (
    "reservations.Reservation",
    "property.Property",
    "directory.Contact",
    "service.Ticket",
    "finance.Invoice",
    "knowledge.Article",
    "team.TimeEntry",
    "ai.AgentMessage",
)
# Nothing that PostgreSQL cannot hold: no NUL, no halves of characters.
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)
DOCUMENT = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)


def values_of(field):
    """A strategy for what the column may hold; None for columns that are left alone."""
    if isinstance(field, ArrayField):
        return st.lists(TEXT, max_size=3) if is_text(field.base_field) else None
    if isinstance(field, models.JSONField):
        return DOCUMENT
    if isinstance(field, models.DateTimeField):
        return st.datetimes(timezones=st.just(UTC))
    if isinstance(field, models.DateField):
        return st.dates(date(1, 1, 1), date(9999, 12, 31))
    if isinstance(field, models.TimeField):
        return st.times(time(0), time(23, 59, 59, 999_999))
    if isinstance(field, models.DecimalField):
        most = Decimal(10) ** (field.max_digits - field.decimal_places) - 1
        return st.decimals(-most, most, places=field.decimal_places)
    if isinstance(field, models.BooleanField):
        return st.booleans()
    if isinstance(field, models.IntegerField):
        return st.integers(-(2**31), 2**31 - 1)
    return TEXT if is_text(field) else None


def is_text(field):
    """Whether the column holds any words at all."""
    plain = isinstance(field, (models.CharField, models.TextField)) and not field.choices
    return plain and not isinstance(field, models.EmailField) and not field.unique


class ReadingTest(TestCase):
    """Random rows, columns and relations."""

    @classmethod
    def setUpTestData(cls):
        """One row of each table."""
        cls.rows = {label: factory_of(label).create().pk for label in TABLES}
        cls.superuser = person(is_superuser=True)

    @given(data=st.data())
    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    def test_bytes_are_the_plain_serializers(self, data):
        label = data.draw(st.sampled_from(TABLES))
        resource = next(r for m, r in discover().items() if m._meta.label == label)
        model = resource.model
        written = self._write(model, self.rows[label], data)
        names = data.draw(st.lists(st.sampled_from(resource.fields), min_size=1, unique=True))
        paths = data.draw(st.lists(st.sampled_from(resource.expandable()), max_size=4, unique=True))
        params = {"fields": ",".join([*names, *written])}
        if paths:
            params["expand"] = ",".join(paths)
        shape = shape_asked(resource, params)
        rows = model._base_manager.filter(pk=self.rows[label])
        plain = serializer_for(shape)(rows.all(), many=True).data
        made, _ = documents(rows.all(), shape, self.superuser)
        assert plan_of(serializer_for(shape)) is not None
        assert as_json(made) == as_json(plain)

    def _write(self, model, key, data):
        """Random values in columns that the database lets have them; their names."""
        columns = [
            (field, strategy)
            for field in model._meta.concrete_fields
            if field.name in discover()[model].fields
            and not field.generated
            and (strategy := values_of(field)) is not None
        ]
        chosen = data.draw(st.lists(st.sampled_from(columns), max_size=6, unique=True))
        values = {}
        for field, strategy in chosen:
            values[field.name] = data.draw(strategy | st.none() if field.null else strategy)
        if values:
            try:
                with transaction.atomic():
                    model._base_manager.filter(pk=key).update(**values)
                    connection.check_constraints()
            except DatabaseError:
                assume(False)  # some rule of the table forbids it
        return sorted(values)


@pytest.mark.django_db
class TestOverrides:
    """What the compiler must leave to the serializer."""

    def test_a_field_with_a_form_of_its_own_is_left_to_it(self, monkeypatch, superuser):
        class Loud(serializers.CharField):
            def to_representation(self, value):
                return value.upper()

        class LoudSerializer(RecordSerializer):
            title = Loud()

        resource = discover()[Ticket]
        monkeypatch.setattr(resource, "serializer_base", LoudSerializer)
        factory_of(Ticket).create(title="drips")
        shape = Shape(resource, ("id", "title"), ())
        serializer_for.cache_clear()
        try:
            assert plan_of(serializer_for(shape)) is None
            made, _ = documents(Ticket.objects.all(), shape, superuser)
        finally:
            serializer_for.cache_clear()
        assert [row["title"] for row in made] == ["DRIPS"]

    def test_a_serializer_with_a_form_of_its_own_is_left_to_it(self):
        class Wrapped(RecordSerializer):
            class Meta:
                model = Ticket
                fields = ("id", "title")

            def to_representation(self, instance):
                return {"ticket": super().to_representation(instance)}

        assert plan_of(Wrapped) is None


@pytest.fixture
def superuser(db):
    return person(is_superuser=True)


@pytest.fixture
def manager(db):
    return person("MANAGER", is_staff=True, team_member=factory_of("team.TeamMember").create())


@pytest.mark.django_db
class TestExpanding:
    """Related rows are shown to those who may read them."""

    def test_one_query_where_everything_may_be_read(self, superuser, django_assert_num_queries):
        factory_of(Reservation).create_batch(3)
        shape = shape_asked(
            discover()[Reservation], {"expand": "property.resort,guest.contact,booking_source"}
        )
        with django_assert_num_queries(1):
            made, _ = documents(Reservation.objects.all(), shape, superuser)
        assert all(set(row["property"]) >= {"id", "number", "resort"} for row in made)
        assert all(row["guest"]["contact"]["full_name"] for row in made)

    def test_a_row_out_of_reach_stays_a_key(self, monkeypatch, manager, django_assert_num_queries):
        near, far = factory_of(Reservation).create_batch(2)
        rows = Property._default_manager.all()
        monkeypatch.setattr(
            type(rows),
            "for_user",
            lambda self, user, action="read": (
                self.filter(pk=near.property_id) if self.model is Property else self.all()
            ),
        )
        monkeypatch.setattr("core.api.reading.reach_of", lambda user, model, action: Part(model))
        shape = shape_asked(discover()[Reservation], {"expand": "property.resort,guest"})
        with django_assert_num_queries(2):
            made, _ = documents(Reservation.objects.order_by("pk"), shape, manager)
        assert made[0]["property"]["number"] == near.property.number
        assert made[1]["property"] == far.property_id
        assert b"property_name" not in as_json(made[1])

    def test_pay_is_shown_to_those_with_the_permission_for_it(self, superuser, manager):
        factory_of(TeamMember).create(hourly_rate="31.50")
        shape = shape_asked(discover()[TeamMember], {})
        seen, _ = documents(TeamMember.objects.all(), shape, superuser)
        assert "31.50" in as_json(seen).decode()
        person_without = person("TEAM_MEMBER", is_staff=True)
        kept, _ = documents(TeamMember.objects.all(), shape, person_without)
        assert all("hourly_rate" not in row for row in kept)


class Part:
    """A reach of a part of the properties, and of all else."""

    def __init__(self, model):
        self.everything = model is not Property
