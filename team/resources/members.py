"""Staff: who works here, in which team, for whom and for how much."""

from django.conf import settings

from core.imports.cells import ChoiceCell, EmailCell, PersonNameCell, PhoneCell
from core.imports.registry import spreadsheet
from core.imports.resource import Column, Key, Part, Reference, SourceId
from directory.resources.people import ContactColumns, contact_part
from staging.models import StagedTeamMember
from team.choices.members import (
    TeamMemberCompensationType,
    TeamMemberEmploymentType,
    TeamMemberStatus,
)
from team.models import TeamMember
from team.resources.cells import (
    ColleagueCell,
    HourlyCell,
    PayCell,
    SectionCell,
    TeamCell,
    YearlyCell,
)

EMPLOYMENT = {
    "full time": TeamMemberEmploymentType.EMPLOYEE,
    "ft": TeamMemberEmploymentType.EMPLOYEE,
    "part time": TeamMemberEmploymentType.EMPLOYEE,
    "pt": TeamMemberEmploymentType.EMPLOYEE,
    "seasonal": TeamMemberEmploymentType.EMPLOYEE,
    "w2": TeamMemberEmploymentType.EMPLOYEE,
    "w 2": TeamMemberEmploymentType.EMPLOYEE,
    "1099": TeamMemberEmploymentType.CONTRACTOR,
    "contract": TeamMemberEmploymentType.CONTRACTOR,
    "freelance": TeamMemberEmploymentType.CONTRACTOR,
    "independent contractor": TeamMemberEmploymentType.CONTRACTOR,
    "trainee": TeamMemberEmploymentType.INTERN,
}
STATES = {
    "employed": TeamMemberStatus.ACTIVE,
    "current": TeamMemberStatus.ACTIVE,
    "yes": TeamMemberStatus.ACTIVE,
    "y": TeamMemberStatus.ACTIVE,
    "true": TeamMemberStatus.ACTIVE,
    "no": TeamMemberStatus.INACTIVE,
    "n": TeamMemberStatus.INACTIVE,
    "false": TeamMemberStatus.INACTIVE,
    "new": TeamMemberStatus.ONBOARDING,
    "new hire": TeamMemberStatus.ONBOARDING,
    "on leave": TeamMemberStatus.UNPAID_LEAVE,
    "leave": TeamMemberStatus.UNPAID_LEAVE,
    "loa": TeamMemberStatus.UNPAID_LEAVE,
    "vacation": TeamMemberStatus.PAID_LEAVE,
    "pto": TeamMemberStatus.PAID_LEAVE,
    "maternity": TeamMemberStatus.PAID_LEAVE,
    "notice": TeamMemberStatus.OFFBOARDING,
    **dict.fromkeys(
        ("left", "leaver", "former", "quit", "resigned", "fired", "gone", "retired"),
        TeamMemberStatus.TERMINATED,
    ),
}
PAID_BY = {
    "hour": TeamMemberCompensationType.HOURLY,
    "hr": TeamMemberCompensationType.HOURLY,
    "salaried": TeamMemberCompensationType.SALARY,
    "exempt": TeamMemberCompensationType.SALARY,
    "non exempt": TeamMemberCompensationType.HOURLY,
    "piece rate": TeamMemberCompensationType.PER_JOB,
    "per clean": TeamMemberCompensationType.PER_JOB,
}
TODAY = f"(now() AT TIME ZONE '{settings.TIME_ZONE}')::date"
HAS_LEFT = f"{{termination_date}} <= {TODAY}"


@spreadsheet("team-members")
class TeamMemberResource(ContactColumns):
    """A member a row, with the person behind it."""

    number = Column("number", note="Given here; leave it empty for somebody new.")
    name = Column(
        None,
        PersonNameCell(),
        heads=(
            "full name",
            "employee",
            "employee name",
            "staff",
            "staff name",
            "staff member",
            "team member",
            "member",
            "associate",
            "who",
        ),
        gives={"first_name": "first_name", "last_name": "last_name"},
        note="For sheets that have the whole name in one column.",
    )
    source_id = SourceId(
        heads=(
            "employee id",
            "employee number",
            "staff id",
            "staff number",
            "emp no",
            "badge",
            "id",
        ),
        note="Your own number of the employee; it counts together with the name.",
    )
    display_name = Column("display_name", note="First and last name, where it is empty.")
    section = Column(
        None,
        SectionCell(),
        heads=("(section)",),
        gives={"team": "team", "status": "status"},
        note="What stands above a group of rows: their team, or that they have left.",
    )
    team = Reference(
        "team",
        ("number", "team_code", "name"),
        cell=TeamCell(),
        heads=("team", "team name", "crew", "division"),
    )
    role = Column(
        "role", heads=("title", "job title", "position", "job", "duties"), example="Housekeeper"
    )
    department = Column("department", heads=("dept",))
    manager = Reference(
        "manager",
        ("number", "display_name", "work_email"),
        cell=ColleagueCell(),
        heads=("manager", "supervisor", "reports to", "team lead", "boss", "manager name"),
        note="Somebody who is here already, or in the same sheet.",
    )
    employment_type = Column(
        "employment_type",
        ChoiceCell(TeamMemberEmploymentType, also=EMPLOYMENT),
        heads=("type", "employment", "ft/pt", "w2/1099", "worker type"),
    )
    hire_date = Column(
        "hire_date",
        heads=("hired", "start date", "date hired", "date of hire", "started", "joined"),
    )
    termination_date = Column(
        "termination_date",
        heads=("left", "left on", "end date", "last day", "date left", "terminated", "term date"),
    )
    termination_reason = Column(
        "termination_reason", heads=("reason for leaving", "why left", "reason")
    )
    work_email = Column(
        "work_email", EmailCell(), heads=("work e-mail", "company email", "business email")
    )
    work_phone = Column(
        "work_phone", PhoneCell(), heads=("office phone", "company phone", "business phone")
    )
    pay = Column(
        None,
        PayCell(),
        heads=("pay", "rate", "pay rate", "wage", "wages", "compensation"),
        gives={
            "hourly": "hourly_rate",
            "salary": "salary",
            "compensation": "compensation_type",
        },
        note="For sheets that keep hourly and yearly pay in one column.",
    )
    hourly_rate = Column(
        "hourly_rate",
        HourlyCell(),
        heads=(
            "hourly",
            "hourly pay",
            "hourly wage",
            "rate per hour",
            "rate/hr",
            "$/hr",
            "per hour",
        ),
    )
    overtime_rate = Column("overtime_rate", HourlyCell(), heads=("overtime", "ot rate"))
    salary = Column(
        "salary",
        YearlyCell(),
        heads=("annual salary", "salary p.a.", "yearly pay", "base salary", "per year"),
    )
    compensation_type = Column(
        "compensation_type",
        ChoiceCell(TeamMemberCompensationType, also=PAID_BY),
        heads=("paid by", "pay type", "pay basis"),
    )
    max_weekly_hours = Column(
        "max_weekly_hours", heads=("weekly hours", "hours per week", "hours", "hrs/wk")
    )
    can_approve_expenses = Column("can_approve_expenses")
    expense_limit = Column("expense_limit", heads=("purchase limit", "approval limit"))
    home_area = Reference(
        "home_area", ("number", "area_code", "area_name", "slug"), heads=("area", "home base")
    )
    preferred_language = Reference(
        "preferred_language", ("code", "name"), heads=("language", "languages")
    )
    timezone = Reference("timezone", ("code",), heads=("time zone",))
    skills = Column("skills")
    certifications = Column("certifications", heads=("certs", "licenses"))
    status = Column(
        "status",
        ChoiceCell(TeamMemberStatus, also=STATES),
        heads=("employment status", "active"),
    )
    is_active = Column("is_active")
    notes = Column("notes", heads=("note", "comments", "remarks"))

    class Meta:
        title = "team members"
        staged = StagedTeamMember
        parts = {
            "contact": contact_part(),
            "member": Part(
                TeamMember,
                keys=(
                    Key("number", ("number",)),
                    Key(
                        "your number and name",
                        ("display_name",),
                        folded=("display_name",),
                        is_source=True,
                    ),
                    Key(
                        "work e-mail and name",
                        ("work_email", "display_name"),
                        folded=("display_name",),
                    ),
                    Key(
                        "work phone and name",
                        ("work_phone", "display_name"),
                        folded=("display_name",),
                    ),
                    Key("contact", ("contact",)),
                ),
                links={"contact": "contact"},
                derived={
                    "display_name": "nullif(concat_ws(' ', {first_name}, {last_name}), '')",
                    "status": f"CASE WHEN {HAS_LEFT} THEN 'terminated' END",
                    "is_active": (
                        "coalesce({status} NOT IN ('terminated', 'inactive'), true)"
                        f" AND coalesce(NOT ({HAS_LEFT}), true)"
                    ),
                },
                alike=("display_name", "work_email", "work_phone"),
            ),
        }
        matched = {"matched_member": "member"}
