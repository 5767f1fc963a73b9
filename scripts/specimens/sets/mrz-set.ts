import { type MrzFieldName, type ParsedMrz, parseMrz } from "@/server/domain/mrz";
import { issuePapers } from "../documents/issue";
import { issuers } from "../documents/issuer";
import { documentKinds, type Papers } from "../documents/papers";
import { zoneOf } from "../documents/zone";
import { swapZoneDigit } from "../forgeries/forgeries";
import { people } from "../people";
import { type Output, writeJson } from "./output";

/** The published vectors' names for our fields. */
const names: readonly (readonly [string, MrzFieldName])[] = [
  ["documentCode", "document_code"],
  ["issuingState", "issuing_state"],
  ["documentNumber", "document_number"],
  ["nationality", "nationality"],
  ["birthDate", "birth_date"],
  ["expirationDate", "expiry_date"],
  ["lastName", "surname"],
  ["firstName", "given_names"],
  ["personalNumber", "personal_number"],
  ["optional1", "optional1"],
];

const sexes = { M: "male", F: "female", X: "nonspecified" } as const;
const plain = (text: string) => text.replaceAll("<", " ").trim().replace(/\s+/g, " ");

function vectorOf(papers: Papers, note: string | null) {
  const { lines, format } = zoneOf(papers)!;
  const parsed: ParsedMrz = parseMrz([...lines], { today: "2026-11-23" });
  const found = names.filter(([, field]) => parsed.fields[field]);
  return {
    name: `${papers.person.id} ${papers.kind} ${papers.issuer.code}`,
    lines,
    format,
    valid: note === null,
    checks: Object.fromEntries(parsed.checks.map((check) => [check.id, check.valid])),
    expected: {
      ...Object.fromEntries(found.map(([key, field]) => [key, plain(parsed.fields[field]!.raw)])),
      sex: sexes[papers.person.sex],
    },
    note,
    source: "drawn specimens",
    derived: note !== null,
  };
}

/** `mrz/vectors.json`: zones of every layout, each also with one digit swapped. */
export async function writeMrzSet(output: Output, seed: number): Promise<void> {
  const vectors = people.flatMap((person, i) =>
    documentKinds
      .filter((kind) => !kind.startsWith("licence"))
      .flatMap((kind) => {
        const issuer = issuers[(i + seed) % issuers.length].code;
        const papers = issuePapers({ kind, person, issuer, seed: seed + i });
        return [vectorOf(papers, null), vectorOf(swapZoneDigit(papers).papers, "one digit of the number swapped")];
      }),
  );
  await writeJson(output, "mrz/vectors.json", vectors);
  output.say(`mrz: ${vectors.length} vectors`);
}
