"""Articles, procedures, checklists, policies, guidebooks and papers."""

from datetime import timedelta
from decimal import Decimal

from config.demo.concierge_desk import slug
from config.demo.files import keep
from config.demo.papers import contract_paper
from config.demo.world import ONE, World, at
from knowledge.models import (
    Article,
    ArticleCategory,
    ArticleEmbedding,
    ArticleFeedback,
    ArticleTag,
    ArticleVersion,
    Checklist,
    ChecklistAnswer,
    ChecklistItem,
    ChecklistRun,
    CompanyPolicy,
    CompanyPolicyVersion,
    Document,
    DocumentEmbedding,
    Faq,
    FaqCategory,
    GlossaryTerm,
    Guidebook,
    GuidebookSection,
    PolicyAcknowledgment,
    Procedure,
    ProcedureCheck,
    ProcedureStep,
    SearchLog,
    Suggestion,
)

ARTICLES = [
    ("Resetting the keypad when a code is refused", "troubleshooting", "PC-ACCESS",
     "Hold the hash key five seconds, wait for green, send the code again from the stay's page."),
    ("Air conditioning that drips", "troubleshooting", "PC-HVAC",
     "Clean the filter, flush the drain with a cup of vinegar, check after ten minutes."),
    ("How owners' statements are made", "reference", "ACCT-STATEMENT",
     "Revenue counts in the month the guest leaves. Commission and management follow each stay."),
    ("Hawaii taxes on a guest's bill", "reference", "ACCT-TAX",
     "GET 4.712 percent, TAT by the day of arrival, county TAT 3 percent, each a line of its own."),
    ("Answering a poor review", "guide", "RSV-REVIEW",
     "Within a day. Thank, say what was done, offer to talk. Never argue about facts."),
]  # fmt: skip
CHECKLISTS = [
    ("Turnover, standard", "cleaning", ["Strip and bag linen", "Kitchen: drawers, oven, fridge",
     "Bathrooms: glass, grout, hair", "Make beds to picture", "Lanai and rail", "Restock the kit"]),
    ("Post-clean inspection", "inspection", ["Entry and first impression", "Kitchen", "Bathrooms",
     "Beds", "Air conditioning", "Safety lights"]),
    ("Owner onboarding", "onboarding", ["Keys and codes", "Inventory", "Photographs", "RCA-1 filed"]),
]  # fmt: skip
PROCEDURES = [
    ("Turnover clean", "cleaning", "PC-CLEANING", 180),
    ("Guest cannot get in", "guest_service", "PC-ACCESS", 15),
    ("Filing a damage claim", "finance", "RSV-DAMAGE", 40),
]
POLICIES = [
    ("Privacy of guests and owners", "privacy"), ("Working alone and heat", "safety"),
    ("Company cards", "finance"),
]  # fmt: skip


def write_down(world: World) -> None:
    """Write the knowledge base."""
    with world.about("knowledge"):
        lead = world.members[0].id
        world.shelf["articles"] = [_article(world, row, lead) for row in ARTICLES]
        _checklists(world, lead)
        _procedures(world, lead)
        _policies(world, lead)
        _questions(world, lead)


def _article(world, row, lead):
    title, kind, category, content = row
    chance = world.chance
    key = world.add(
        Article, title=title, slug=slug(title), content=content, summary=content[:80],
        article_type=kind, author_id=lead, visibility="team", status="published", current_version=2,
        published_at=world.founded, view_count=chance.randint(20, 400), helpful_count=18,
        department="Operations", review_due_date=world.today + chance.randint(-10, 200) * ONE,
    )  # fmt: skip
    for version in (1, 2):
        world.add(
            ArticleVersion, world.founded + timedelta(days=90 * version), article_id=key, title=title,
            version_number=version, content=content, changed_by_id=lead,
            change_notes="First version" if version == 1 else "Shorter",
        )  # fmt: skip
    world.add(
        ArticleCategory, article_id=key, category_code=f"SEC-OPS-{len(title):03d}",
        category_name=category.split("-")[1].capitalize(), department_code="DEPT-01",
    )  # fmt: skip
    world.add(ArticleTag, article_id=key, tag=category.lower(), added_by_id=lead)
    world.add(
        ArticleEmbedding, article_id=key, embedding_config_id=world.shelf["embedding"], chunk_index=0,
        chunk_text=content, token_count=len(content.split()), article_version=2, embedding=[
            round(chance.uniform(-0.1, 0.1), 4) for _ in range(384)
        ], embedded_at=world.founded,
    )  # fmt: skip
    world.add(
        ArticleFeedback, world.now - 3 * ONE, article_id=key, member_id=chance.pick(world.members).id,
        rating=chance.randint(3, 5), is_helpful=True, feedback_type="helpful", status="new",
    )  # fmt: skip
    return key


def _checklists(world, lead):
    world.shelf["checklists"] = {}
    for title, kind, steps in CHECKLISTS:
        key = world.add(
            Checklist, title=title, checklist_type=kind, estimated_minutes=12 * len(steps),
            created_by_id=lead, description=f"{title}, in order.",
        )  # fmt: skip
        items = [
            world.add(
                ChecklistItem, checklist_id=key, item_order=order, item_text=text, section="All",
                requires_photo=order == 4, creates_ticket_on_fail=order == 5,
                ticket_category_code="PC-INSPECTION",
            )
            for order, text in enumerate(steps, 1)
        ]  # fmt: skip
        world.shelf["checklists"][kind] = (key, items)
    world.shelf["inspection_checklist"] = world.shelf["checklists"]["inspection"][0]


def _procedures(world, lead):
    world.shelf["procedures"] = []
    for title, category, ticket, minutes in PROCEDURES:
        key = world.add(
            Procedure, title=title, slug=slug(title), category=category, ticket_category_code=ticket,
            purpose=f"{title}: the same way each time", scope="All homes", owner_member_id=lead,
            approved_by_id=lead, estimated_minutes=minutes, effective_date=world.founded.date(),
            review_due_date=world.today + 60 * ONE, status="approved", approved_at=world.founded,
        )  # fmt: skip
        world.shelf["procedures"].append(key)
        for number, step in enumerate(("Prepare", "Do", "Check", "Report"), 1):
            place = world.add(
                ProcedureStep, sop_id=key, step_number=number, title=step, is_critical=number == 3,
                instruction=f"{step}: follow the picture card.", requires_photo=number == 3,
                expected_duration_minutes=minutes // 4,
            )  # fmt: skip
            if number == 3:
                world.add(
                    ProcedureCheck, sop_id=key, step_id=place, item_order=1,
                    item_text="Picture taken from the door",
                    checklist_id=world.shelf["checklists"]["cleaning"][0],
                )  # fmt: skip


def _policies(world, lead):
    for title, category in POLICIES:
        key = world.add(
            CompanyPolicy, title=title, category=category, content=f"{title}: our rules.",
            summary=title, owner_member_id=lead, approved_by_id=lead, current_version=1,
            effective_date=world.founded.date(), requires_acknowledgment=True, status="approved",
            review_due_date=world.today + 45 * ONE, applies_to_roles=["TEAM_MEMBER", "TEAM_LEAD"],
        )  # fmt: skip
        world.add(
            CompanyPolicyVersion, policy_id=key, version_number=1, content=f"{title}: our rules.",
            changed_by_id=lead, approved_by_id=lead, effective_date=world.founded.date(),
        )  # fmt: skip
        for number, member in enumerate(world.members):
            signed = number % 8 != 3
            world.add(
                PolicyAcknowledgment, at(member.hired), policy_id=key, member_id=member.id,
                version_number=1, requested_at=at(member.hired), method="portal",
                acknowledged_at=at(member.hired + 2 * ONE) if signed else None,
                status="acknowledged" if signed else "overdue",
            )  # fmt: skip


def _questions(world, lead):
    for question, answer, audience, category in (
        ("When can we check in?", "From 4 pm; earlier if the home is ready.", "guest", "check_in"),
        (
            "Where do we park?",
            "In your stall; its number is on your guest page.",
            "guest",
            "parking",
        ),
        ("When is the payout?", "On the 12th of the next month.", "owner", "owner_statements"),
        ("May we bring the dog?", "In some homes, with a fee of 150 dollars.", "guest", "pets"),
    ):
        key = world.add(
            Faq, question=question, answer=answer, audience=audience, author_id=lead,
            helpful_count=12, status="published",
        )  # fmt: skip
        world.add(
            FaqCategory, faq_id=key, category_code=category, is_primary=True,
            category_name=category.replace("_", " ").capitalize(),
        )  # fmt: skip
    for term, meaning, category in (
        ("Lanai", "The veranda or balcony of a home.", "hawaiian"),
        ("Turn", "A departure and an arrival on one day.", "operations"),
        ("TAT", "Transient accommodations tax, on stays under 180 days.", "legal"),
        ("AOAO", "The association of a condominium's owners.", "owner"),
    ):
        world.add(
            GlossaryTerm, term=term, definition=meaning, category=category,
            related_article_id=world.shelf["articles"][3] if term == "TAT" else None,
        )  # fmt: skip
    for words, found in (
        ("code does not work", 3),
        ("statement payout date", 2),
        ("kayak storage", 0),
    ):
        world.add(
            SearchLog, world.now - timedelta(hours=5), query=words, normalized_query=words,
            results_count=found, latency_ms=38, was_helpful=found > 0,
            searched_at=world.now - timedelta(hours=5),
        )  # fmt: skip
    world.add(
        Suggestion, world.now - ONE, suggestion_type="gap", title="Where do kayaks go?",
        details="Searched three times this week, nothing found.", source="search_gap",
        suggested_by_id=lead, assigned_to_id=world.team("GUEST_SERVICES")[0].id, status="open",
    )  # fmt: skip


def guide(world: World) -> None:
    """A guidebook and the papers of each home; checklists being worked through today."""
    with world.about("guidebooks") as chance:
        lead = world.team("GUEST_SERVICES")[0].id
        for home in world.homes:
            since = at(home.since)
            book = world.add(
                Guidebook, since, title=f"Welcome to {home.name}", property_id=home.id,
                welcome_text="E komo mai!", share_token=f"gb_{chance.getrandbits(64):016x}",
                published_at=since, view_count=chance.randint(5, 300), status="published",
                created_by_id=lead,
            )  # fmt: skip
            for order, (kind, title, text) in enumerate((
                ("arrival", "Arriving", "The gate opens by itself until 9 pm."),
                ("wifi", "Internet", "Network and password are on the card by the router."),
                ("checkout", "Leaving", "Dishwasher on, towels in the tub, door locks itself."),
            )):  # fmt: skip
                world.add(
                    GuidebookSection, since, guidebook_id=book, section_type=kind, title=title,
                    content=text, sort_order=order, requires_confirmed_stay=kind != "checkout",
                )  # fmt: skip
            for kind, name in (
                ("MGMT_CONTRACT", "Management agreement"),
                ("PERMIT", "Rental permit"),
            ):
                paper = world.add(
                    Document, since, title=f"{name}, {home.name}", document_type_code=kind,
                    file_id=contract_paper(world, home, name, since)
                    or keep(world, f"papers/{home.code}-{kind.lower()}.pdf", when=since),
                    property_id=home.id, homeowner_id=home.shares[0].owner.id, issued_on=home.since,
                    expires_on=world.today + chance.randint(-20, 500) * ONE, status="executed"
                    if kind == "MGMT_CONTRACT" else "approved",
                )  # fmt: skip
                if home.number == 0:
                    world.add(
                        DocumentEmbedding, since, document_id=paper, chunk_index=0, page_number=1,
                        embedding_config_id=world.shelf["embedding"], chunk_text=name,
                        embedding=[round(chance.uniform(-0.1, 0.1), 4) for _ in range(384)],
                    )  # fmt: skip
        _runs(world)


def _runs(world):
    for kind in ("cleaning", "inspection"):
        checklist, items = world.shelf["checklists"][kind]
        cleans = [c for h in world.homes for c in h.cleans
                  if world.today - 2 * ONE <= c.day <= world.today]  # fmt: skip
        for number, clean in enumerate(cleans[:20]):
            over = clean.day < world.today
            done = len(items) if over else number % len(items)
            run = world.add(
                ChecklistRun, at(clean.day, 8), checklist_id=checklist, property_id=clean.home.id,
                clean_event_id=clean.id, assigned_to_id=clean.home.cleaner.id, due_at=at(clean.day, 15),
                inspection_id=clean.inspection if kind == "inspection" else None,
                started_at=at(clean.day, 8.2) if done else None,
                completed_at=at(clean.day, 13) if over else None,
                completion_percentage=(Decimal(100 * done) / len(items)).quantize(Decimal("0.01")),
                status="completed" if over else "in_progress" if done else "not_started",
            )  # fmt: skip
            for item in items[:done]:
                world.add(
                    ChecklistAnswer, at(clean.day, 8.5), checklist_instance_id=run, is_checked=True,
                    checklist_item_id=item, answered_by_id=clean.home.cleaner.id,
                    response_value="done", answered_at=at(clean.day, 8.5),
                )  # fmt: skip
