"""The brand: looks, voice, templates, search words."""

from decimal import Decimal

from brand_marketing.models import (
    BrandAsset,
    BrandColor,
    BrandFont,
    BrandGuideline,
    BrandTemplate,
    SeoKeyword,
    SeoRanking,
)
from config.demo.files import keep
from config.demo.world import ONE, World, at

GUIDELINES = [
    ("Voice", "voice", "Warm and plain. We say what we will do and by when."),
    ("Colours", "visual", "Lagoon first, sand as ground, hibiscus only for what matters."),
    ("Answering complaints", "response", "Thank, say what we do, say until when. Never blame."),
    ("Hawaiian words", "naming", "With ʻokina and kahakō. No mock Hawaiian."),
]
COLORS = [
    ("Lagoon", "primary", "#0F6E84"), ("Sand", "background", "#F6EFE3"),
    ("Hibiscus", "accent", "#D6455B"), ("Lava", "text", "#23292E"), ("Fern", "success", "#3C7A4B"),
]  # fmt: skip
KEYWORDS = [
    ("maui vacation rental", 18100, 71), ("kaanapali condo rental", 5400, 58),
    ("wailea 2 bedroom condo", 2900, 49), ("napili villas", 1900, 33),
    ("maui rental with pool", 3600, 55),
]  # fmt: skip


def paint(world: World) -> None:
    """Write the brand book, and where we stand in searches."""
    with world.about("brand") as chance:
        lead = world.team("MARKETING")[0].id
        guidelines = world.shelf["guidelines"] = []
        for title, category, content in GUIDELINES:
            guidelines.append(
                world.add(
                    BrandGuideline, title=title, category=category, content=content, status="active",
                    approved_by_id=lead, version="2", effective_date=world.founded.date(),
                    tone_attributes=["warm", "clear"], words_to_avoid=["luxury", "paradise"],
                    approved_at=world.founded, priority="high", ai_prompt_context=content,
                )
            )  # fmt: skip
        for order, (name, role, hex_) in enumerate(COLORS):
            world.add(
                BrandColor, color_name=name, color_role=role, hex_value=hex_, sort_order=order,
                guideline_id=guidelines[1], usage_notes=f"{name} as {role}.",
                rgb_value={"r": int(hex_[1:3], 16), "g": int(hex_[3:5], 16), "b": int(hex_[5:], 16)},
            )  # fmt: skip
        for name, role, weight in (("Fraunces", "headline", "600"), ("Inter", "body", "400")):
            world.add(
                BrandFont, font_name=name, font_role=role, font_family=name, font_weight=weight,
                guideline_id=guidelines[1], license_type="open", fallback_fonts=["Georgia"],
            )  # fmt: skip
        world.shelf["assets"] = [
            world.add(
                BrandAsset, asset_name=name, asset_type=kind, file_format=ending, status="active",
                file_id=keep(world, f"brand/{name.lower().replace(' ', '-')}.{ending}", "image"),
                logo_type="primary" if kind == "logo" else None, license_type="owned",
                alt_text=name, is_primary=kind == "logo", uploaded_by_id=lead,
            )
            for name, kind, ending in (
                ("Halekai logo", "logo", "png"), ("Lanai at dusk", "image", "jpg"),
                ("Beach walk", "image", "jpg"),
            )
        ]  # fmt: skip
        world.shelf["brand_templates"] = [
            world.add(
                BrandTemplate, template_name=name, template_type=kind, category=category,
                channel_code="EMAIL", subject_line=name, body_content=f"{name}: {{{{ body }}}}",
                variables=["body"], tone="warm", approved_by_id=lead, use_count=chance.randint(3, 60),
                status="active",
            )
            for name, kind, category in (
                ("Newsletter", "newsletter", "marketing"), ("Owner report", "email", "operational"),
            )
        ]  # fmt: skip
        keywords = world.shelf["keywords"] = []
        for word, volume, difficulty in KEYWORDS:
            key = world.add(
                SeoKeyword, keyword=word, website_domain="halekai.example.com", priority="high",
                target_page_path="/homes", search_volume=volume, difficulty_score=Decimal(difficulty),
                intent="transactional", area_id=world.codes["area"]["kaanapali"],
            )  # fmt: skip
            keywords.append(key)
            place = chance.randint(4, 24)
            for weeks in range(6):
                now = max(1, place + chance.randint(-3, 3))
                day = world.today - 7 * weeks * ONE
                world.add(
                    SeoRanking, at(day, 5), seo_keyword_id=key, checked_on=day, position=now,
                    previous_position=place, clicks=chance.randint(2, 80), ctr=Decimal("0.0310"),
                    impressions=chance.randint(200, 2600), page_number=1 + now // 10,
                )  # fmt: skip
