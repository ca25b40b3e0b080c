"""Names of people and places. All invented; likeness is chance."""

from mimesis import Address, Gender, Locale, Person

from config.demo.chance import Chance

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
#: Where guests and owners live: town, state, first digits of the postal code.
TOWNS = [
    ("Bellevue", "WA", "980"), ("Tacoma", "WA", "984"), ("Spokane", "WA", "992"),
    ("Portland", "OR", "972"), ("Bend", "OR", "977"), ("Sacramento", "CA", "958"),
    ("San Jose", "CA", "951"), ("Pasadena", "CA", "911"), ("Carlsbad", "CA", "920"),
    ("Fresno", "CA", "937"), ("Walnut Creek", "CA", "945"), ("Santa Rosa", "CA", "954"),
    ("Reno", "NV", "895"), ("Henderson", "NV", "890"), ("Scottsdale", "AZ", "852"),
    ("Tucson", "AZ", "857"), ("Boise", "ID", "837"), ("Missoula", "MT", "598"),
    ("Provo", "UT", "846"), ("Boulder", "CO", "803"), ("Fort Collins", "CO", "805"),
    ("Santa Fe", "NM", "875"), ("Austin", "TX", "787"), ("Plano", "TX", "750"),
    ("Minneapolis", "MN", "554"), ("Madison", "WI", "537"), ("Evanston", "IL", "602"),
    ("Ann Arbor", "MI", "481"), ("Columbus", "OH", "432"), ("Raleigh", "NC", "276"),
    ("Tampa", "FL", "336"), ("Nashville", "TN", "372"), ("Arlington", "VA", "222"),
    ("Princeton", "NJ", "085"), ("Boston", "MA", "021"), ("Anchorage", "AK", "995"),
]  # fmt: skip
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
        self.streets = [address.street_name() for _ in range(120)]

    def person(self, chance: Chance) -> tuple[str, str]:
        """First and last name."""
        return chance.pick(self.first), chance.pick(self.last)

    def address(self, chance: Chance) -> dict:
        """Where a mainland guest or owner lives."""
        city, state, digits = chance.pick(TOWNS)
        return {
            "address_line1": f"{chance.randint(12, 4900)} {chance.pick(self.streets)}",
            "city": city,
            "state": state,
            "postal_code": digits + chance.digits(2),
            "country_code": "US",
        }

    @staticmethod
    def mail(first: str, last: str, mark: object = "") -> str:
        """An address that nobody has."""
        plain = f"{first}.{last}{mark}".lower().replace(" ", "").replace("'", "")
        return plain.encode("ascii", "ignore").decode() + "@example.com"
