"""Console pages: quotes."""

from django.contrib import admin
from django.utils import timezone

from core.admin import ReadOnlyAdmin
from core.admin.access import allowed
from core.admin.deeds import Deed
from reservations.models import Quote, QuoteLine, Reservation
from reservations.selectors.quotes import differences, misfit, sections
from reservations.services.quotes import quote_accept, quote_again
from reservations.services.stays import stay_book


@admin.register(Quote)
class QuoteAdmin(ReadOnlyAdmin):
    """What was offered for a stay."""

    change_form_template = "console/money/quote.html"
    list_display = (
        "number",
        "property",
        "guest",
        "check_in_date",
        "check_out_date",
        "nights",
        "gross_total",
        "reservation",
    )
    panels = ()

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """The lines with their reasons stand above the rest."""
        if obj is not None:
            lines = QuoteLine.objects.for_user(request.user).filter(quote=obj)
            context |= {
                "quote": obj,
                "nights": obj.nights,
                "sections": sections(list(lines.order_by("sort_order"))),
            }
            stay = self._stay(request, obj)
            if stay is not None:
                context |= {"stay": stay, "misfit": misfit(obj, stay)}
                if obj.accepted_at is None:
                    context["differences"] = differences(obj, stay)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def deeds(self, request, obj):
        """A stay is made of it, or takes it over, as long as it holds."""
        if obj.accepted_at is not None or (obj.valid_until and obj.valid_until < timezone.now()):
            return []
        if obj.reservation_id is None and allowed(request, Reservation, "add"):
            hint = "The nights are booked and confirmed with these amounts."
            return [Deed("book", "Make a stay of it", hint)]
        stay = self._stay(request, obj)
        if stay is not None and not misfit(obj, stay) and allowed(request, Reservation, "change"):
            hint = "The stay takes these amounts and fees in place of those that it has."
            return [Deed("accept", "Take the amounts over", hint)]
        return []

    def do_book(self, request, obj, reason):
        """A stay on the quoted nights."""
        stay = stay_book(
            home=obj.property,
            check_in_date=obj.check_in_date,
            check_out_date=obj.check_out_date,
            booking_source=obj.booking_source_code,
            guest=obj.guest,
            adults=obj.adults,
            children=obj.children,
            infants=obj.infants,
            pets=obj.pets,
            quote=obj,
            actor=request.user,
        )
        return f"{stay.number} stands on these nights."

    def do_accept(self, request, obj, reason):
        """The stay's amounts are the quote's."""
        stay = quote_accept(quote=obj, stay=obj.reservation, actor=request.user)
        return f"{stay.number} has the amounts of {obj.number}."

    def _stay(self, request, obj) -> Reservation | None:
        if obj.reservation_id is None:
            return None
        return Reservation.objects.for_user(request.user).filter(pk=obj.reservation_id).first()


@admin.register(QuoteLine)
class QuoteLineAdmin(ReadOnlyAdmin):
    """An amount of a quote, and why."""

    list_display = ("quote", "sort_order", "kind", "name", "quantity", "unit_amount", "amount")


class QuotedMixin:
    """On a stay's page: reckon it anew."""

    def deeds(self, request, obj):
        """The button, for those who may quote."""
        found = list(super().deeds(request, obj))
        if obj.reservation_type == "guest" and allowed(request, Quote, "add"):
            hint = (
                "Reckons the stay as it stands now and keeps that as a quote. The stay's own "
                "amounts are left alone until you take the quote over."
            )
            found.append(Deed("requote", "Quote anew", hint))
        return found

    def do_requote(self, request, obj, reason):
        """A quote, and what it would change."""
        quote = quote_again(stay=obj, actor=request.user)
        changes = [f"{d.name} {d.change:+,.2f}" for d in differences(quote, obj) if d.change]
        said = ", ".join(changes) or "nothing would change"
        return f"{quote.number} is kept: {said}. Open it under Quotes to take it over."
