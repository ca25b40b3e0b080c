"""Names of people and places. All invented; likeness is chance."""

from mimesis import Address, Gender, Locale, Person

from demo.chance import Chance

# The islands' mix, for the team and the vendors.
ISLAND_FIRST = [
    "Leilani", "Keoni", "Malia", "Kai", "Noelani", "Kimo", "Pua", "Ikaika", "Makana", "Nalani",
    "Kaleo", "Mele", "Koa", "Hoku", "Ailani", "Mahina", "Kekoa", "Iolana", "Napua", "Kawika",
    "Grace", "Jun", "Rosalie", "Emi", "Daniel", "Maricel", "Tomas", "Yuki", "Sela", "Ramon",
]  # fmt: skip
ISLAND_LAST = [
    "Kahale", "Nakoa", "Kealoha", "Palakiko", "Makoa", "Kaneshiro", "Agbayani", "Tavares",
    "Higa", "Medeiros", "Pascua", "Kekuna", "Yamada", "Souza", "Domingo", "Kapule", "Hanohano",
    "Ribao", "Akana", "Nishida", "Kauhane", "Silva", "Cabral", "Puaoi", "Tamura", "Kaiama",
    "Lum Ho", "Matias", "Fernandes", "Opunui",
]  # fmt: skip
#: Name, code, area, kind, storeys' word for a unit.
RESORTS = [
    ("Hale Nalu at Kahana Point", "HNK", "kaanapali", "condo"),
    ("Nā Pali Kai Villas", "NPK", "napili", "villa_complex"),
    ("Honu Cove Kapalua Side", "HCK", "kapalua", "resort"),
    ("Wailea Makai Gardens", "WMG", "wailea", "condo"),
    ("Kīhei Lani Shores", "KLS", "south-kihei", "condo"),
    ("Māʻalaea Harbor Terraces", "MHT", "maalaea", "townhouse"),
]
HOME_WORDS = [
    "Honu", "Plumeria", "Makai", "Nalu", "Hibiscus", "Pikake", "Kukui", "Naupaka", "Koa", "Moana",
    "Lokelani", "Anuenue", "Kai Malie", "Puakenikeni", "Hokulea", "Maile", "Ohana", "Sunset",
    "Palm", "Tide",
]  # fmt: skip
HOME_KINDS = ["Hale", "Hideaway", "Retreat", "Suite", "House", "Nest", "Lanai", "Escape"]
STREETS = ["Lower Honoapi Rd", "Kai Ala Way", "Nohea Pl", "Wailea Kai Dr", "Uluniu Lp", "Hauoli Ln"]


class Names:
    """People from a pool drawn once, so that a million guests stay cheap."""

    def __init__(self, seed: int):
        chance = Chance(seed, "names")
        first, last = [], []
        for locale in (Locale.EN, Locale.EN_CA, Locale.DE, Locale.ES, Locale.EN_AU):
            person = Person(locale, seed=seed)
            first += [person.first_name(gender=g) for g in (Gender.FEMALE, Gender.MALE) * 40]
            last += [person.last_name() for _ in range(160)]
        for pool in (first, last):
            chance.shuffle(pool)
        self.first, self.last = list(dict.fromkeys(first)), list(dict.fromkeys(last))
        address = Address(Locale.EN, seed=seed)
        self.towns = [(address.city(), address.state(abbr=True)) for _ in range(120)]
        self.streets = [address.street_name() for _ in range(120)]

    def person(self, chance: Chance) -> tuple[str, str]:
        """First and last name."""
        return chance.pick(self.first), chance.pick(self.last)

    def address(self, chance: Chance) -> dict:
        """Where a mainland guest or owner lives."""
        city, state = chance.pick(self.towns)
        return {
            "address_line1": f"{chance.randint(12, 4900)} {chance.pick(self.streets)}",
            "city": city,
            "state": state,
            "postal_code": chance.digits(5),
            "country_code": "US",
        }

    @staticmethod
    def mail(first: str, last: str, mark: object = "") -> str:
        """An address that nobody has."""
        plain = f"{first}.{last}{mark}".lower().replace(" ", "").replace("'", "")
        return plain.encode("ascii", "ignore").decode() + "@example.com"
