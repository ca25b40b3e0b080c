"""Channels, templates, automations and a newsletter."""

from datetime import timedelta

from comms.models import (
    Automation,
    AutomationTrigger,
    CampaignMessage,
    ChannelSetting,
    Message,
    MessageAttachment,
    MessageCampaign,
    MessageChannel,
    MessageTemplate,
    MessageTemplateVersion,
)
from config.demo.files import keep
from config.demo.world import ONE, World, at

CHANNELS = [
    ("EMAIL", "E-mail, aloha@", "smtp", "aloha@example.com"),
    ("SMS", "Text messages", "twilio", "+18085550100"),
    ("OTA_MESSAGE", "Airbnb inbox", "airbnb", None),
    ("PHONE", "Front desk line", "internal", "+18085550101"),
    ("IN_APP", "Team notes", "internal", None),
]
#: Name (touchpoint where there is one), channel, category, subject, body, event, hours from it.
TEMPLATES = [
    ("booking_confirmation", "EMAIL", "booking", "Your stay at {{ property }}",
     "Aloha {{ first_name }}, your stay from {{ check_in }} to {{ check_out }} is confirmed.",
     "reservation_booked", 0),
    ("pre_arrival_14", "EMAIL", "pre_arrival", "Two weeks until Maui",
     "Aloha {{ first_name }}, here is what to pack and where to eat first.",
     "days_before_arrival", -336),
    ("pre_arrival_7", "EMAIL", "pre_arrival", "Your arrival details",
     "Aloha {{ first_name }}, check-in is from {{ check_in_time }}. Parking: stall {{ stall }}.",
     "days_before_arrival", -168),
    ("check_in_instructions", "SMS", "check_in", None,
     "Aloha {{ first_name }}! Your code for {{ property }} works from 4 pm: see your guest page.",
     "days_before_arrival", -24),
    ("welcome_message", "SMS", "in_stay", None,
     "E komo mai, {{ first_name }}! Is everything as it should be? Just answer here.",
     "check_in", 3),
    ("mid_stay_check", "SMS", "in_stay", None,
     "Aloha {{ first_name }}, can we do anything for you?", "check_in", 25),
    ("check_out_instructions", "EMAIL", "check_out", "Before you go",
     "Check-out is at {{ check_out_time }}. Start the dishwasher, leave the towels in the tub.",
     "check_out", -18),
    ("review_request", "EMAIL", "post_stay", "How was it?",
     "Mahalo for staying at {{ property }}. Would you tell others about it?",
     "days_after_departure", 72),
    ("welcome_email", "EMAIL", "booking", "Your guest page",
     "Aloha {{ first_name }}, all about {{ property }} is on your guest page: {{ guest_page }}.",
     None, None),
    ("rental_agreement", "EMAIL", "booking", "Please sign: {{ reservation }}",
     "Aloha {{ first_name }}, please sign the rental agreement on your guest page: {{ guest_page }}.",
     None, None),
    ("pre_arrival_survey", "EMAIL", "pre_arrival", "What would you like?",
     "Aloha {{ first_name }}, tell us about your party of {{ guests }}: {{ guest_page }}.", None, None),
    ("payment_reminder", "EMAIL", "pre_arrival", "Your balance",
     "Aloha {{ first_name }}, {{ amount_due }} is still open for your stay from {{ check_in }}.",
     None, None),
    ("itinerary_offer", "EMAIL", "pre_arrival", "Shall we plan a day?",
     "Aloha {{ first_name }}, answer with what you like and we plan a day around {{ beach }}.",
     None, None),
    ("pre_arrival_3", "EMAIL", "pre_arrival", "Three days to go",
     "Aloha {{ first_name }}, the address is {{ address }}, {{ city }}. When do you land?", None, None),
    ("day_of_arrival", "SMS", "check_in", None,
     "Aloha {{ first_name }}! {{ property }} is ready from {{ check_in_time }}.", None, None),
    ("check_out_reminder", "SMS", "check_out", None,
     "Aloha {{ first_name }}, check-out is at {{ check_out_time }}. A hui hou!", None, None),
    ("thank_you", "EMAIL", "post_stay", "Mahalo",
     "Mahalo for staying at {{ property }}, {{ first_name }}.", None, None),
    ("post_stay_survey", "EMAIL", "post_stay", "Three questions",
     "Aloha {{ first_name }}, three questions about your {{ nights }} nights: {{ guest_page }}.",
     None, None),
    ("review_reminder", "EMAIL", "post_stay", "A word for others?",
     "Aloha {{ first_name }}, a line about {{ property }} helps the next guests.", None, None),
    ("deposit_release", "EMAIL", "post_stay", "Your deposit",
     "Aloha {{ first_name }}, your deposit for {{ reservation }} is on its way back.", None, None),
    ("return_offer", "EMAIL", "post_stay", "Come back",
     "Aloha {{ first_name }}, returning guests get ten percent off at {{ property }}.", None, None),
    ("owner_statement_ready", "EMAIL", "owner", "Your statement for {{ month }}",
     "Aloha {{ first_name }}, your statement is in the portal. Payout: {{ payout }}.", None, None),
    ("vendor_dispatch", "SMS", "vendor", None,
     "{{ property }}: {{ problem }}. Window {{ window }}. Reply YES to take it.", None, None),
]  # fmt: skip


def connect(world: World) -> None:
    """Channels, templates with their versions, and what sends them."""
    with world.about("comms"):
        world.shelf["channels"], world.shelf["templates"] = {}, {}
        for kind, name, provider, sender in CHANNELS:
            key = world.shelf["channels"][kind] = world.add(
                MessageChannel, channel_type_code=kind, channel_code=kind.lower(),
                channel_name=name, provider=provider, sender_address=sender, is_default=True,
                team_id=world.codes["team"]["GUEST_SERVICES"],
                credential_id=world.shelf.get(("credential", "sms")) if kind == "SMS" else None,
            )  # fmt: skip
            world.add(
                ChannelSetting, channel_id=key, config_key="quiet_hours", config_value="21:00-08:00",
                environment="production",
            )  # fmt: skip
        writer = world.team("GUEST_SERVICES")[0].id
        for name, kind, category, subject, body, event, hours in TEMPLATES:
            title = name.replace("_", " ").capitalize()
            key = world.shelf["templates"][name] = world.add(
                MessageTemplate, template_name=title, template_type_code=kind, category=category,
                subject=subject, body=body, created_by_id=writer, status="active",
                variables=sorted({w.split()[0] for w in body.split("{{ ")[1:]}), current_version=2,
                is_automated=event is not None, trigger_event=event, approved_by_id=writer,
                approved_at=world.founded,
            )  # fmt: skip
            for version in (1, 2):
                when = world.founded + timedelta(days=200 * version)
                world.add(
                    MessageTemplateVersion, when, template_id=key, version_number=version,
                    subject=subject, body=body if version == 2 else body.replace("Aloha", "Hello"),
                    change_notes="Warmer greeting" if version == 2 else "First version",
                    changed_by_id=writer, published_at=when,
                )  # fmt: skip
            if event:
                automation = world.add(
                    Automation, automation_name=f"Send: {title}", template_id=key,
                    channel_id=world.shelf["channels"][kind], trigger_type="event",
                    touchpoint_type_id=world.codes["touchpoint"].get(name), max_per_reservation=1,
                    quiet_hours_respected=True, created_by_id=writer,
                    last_run_at=world.now - timedelta(minutes=15),
                )  # fmt: skip
                world.add(
                    AutomationTrigger, automation_id=automation, trigger_event=event,
                    timing_offset=hours, trigger_conditions={"status": ["confirmed"]},
                )  # fmt: skip


def news(world: World) -> None:
    """A newsletter that went out, one that waits, and a message with a paper in it."""
    with world.about("newsletter") as chance:
        guests = world.shelf["guests"][:12]
        channel = world.shelf["channels"]["EMAIL"]
        for name, state, days in (
            ("Whale season offer", "completed", 20), ("Summer early birds", "scheduled", -9),
        ):  # fmt: skip
            when = at(world.today - days * ONE, 9)
            sent = len(guests) if state == "completed" else 0
            campaign = world.add(
                MessageCampaign, when - 5 * ONE, campaign_name=name, campaign_type="one_time",
                template_id=world.shelf["templates"]["review_request"], channel_id=channel,
                contact_group_id=world.shelf["groups"]["Repeat guests"], scheduled_at=when,
                brand_campaign_id=world.shelf["campaigns"][0], audience_count=len(guests),
                sent_count=sent, started_at=when if sent else None, status=state,
                completed_at=when + timedelta(minutes=4) if sent else None,
                created_by_id=world.team("MARKETING")[0].id,
            )  # fmt: skip
            for guest in guests[:sent]:
                message = world.add(
                    Message, when, channel_id=channel, contact_id=guest.contact, subject=name,
                    body=f"Aloha {guest.first}, the whales are back. So are our winter rates.",
                    direction="outbound", from_address="aloha@example.com", to_address=guest.email,
                    sent_at=when, delivered_at=when, is_automated=True, status="delivered",
                )  # fmt: skip
                world.add(
                    CampaignMessage, when, campaign_id=campaign, message_id=message,
                    contact_id=guest.contact, variant="A",
                )  # fmt: skip
                if guest is guests[0]:
                    world.add(
                        MessageAttachment, when, message_id=message, filename="whales.pdf",
                        file_id=keep(world, f"news/whales-{chance.digits(3)}.pdf"),
                    )  # fmt: skip
