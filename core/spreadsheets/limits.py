"""How much a file may cost."""

from dataclasses import asdict, dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Limits:
    """Bounds on one reading of one file; whatever passes one raises ``Unreadable``.

    ``memory_mb`` bounds the child's address space; ``seconds`` both its processor time and the
    time the parent waits for it (time the caller spends between two rows does not count).
    ``longest_cell`` counts characters, ``inflated_mb`` what the parts of a zipped workbook
    unpack to, ``most_parts`` how many there are.
    """

    memory_mb: int = 400
    seconds: int = 600
    longest_cell: int = 1_000_000
    most_columns: int = 2_000
    most_rows: int = 5_000_000
    most_sheets: int = 250
    most_parts: int = 5_000
    inflated_mb: int = 1_500

    def as_json(self) -> dict:
        """The limits as the parent sends them to the child."""
        return asdict(self)
