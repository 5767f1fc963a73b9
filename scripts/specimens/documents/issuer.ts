/** States and bodies as specimens name them: labels in their languages, own colours, no arms and no copied design. */
export interface Issuer {
  /** As it stands in the zone. */
  readonly code: string;
  /** Native name, then English. */
  readonly names: readonly [native: string, english: string];
  readonly labels: Labels;
  /** Ink, tint, second tint. */
  readonly palette: readonly [ink: string, tint: string, second: string];
  /** How dates are printed on the page. */
  readonly dateStyle: "12 AUG 1974" | "12.08.1974" | "12/08/1974";
  readonly nationalities: readonly [male: string, female: string];
  readonly authority: string;
  readonly city: string;
  /** `A` a letter, `9` a digit. */
  readonly numberPattern: string;
}

const labelKeys = [
  "passport",
  "identityCard",
  "residencePermit",
  "visa",
  "drivingLicence",
  "type",
  "code",
  "passportNo",
  "documentNo",
  "surname",
  "givenNames",
  "nationality",
  "birthDate",
  "sex",
  "birthPlace",
  "issueDate",
  "expiryDate",
  "authority",
  "signature",
  "personalNo",
  "address",
  "height",
] as const;
export type LabelKey = (typeof labelKeys)[number];
/** First language, then the second, as two lists of the same order as `labelKeys`. */
export type Labels = readonly [first: readonly string[], second: readonly string[]];

const english =
  "Passport|Identity card|Residence permit|Visa|Driving licence|Type|Code|Passport No.|Document No.|Surname|Given names|Nationality|Date of birth|Sex|Place of birth|Date of issue|Date of expiry|Authority|Holder's signature|Personal No.|Address|Height".split(
    "|",
  );
const french =
  "Passeport|Carte d'identité|Titre de séjour|Visa|Permis de conduire|Type|Code|Passeport No|Document No|Nom|Prénoms|Nationalité|Date de naissance|Sexe|Lieu de naissance|Date de délivrance|Date d'expiration|Autorité|Signature du titulaire|No personnel|Adresse|Taille".split(
    "|",
  );
const german =
  "Reisepass|Personalausweis|Aufenthaltstitel|Visum|Führerschein|Typ|Code|Pass-Nr.|Ausweisnummer|Name|Vornamen|Staatsangehörigkeit|Geburtsdatum|Geschlecht|Geburtsort|Ausstellungsdatum|Gültig bis|Behörde|Unterschrift|Personalnummer|Anschrift|Größe".split(
    "|",
  );
const swedish =
  "Pass|Identitetskort|Uppehållstillstånd|Visum|Körkort|Typ|Kod|Passnummer|Kortnummer|Efternamn|Förnamn|Nationalitet|Födelsedatum|Kön|Födelseort|Utfärdat|Sista giltighetsdag|Myndighet|Namnteckning|Personnummer|Adress|Längd".split(
    "|",
  );
const spanish =
  "Pasaporte|Documento nacional de identidad|Permiso de residencia|Visado|Permiso de conducción|Tipo|Código|Pasaporte No|Número de documento|Apellidos|Nombre|Nacionalidad|Fecha de nacimiento|Sexo|Lugar de nacimiento|Fecha de expedición|Fecha de caducidad|Autoridad|Firma|Número personal|Domicilio|Altura".split(
    "|",
  );
const polish =
  "Paszport|Dowód osobisty|Karta pobytu|Wiza|Prawo jazdy|Typ|Kod|Nr paszportu|Numer dowodu|Nazwisko|Imiona|Obywatelstwo|Data urodzenia|Płeć|Miejsce urodzenia|Data wydania|Termin ważności|Organ wydający|Podpis posiadacza|PESEL|Adres|Wzrost".split(
    "|",
  );
const dutch =
  "Paspoort|Identiteitskaart|Verblijfstitel|Visum|Rijbewijs|Type|Code|Paspoortnummer|Documentnummer|Naam|Voornamen|Nationaliteit|Geboortedatum|Geslacht|Geboorteplaats|Datum van afgifte|Geldig tot|Autoriteit|Handtekening|Persoonsnummer|Adres|Lengte".split(
    "|",
  );
const portuguese =
  "Passaporte|Cartão de cidadão|Título de residência|Visto|Carta de condução|Tipo|Código|Passaporte No|Número do documento|Apelidos|Nomes|Nacionalidade|Data de nascimento|Sexo|Local de nascimento|Data de emissão|Data de validade|Autoridade|Assinatura|Número pessoal|Morada|Altura".split(
    "|",
  );

const issuer = (
  code: string,
  names: Issuer["names"],
  labels: Labels,
  palette: Issuer["palette"],
  rest: Omit<Issuer, "code" | "names" | "labels" | "palette">,
): Issuer => ({ code, names, labels, palette, ...rest });

export const issuers: readonly Issuer[] = [
  issuer("UTO", ["UTOPIA", "UTOPIE"], [english, french], ["#1d4e5f", "#bfe0dd", "#f0d9b8"], {
    dateStyle: "12 AUG 1974",
    nationalities: ["UTOPIAN", "UTOPIAN"],
    authority: "PASSPORT OFFICE",
    city: "ZENITH",
    numberPattern: "A99999999",
  }),
  issuer("FRA", ["RÉPUBLIQUE FRANÇAISE", "FRANCE"], [french, english], ["#33406e", "#cfd6ee", "#f1d3d3"], {
    dateStyle: "12/08/1974",
    nationalities: ["FRANÇAISE", "FRANÇAISE"],
    authority: "PRÉFECTURE",
    city: "NANTES",
    numberPattern: "99AA99999",
  }),
  issuer(
    "D",
    ["BUNDESREPUBLIK DEUTSCHLAND", "FEDERAL REPUBLIC OF GERMANY"],
    [german, english],
    ["#3a5346", "#d5e6cf", "#f3e4bd"],
    {
      dateStyle: "12.08.1974",
      nationalities: ["DEUTSCH", "DEUTSCH"],
      authority: "STADT BREMEN",
      city: "BREMEN",
      numberPattern: "C9G9G9G99",
    },
  ),
  issuer("SWE", ["SVERIGE", "SWEDEN"], [swedish, english], ["#2b4a73", "#cfe2f0", "#f4ebc4"], {
    dateStyle: "12 AUG 1974",
    nationalities: ["SVENSK", "SVENSK"],
    authority: "POLISMYNDIGHETEN",
    city: "UPPSALA",
    numberPattern: "99999999",
  }),
  issuer("ESP", ["ESPAÑA", "SPAIN"], [spanish, english], ["#6b3434", "#f0d6ce", "#f2e6b8"], {
    dateStyle: "12/08/1974",
    nationalities: ["ESPAÑOLA", "ESPAÑOLA"],
    authority: "DGP",
    city: "SEVILLA",
    numberPattern: "AAA999999",
  }),
  issuer("POL", ["RZECZPOSPOLITA POLSKA", "REPUBLIC OF POLAND"], [polish, english], ["#5a2f4a", "#ecd5e2", "#dfe6ee"], {
    dateStyle: "12.08.1974",
    nationalities: ["POLSKIE", "POLSKIE"],
    authority: "WOJEWODA MAZOWIECKI",
    city: "GDAŃSK",
    numberPattern: "AA9999999",
  }),
  issuer("NLD", ["KONINKRIJK DER NEDERLANDEN", "NETHERLANDS"], [dutch, english], ["#74421d", "#f5dcc2", "#d4e4ea"], {
    dateStyle: "12 AUG 1974",
    nationalities: ["NEDERLANDSE", "NEDERLANDSE"],
    authority: "BURG. VAN UTRECHT",
    city: "UTRECHT",
    numberPattern: "AA9999999",
  }),
  issuer(
    "CIV",
    ["RÉPUBLIQUE DE CÔTE D'IVOIRE", "CÔTE D'IVOIRE"],
    [french, english],
    ["#28583a", "#d3ead2", "#f7dfc0"],
    {
      dateStyle: "12/08/1974",
      nationalities: ["IVOIRIENNE", "IVOIRIENNE"],
      authority: "DGPN",
      city: "ABIDJAN",
      numberPattern: "99AA99999",
    },
  ),
  issuer("PRT", ["REPÚBLICA PORTUGUESA", "PORTUGAL"], [portuguese, english], ["#274f4a", "#cfe7e0", "#f3d8d3"], {
    dateStyle: "12/08/1974",
    nationalities: ["PORTUGUESA", "PORTUGUESA"],
    authority: "IRN",
    city: "COIMBRA",
    numberPattern: "AA999999",
  }),
];

export function findIssuer(code: string): Issuer {
  const found = issuers.find((one) => one.code === code);
  if (!found) throw new Error(`no specimen issuer "${code}"; there are ${issuers.map((one) => one.code).join(", ")}`);
  return found;
}

/** Label in both languages, as `Surname / Nom`. */
export function labelText({ labels: [first, second] }: Issuer, key: LabelKey): string {
  const i = labelKeys.indexOf(key);
  return first[i] === second[i] ? first[i] : `${first[i]} / ${second[i]}`;
}

export const firstLabel = ({ labels }: Issuer, key: LabelKey): string => labels[0][labelKeys.indexOf(key)];
