"""Cells that only sheets of staff have."""

import re
from typing import Any

from core.imports.cells import IdCell, MoneyCell, PersonNameCell, Refused
from team.choices.members import TeamMemberCompensationType, TeamMemberStatus

COUNT = re.compile(r"\s*[:(\[]\s*[0-9]*\s*(?:people|staff|members)?\s*[)\]]?\s*$", re.I)
SUFFIX = re.compile(r"\s+(?:team|dept\.?|department|crew|staff)$", re.I)
LEFT = re.compile(
    r"\b(?:leavers?|left|former|past|ex|terminated|inactive|alumni|resigned|no longer)\b", re.I
)
BY_HOUR = re.compile(r"\s*(?:/|per|an?|p\.?)\s*(?:h|hr|hrs|hour)\.?$|\s*(?:hourly|/?ph)$", re.I)
BY_YEAR = re.compile(
    r"\s*(?:/|per|an?|p\.?)\s*(?:y|yr|year|annum|a)\.?$|\s*(?:yearly|annually|annual|salary|pa)$",
    re.I,
)
MOST_BY_HOUR = 500  # more than anybody is paid an hour; less than anybody is paid a year


class TeamCell(IdCell):
    """A team, as a heading names it: "HOUSEKEEPING TEAM (12)" is housekeeping."""

    wanted = "a team"
    hint = "The name, code or number of a team."
    example = "Housekeeping"

    def from_text(self, text: str) -> str:
        bare = SUFFIX.sub("", COUNT.sub("", text)).strip()
        return super().from_text(bare or text)


class SectionCell(TeamCell):
    """The heading above a group of rows: a team, or those who have left."""

    hint = "A team, or a word for those who have left, like Leavers."

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> dict[str, str] | None:
        text = super().clean(value, row, **kwargs)
        if text is None:
            return None
        if LEFT.search(text):
            return {"status": TeamMemberStatus.TERMINATED.value}
        return {"team": text}


class ColleagueCell(IdCell):
    """Another member: by number, e-mail address or name, which may be written last name first."""

    wanted = "a team member"
    hint = "A member's number, work e-mail address, or name."
    example = "Leilani Kealoha"

    def from_text(self, text: str) -> str:
        if "," not in text:
            return super().from_text(text)
        name = PersonNameCell().from_text(text)
        return " ".join(part for part in name.values() if part)


class PayCell(MoneyCell):
    """What somebody is paid, by the hour or by the year: $24.50/hr, $62,000 per year."""

    wanted = "an amount by the hour or by the year"
    hint = "An amount by the hour; with /yr by the year. Amounts above 500 must say which."
    example = "$24.50/hr"

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> dict[str, Any] | None:
        amount = super().clean(value, row, **kwargs)
        if amount is None:
            return None
        text = value.strip() if isinstance(value, str) else ""
        if BY_YEAR.search(text):
            return {"salary": amount, "compensation": TeamMemberCompensationType.SALARY.value}
        if amount > MOST_BY_HOUR and not BY_HOUR.search(text):
            raise Refused(
                "It is not certain whether this is paid by the hour or by the year.",
                "Write it like $24.50/hr or $62,000/yr.",
                of_kind=True,
            )
        return {"hourly": amount, "compensation": TeamMemberCompensationType.HOURLY.value}

    def from_text(self, text: str) -> Any:
        return super().from_text(BY_YEAR.sub("", BY_HOUR.sub("", text)))


class HourlyCell(MoneyCell):
    """An amount by the hour, with or without the words for it."""

    hint = "An amount by the hour."
    example = "24.50"

    def from_text(self, text: str) -> Any:
        return super().from_text(BY_HOUR.sub("", text))


class YearlyCell(MoneyCell):
    """An amount by the year, with or without the words for it."""

    hint = "An amount by the year."
    example = "62,000"

    def from_text(self, text: str) -> Any:
        return super().from_text(BY_YEAR.sub("", text))
