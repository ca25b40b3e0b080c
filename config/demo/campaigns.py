"""Campaigns, adverts, referrals, newsletters and social posts."""

from datetime import timedelta
from decimal import Decimal

from brand_marketing.models import (
    AdCampaign,
    AdCreative,
    AdPerformance,
    CalendarEntry,
    CampaignAudience,
    CampaignChannel,
    CampaignContent,
    CampaignMetric,
    ContentPiece,
    EmailList,
    EmailSubscriber,
    MarketingCampaign,
    Referral,
    ReferralProgram,
    SocialAccount,
    SocialMetric,
    SocialPost,
)
from config.demo.world import ONE, World, at

CAMPAIGNS = [
    ("Whale season", "multi_channel", "bookings", "active", 25, 40),
    ("Summer early birds", "email", "bookings", "scheduled", -12, 60),
    ("Owners for owners", "referral", "owner_leads", "active", 80, 120),
    ("Spring gap nights", "paid", "gap_nights", "completed", 220, -160),
]


def promote(world: World) -> None:
    """Run the campaigns."""
    with world.about("campaigns") as chance:
        lead = world.team("MARKETING")[0].id
        world.shelf["campaigns"] = [_campaign(world, row, lead, chance) for row in CAMPAIGNS]
        pieces = _content(world, lead, chance)
        _adverts(world, lead, chance)
        _social(world, lead, pieces, chance)
        for campaign, piece in zip(world.shelf["campaigns"], pieces, strict=False):
            world.add(
                CampaignContent, campaign_id=campaign, content_piece_id=piece, content_role="landing",
                brand_asset_id=world.shelf["assets"][1], headline="Come over", status="live",
                brand_template_id=world.shelf["brand_templates"][0], approved_by_id=lead,
            )  # fmt: skip


def _campaign(world, row, lead, chance):
    name, kind, goal, state, back, ahead = row
    start = world.today - back * ONE
    key = world.add(
        MarketingCampaign, at(start - 20 * ONE), campaign_name=name, campaign_type=kind, goal=goal,
        start_date=start, end_date=world.today + ahead * ONE, status=state, owner_member_id=lead,
        budget_amount=Decimal(2400), spent_amount=Decimal(900 if state != "scheduled" else 0),
        utm_campaign=name.lower().replace(" ", "-"), promo_code="KOHOLA" if "Whale" in name else None,
        approved_by_id=lead, target_metrics={"bookings": 20},
    )  # fmt: skip
    world.add(
        CampaignAudience, at(start - 20 * ONE), campaign_id=key, segment_name=f"{name}: past guests",
        contact_group_id=world.shelf["groups"]["Repeat guests"], member_count=120,
        criteria={"stays_at_least": 1}, segment_type="dynamic", last_calculated_at=world.now - ONE,
    )  # fmt: skip
    world.add(
        CampaignChannel, at(start - 20 * ONE), campaign_id=key, channel="email", utm_medium="email",
        utm_source="newsletter", allocated_budget=Decimal(600), spent_amount=Decimal(200),
        status="active" if state == "active" else "planned",
    )  # fmt: skip
    for days in range(10 if state != "scheduled" else 0):
        sent = chance.randint(40, 160)
        day = min(world.today, start + 20 * ONE) - days * ONE
        world.add(
            CampaignMetric, at(day, 23) if day < world.today else world.now, campaign_id=key,
            metric_date=day, channel="email", sent=sent, delivered=sent - 2, opened=sent * 4 // 10,
            clicked=sent // 9, sessions=sent // 8, bookings=chance.weighed({0: 5, 1: 2}),
            cost_amount=Decimal(18), revenue_attributed=chance.money(0, 2400, "50"),
        )  # fmt: skip
    return key


def _content(world, lead, chance):
    pieces = []
    for number, (title, kind, state) in enumerate((
        ("Where the whales are this week", "blog", "published"),
        ("Five beaches for small children", "blog", "published"),
        ("How our owners' statements work", "guide", "in_review"),
        ("Lanai season", "social", "draft"),
    )):  # fmt: skip
        day = world.today - (30 - 9 * number) * ONE
        piece = world.add(
            ContentPiece, at(day), title=title, content_type=kind, status=state, author_id=lead,
            slug=title.lower().replace(" ", "-").replace("'", ""), body=f"{title}. Aloha from Maui.",
            excerpt=title, word_count=640, keywords=["maui"], file_id=None, tags=["maui"],
            published_at=at(day) if state == "published" else None,
            performance_score=chance.score(40, 95) if state == "published" else None,
        )  # fmt: skip
        pieces.append(piece)
        world.add(
            CalendarEntry, at(day), title=title, content_piece_id=piece, owner_member_id=lead,
            content_type="blog" if kind != "social" else "post", scheduled_date=day + 7 * ONE,
            channel="website" if kind != "social" else "instagram", scheduled_time="09:00",
            status="published" if state == "published" else "in_creation",
        )  # fmt: skip
    return pieces


def _adverts(world, lead, chance):
    for number, (platform, name, state) in enumerate((
        ("google_ads", "Search: Maui condos", "active"), ("meta_ads", "Lanai pictures", "paused"),
    )):  # fmt: skip
        start = world.today - 40 * ONE
        advert = world.add(
            AdCampaign, at(start), campaign_id=world.shelf["campaigns"][0], ad_platform=platform,
            external_campaign_id=chance.digits(10), name=name, objective="bookings", status=state,
            owner_member_id=lead, start_date=start, daily_budget=Decimal(30),
            total_budget=Decimal(1800), spent_amount=Decimal(760),
            landing_url="https://halekai.example.com/homes",
        )  # fmt: skip
        creative = world.add(
            AdCreative, at(start), ad_campaign_id=advert, creative_type="image", status="active",
            brand_asset_id=world.shelf["assets"][number + 1], headline="Your lanai on Maui",
            call_to_action="Book direct", approved_by_id=lead,
        )  # fmt: skip
        for days in range(1, 15):
            clicks = chance.randint(8, 60)
            cost = chance.money(12, 34)
            world.add(
                AdPerformance, at(world.today - days * ONE, 23), ad_campaign_id=advert,
                ad_creative_id=creative, metric_date=world.today - days * ONE, clicks=clicks,
                impressions=clicks * 31, ctr=(Decimal(1) / 31).quantize(Decimal("0.0001")),
                conversions=clicks // 20, cost_amount=cost, roas=chance.score(1.2, 5),
                cost_per_click=(cost / clicks).quantize(Decimal("0.01")),
                revenue_amount=chance.money(0, 900, "10"),
            )  # fmt: skip


def refer(world: World) -> None:
    """Referrals and the newsletter's readers: people who are there by now."""
    with world.about("referrals") as chance:
        guests = world.shelf["guests"]
        program = world.add(
            ReferralProgram, program_name="Bring a friend", audience="guest", status="active",
            referrer_reward_type="credit", referrer_reward_amount=Decimal(100), code_prefix="ALOHA",
            referee_reward_type="discount", referee_reward_amount=Decimal(75),
            start_date=world.founded.date(), terms="For stays of four nights and more.",
        )  # fmt: skip
        for number in range(min(6, len(guests) // 2)):
            one, other = guests[number], guests[-1 - number]
            if one.contact == other.contact:
                continue
            prospect = world.shelf["prospects"][number][0] if number == 5 else None
            world.add(
                Referral, other.since, referral_program_id=program, referrer_contact_id=one.contact,
                referred_contact_id=other.contact, campaign_id=world.shelf["campaigns"][2],
                referral_code=f"ALOHA{chance.digits(5)}", prospect_id=prospect, source="email",
                reward_amount=Decimal(100), first_touch_at=other.since,
                status=["rewarded", "booked", "clicked", "invited"][number % 4],
            )  # fmt: skip
        for name, kind in (("Island letter", "newsletter"), ("Owners' letter", "owner")):
            list_ = world.add(
                EmailList, list_name=name, list_type=kind, is_double_opt_in=kind == "newsletter",
                from_name="Halekai Maui", from_email="aloha@example.com",
                subscriber_count=min(40, len(guests)),
            )  # fmt: skip
            people = [(g.email, g.contact, g.since) for g in guests[:40]]
            if kind == "owner":
                people = [(o.email, o.contact, world.founded) for o in world.owners[:20]]
            seen = set()
            for email, contact, since in people:
                if email in seen:
                    continue
                seen.add(email)
                left = chance.maybe(0.08)
                world.add(
                    EmailSubscriber, since, email_list_id=list_, contact_id=contact, email=email,
                    subscribed_at=since, confirmed_at=since, source="booking",
                    unsubscribed_at=world.now - 4 * ONE if left else None,
                    open_count=chance.randint(0, 14), last_engaged_at=world.now - 9 * ONE,
                    status="unsubscribed" if left else "subscribed",
                )  # fmt: skip


def _social(world, lead, pieces, chance):
    for platform, handle, followers in (
        ("instagram", "@halekaimaui", 8420),
        ("facebook", "halekai", 3110),
    ):
        account = world.add(
            SocialAccount, platform=platform, account_name="Halekai Maui", handle=handle,
            external_account_id=chance.digits(12), follower_count=followers, post_count=212,
            credential_id=world.shelf.get(("credential", "instagram")),
            last_synced_at=world.now - timedelta(hours=1),
        )  # fmt: skip
        for days in range(1, 8):
            world.add(
                SocialMetric, at(world.today - days * ONE, 23), social_account_id=account,
                metric_date=world.today - days * ONE, reach=chance.randint(400, 3000),
                impressions=chance.randint(600, 5000), engagement=chance.randint(20, 300),
                followers=followers - 4 * days, follower_change=4,
            )  # fmt: skip
        for number in range(5):
            when = at(world.today - (4 * number - 4) * ONE, 11)
            out = when < world.now
            post = world.add(
                SocialPost, min(when, world.now), social_account_id=account, post_type="post",
                campaign_id=world.shelf["campaigns"][0], content_piece_id=pieces[number % len(pieces)],
                caption="Trade winds, coffee, lanai.", hashtags=["#maui", "#lanailife"],
                scheduled_at=when, published_at=when if out else None, created_by_id=lead,
                approved_by_id=lead, status="published" if out else "scheduled",
                external_post_id=chance.digits(14) if out else None,
            )  # fmt: skip
            if out:
                likes = chance.randint(20, 240)
                world.add(
                    SocialMetric, world.now, social_post_id=post, metric_date=world.today - ONE,
                    likes=likes, comments=likes // 12, reach=likes * 14, impressions=likes * 19,
                    engagement=likes + likes // 12, engagement_rate=Decimal("0.0620"),
                )  # fmt: skip
