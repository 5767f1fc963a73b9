"""Text of machine-readable zones, made up: no real person, no real document.

Layouts after ICAO Doc 9303 parts 4 to 7: 3 x 30, 2 x 36 and 2 x 44 characters.
"""

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"
LETTERS = ALPHABET[:26]
DIGITS = ALPHABET[26:36]
STATES = (
    "UTO USA GBR FRA DEU D<< ESP ITA PRT NLD BEL CHE AUT POL CZE SVK HUN ROU BGR GRC CYP MLT SVN HRV SRB BIH MKD ALB "
    "LTU LVA EST FIN SWE NOR DNK ISL IRL LUX MCO LIE TUR RUS UKR BLR MDA GEO ARM AZE KAZ UZB IND PAK BGD LKA NPL CHN "
    "TWN JPN KOR PRK THA VNM MYS SGP IDN PHL AUS NZL CAN MEX BRA ARG CHL PER COL VEN ECU BOL PRY URY MAR DZA TUN EGY "
    "NGA GHA SEN KEN ETH ZAF IRN IRQ ISR SAU ARE QAT KWT JOR LBN SYR HKG MAC UNO XXX"
).split()
ONSETS = "B C CH D F G GR H J K KR L M N P PR R S SCH SH SK ST T TR V W X Y Z KW".split()
VOWELS = "A A A E E E I I O O U Y AE OU EI IA".split()
CODAS = ["", "", "", "N", "R", "S", "L", "M", "K", "T", "CK", "NN", "SKI", "SON", "EZ", "OV", "D", "X", "Z"]


def pick(rng, items):
    return items[int(rng.integers(len(items)))]


def digits(rng, count):
    return "".join(pick(rng, DIGITS) for _ in range(count))


def name(rng):
    if rng.random() < 0.25:  # even letters, so that rare ones are seen too
        return "".join(pick(rng, LETTERS) for _ in range(int(rng.integers(2, 13))))
    word = "".join(pick(rng, ONSETS) + pick(rng, VOWELS) for _ in range(int(rng.integers(1, 5))))
    return word + pick(rng, CODAS)


def names(rng):
    primary = "<".join(name(rng) for _ in range(1 + int(rng.random() < 0.2)))
    secondary = "<".join(name(rng) for _ in range(1 + int(rng.random() < 0.45)))
    return primary + "<<" + secondary


def fit(text, length):
    return text[:length].ljust(length, "<")


def number(rng, length):
    pool = DIGITS if rng.random() < 0.5 else DIGITS + DIGITS + LETTERS
    head = "".join(pick(rng, LETTERS) for _ in range(int(rng.integers(0, 3))))
    body = head + "".join(pick(rng, pool) for _ in range(length))
    return fit(body[: int(rng.integers(max(3, length - 3), length + 1))], length)


def optional(rng, length):
    chance = rng.random()
    if chance < 0.5:
        return "<" * length
    return fit(number(rng, min(length, int(rng.integers(3, length + 1)))), length)


def dates(rng):
    return digits(rng, 6) + digits(rng, 1), pick(rng, "MF<X") + digits(rng, 6) + digits(rng, 1)


def noise_line(rng, length):
    chance = rng.random()
    if chance < 0.45:
        return "".join(pick(rng, ALPHABET) for _ in range(length))
    if chance < 0.7:
        return "".join(pick(rng, DIGITS + LETTERS) for _ in range(length))
    text = ""
    while len(text) < length:  # runs of one character, and look-alikes of the filler beside it
        text += pick(rng, "<<<<KCSELX0O1I8B5Z2G6") * int(rng.integers(1, 9))
    return text[:length]


def zone(rng):
    """Two or three lines of equal length."""
    state, nation = pick(rng, STATES), pick(rng, STATES)
    born, rest = dates(rng)
    layout = int(rng.integers(4))
    if layout == 0:
        code = pick(rng, "ACI") + pick(rng, "<<D" + LETTERS)
        lines = [
            code + state + number(rng, 9) + digits(rng, 1) + optional(rng, 15),
            born + rest + nation + optional(rng, 11) + digits(rng, 1),
            fit(names(rng), 30),
        ]
    elif layout == 1:
        code = pick(rng, "ACIV") + pick(rng, "<<" + LETTERS)
        lines = [
            fit(code + state + names(rng), 36),
            number(rng, 9) + digits(rng, 1) + nation + born + rest + optional(rng, 7) + digits(rng, 1),
        ]
    else:
        code = pick(rng, "PPV") + pick(rng, "<<<" + LETTERS)
        lines = [
            fit(code + state + names(rng), 44),
            number(rng, 9) + digits(rng, 1) + nation + born + rest + optional(rng, 14) + pick(rng, DIGITS + "<") + digits(rng, 1),
        ]
    if rng.random() < 0.3:
        lines = [noise_line(rng, len(line)) if rng.random() < 0.7 else line for line in lines]
    return lines
