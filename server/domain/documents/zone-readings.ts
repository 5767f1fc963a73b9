import type { DocumentFields } from "@/server/contract/fields";
import { resolveCountryCode } from "../countries/country-code";
import type { MrzFieldName, ParsedMrz } from "../mrz/types";
import type { QuadPoints, ZoneEvidence } from "./evidence";

/** Fields as the machine-readable zone gives them, each as sure as its check digit makes it. */

export type FieldName = Exclude<keyof DocumentFields, "mrz">;

export interface Reading {
  readonly field: FieldName;
  readonly value: string;
  readonly source: "zone" | "page" | "barcode";
  /** 0–1. */
  readonly confidence: number;
  readonly image?: "front" | "back";
  readonly quad?: QuadPoints;
}

const FROM_ZONE: readonly (readonly [MrzFieldName, FieldName])[] = [
  ["document_number", "document_number"],
  ["surname", "surname"],
  ["given_names", "given_names"],
  ["birth_date", "birth_date"],
  ["expiry_date", "expiry_date"],
  ["issue_date", "issue_date"],
  ["sex", "sex"],
  ["nationality", "nationality"],
  ["issuing_state", "issuing_country"],
  ["personal_number", "personal_number"],
];

const CHECKED: ReadonlySet<string> = new Set(["document_number", "birth_date", "expiry_date", "personal_number"]);

/** The part of a line's quad that a run of its columns covers. */
function quadOfColumns(quad: QuadPoints, columns: number, start: number, end: number): QuadPoints {
  const [a, b, c, d] = quad;
  const between = (p: [number, number], q: [number, number], t: number): [number, number] => [
    p[0] + (q[0] - p[0]) * t,
    p[1] + (q[1] - p[1]) * t,
  ];
  const [from, to] = [start / columns, end / columns];
  return [between(a, b, from), between(a, b, to), between(d, c, to), between(d, c, from)];
}

/** Where a run of zone columns stands on its picture, where the reader said where its lines stand. */
export function placeOfColumns(
  zone: ZoneEvidence | undefined,
  range: { line: number; start: number; end: number } | undefined,
) {
  const quad = range && zone?.quads?.[range.line];
  const columns = range && zone?.lines[range.line]?.length;
  return quad && columns ? quadOfColumns(quad, columns, range.start, range.end) : undefined;
}

function normalise(field: FieldName, value: string): string {
  if (field !== "issuing_country" && field !== "nationality") return value;
  return resolveCountryCode(value).alpha3 ?? value;
}

/** Confidence of a field: near certain where its own digit holds, else what the reader thought of its characters. */
function confidenceOf(name: MrzFieldName, parsed: ParsedMrz, zone: ZoneEvidence): number {
  const own = CHECKED.has(name) ? parsed.checks.find((check) => check.id === name) : undefined;
  if (own) return own.valid ? Math.max(0.98, zone.confidence) : Math.min(0.4, zone.confidence);
  return zone.confidence * (parsed.valid ? 1 : 0.8);
}

/** @param extras readings by the issuer's rules, which replace the zone's own of the same fields */
export function zoneReadings(
  parsed: ParsedMrz,
  zone: ZoneEvidence,
  extras: readonly Pick<Reading, "field" | "value" | "confidence">[] = [],
): Reading[] {
  const readings: Reading[] = extras.map((extra) => ({ ...extra, source: "zone", image: zone.image }));
  for (const [name, field] of FROM_ZONE) {
    const found = parsed.fields[name];
    if (extras.some((extra) => extra.field === field)) continue;
    if (!found || found.value === "" || (field === "sex" && !/^[FMX]$/.test(found.value))) continue;
    readings.push({
      field,
      value: normalise(field, found.value),
      source: "zone",
      confidence: confidenceOf(name, parsed, zone),
      image: zone.image,
      quad: placeOfColumns(zone, found.ranges[0]),
    });
  }
  return readings;
}
