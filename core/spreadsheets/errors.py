"""What a file that cannot be read raises."""


class Unreadable(Exception):
    """A file that cannot be read, with a sentence for the person who sent it and a remedy.

    ``sentence`` says what is wrong, ``remedy`` what to do about it, ``row`` the row it was found
    in (1-based, as a spreadsheet program shows it) where one is to blame.
    """

    def __init__(self, sentence: str, remedy: str = "", row: int | None = None):
        self.sentence = sentence
        self.remedy = remedy
        self.row = row
        super().__init__(f"{sentence} {remedy}".strip())

    def as_json(self) -> dict:
        """The error as the child sends it to its parent."""
        return {"sentence": self.sentence, "remedy": self.remedy, "row": self.row}
