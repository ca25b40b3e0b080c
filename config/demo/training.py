"""What the team has to learn, and who has."""

from decimal import Decimal

from config.demo.world import ONE, World, at
from knowledge.models import TrainingCompletion, TrainingMaterial, TrainingModule

COURSES = [
    ("Welcome to Halekai", "onboarding", ["Who we are", "How we speak", "Where things are"]),
    ("Turnovers to standard", "cleaning", ["Linen", "Kitchen", "Pictures"]),
    ("Ladders, chemicals, heat", "safety", ["Ladders", "Chemicals and heat"]),
]


def teach(world: World) -> None:
    """Three courses; most have passed, a few are late."""
    with world.about("training") as chance:
        lead = world.members[0].id
        for title, category, modules in COURSES:
            course = world.add(
                TrainingMaterial, title=title, category=category, format="mixed", status="published",
                is_mandatory=True, validity_months=24, estimated_minutes=20 * len(modules),
                owner_member_id=lead, sop_id=world.shelf["procedures"][0],
                audience_roles=["TEAM_MEMBER", "TEAM_LEAD"], description=f"{title}, in short lessons.",
            )  # fmt: skip
            for order, name in enumerate(modules, 1):
                module = world.add(
                    TrainingModule, training_material_id=course, module_order=order, title=name,
                    duration_minutes=20, module_type="quiz" if order == len(modules) else "lesson",
                    passing_score=Decimal(80), content=f"{name}: what to know.",
                )  # fmt: skip
                for number, member in enumerate(world.members[::2]):
                    passed = number % 7 != 4
                    done = at(member.hired + (5 + order) * ONE)
                    world.add(
                        TrainingCompletion, at(member.hired), training_module_id=module,
                        member_id=member.id, assigned_at=at(member.hired), verified_by_id=lead,
                        due_date=member.hired + 30 * ONE, started_at=done if passed else None,
                        completed_at=done if passed else None,
                        score=chance.score(80, 100) if passed else None,
                        status="passed" if passed else "assigned",
                    )  # fmt: skip
