"""`manage.py webhooks`: how endpoints are doing, and sending again."""

from datetime import UTC, datetime

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Count, Q
from django.utils.dateparse import parse_datetime

from portal.models import WebhookDelivery, WebhookEndpoint
from portal.services.webhooks import deliveries_replay, delivery_replay
from portal.services.webhooks.courier import courier_run


class Command(BaseCommand):
    """List endpoints, send one delivery or a span of time again, or send what is due right now."""

    help = __doc__

    def add_arguments(self, parser):
        verbs = parser.add_subparsers(dest="verb", required=True)
        verbs.add_parser("list", help="endpoints and how many deliveries wait or were given up")
        verbs.add_parser("run", help="take what happened and send what is due, without a worker")
        again = verbs.add_parser("replay", help="send again")
        again.add_argument("--delivery", help="one delivery, by its id")
        again.add_argument("--endpoint", help="the endpoint's name, for a span of time")
        again.add_argument("--since", help="2026-03-01T00:00 (UTC unless it says otherwise)")
        again.add_argument("--until", help="likewise; the end is not part of it")
        again.add_argument("--all", action="store_true", help="also what the receiver took")
        again.add_argument(
            "--missed", action="store_true", help="also what the endpoint was never told"
        )

    def handle(self, *, verb, **options):
        getattr(self, f"_{verb}")(**options)

    def _list(self, **options):
        for endpoint in WebhookEndpoint.objects.annotate(
            waiting=Count("deliveries", filter=Q(deliveries__status__in=["pending", "failed"])),
            given_up=Count("deliveries", filter=Q(deliveries__status="abandoned")),
        ):
            state = "on" if endpoint.is_active else f"off: {endpoint.disabled_reason}"
            self.stdout.write(
                f"{endpoint.name}: {endpoint.url}, {endpoint.waiting} wait, "
                f"{endpoint.given_up} given up, {state}"
            )

    def _run(self, **options):
        self.stdout.write(f"{courier_run()} tries.")

    def _replay(self, *, delivery, endpoint, since, until, **options):
        if bool(delivery) == bool(endpoint):
            raise CommandError("Give either --delivery or --endpoint with --since.")
        try:
            if delivery:
                row = WebhookDelivery.objects.select_related("endpoint").get(pk=delivery)
                delivery_replay(delivery=row, actor=None, source="shell")
                count = 1
            else:
                count = deliveries_replay(
                    endpoint=WebhookEndpoint.objects.get(name=endpoint),
                    actor=None,
                    since=_instant("--since", since),
                    until=_instant("--until", until) if until else None,
                    only_undelivered=not options["all"],
                    missed=options["missed"],
                    source="shell",
                )
        except (WebhookDelivery.DoesNotExist, WebhookEndpoint.DoesNotExist) as error:
            raise CommandError("There is none of that name or id.") from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"{count:,} deliveries are on their way again.")


def _instant(option: str, text: str | None) -> datetime:
    try:
        found = parse_datetime(text or "")
    except ValueError:
        found = None
    if found is None:
        raise CommandError(f"{option}: give an instant like 2026-03-01T00:00.")
    return found if found.tzinfo else found.replace(tzinfo=UTC)
