"""Factories of the geo models."""

from core.testing.factories import ModelFactory, Numbered, Parent, Row


class CountryFactory(ModelFactory):
    class Meta:
        model = "geo.Country"

    country_name = Numbered("Country {}")
    country = Parent("ref.CountryCode")


class StateFactory(ModelFactory):
    class Meta:
        model = "geo.State"

    country = Row("geo.Country", slug="us")
    state_code = Numbered("CODE-{}")
    state_name = Numbered("State {}")


class CityFactory(ModelFactory):
    class Meta:
        model = "geo.City"

    city_name = Numbered("City {}")
    state = Row("geo.State", slug="hi")
    slug = Numbered("city-{}")


class AreaFactory(ModelFactory):
    class Meta:
        model = "geo.Area"

    area_name = Numbered("Area {}")
    slug = Numbered("area-{}")


class PointOfInterestFactory(ModelFactory):
    class Meta:
        model = "geo.PointOfInterest"

    poi_name = Numbered("Point of interest {}")
    poi_type = "beach"
