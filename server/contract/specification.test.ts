import { describe, expect, test } from "vitest";
import { type Endpoint, ErrorEnvelope } from "@/server/contract/endpoint";
import { BilledModule, Decision, DocumentHint, DocumentType, SpoofType } from "@/server/contract/enums";
import { ENDPOINTS } from "@/server/contract/v1/index";

/** The examples of the specification (§8, §14, §15), as printed there but for the pictures' placeholders. */
const PICTURE = Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString("base64");

interface Example {
  readonly endpoint: Endpoint;
  readonly path: string;
  readonly bodies: readonly object[];
  readonly answer: Readonly<Record<string, unknown>>;
}

const ocrBodies = ["auto", "passport", "id_card", "driver_license"].flatMap((document_hint) =>
  ["auto", "CIV", "FRA", "USA"].flatMap((country_hint) => [
    { image_front_base64: PICTURE, image_back_base64: PICTURE, document_hint, country_hint },
    { image_front_base64: PICTURE, document_hint, country_hint },
  ]),
);

const EXAMPLES: readonly Example[] = [
  {
    endpoint: ENDPOINTS.analyzeLiveness,
    path: "/v1/liveness/analyze",
    bodies: [{ image_live_base64: PICTURE, hints: { pose: true, blink: true } }],
    answer: {
      is_live: true,
      spoof_type: "none",
      confidence: 0.93,
      processing_ms: 428,
      usage: { module: "liveness", billed: true },
    },
  },
  {
    endpoint: ENDPOINTS.readDocument,
    path: "/v1/document/ocr",
    bodies: ocrBodies,
    answer: {
      detected: { type: "passport", country: "CIV", confidence: 0.88 },
      fields: { surname: "KOUASSI" },
      images: { face_crop_base64: PICTURE },
      quality: { sharpness: 0.81, glare: 0.07 },
    },
  },
  {
    endpoint: ENDPOINTS.validateDocument,
    path: "/v1/document/validate",
    bodies: [...ocrBodies, { fields: { surname: "KOUASSI" } }, { mrz: ["P<UTO"] }],
    answer: { document_valid: true, checks: [{ name: "mrz_checksum", status: "pass" }], confidence: 0.9 },
  },
  {
    endpoint: ENDPOINTS.matchFaces,
    path: "/v1/face/match",
    bodies: [
      { image_live_base64: PICTURE, image_document_base64: PICTURE },
      { image_live_base64: PICTURE, face_id: "fac_1", threshold: 0.8 },
    ],
    answer: { match: true, similarity: 0.84, threshold: 0.75 },
  },
  {
    endpoint: ENDPOINTS.verifyIdentity,
    path: "/v1/kyc/verify",
    bodies: [
      { image_live_base64: PICTURE, image_front_base64: PICTURE },
      { frames: [{ t_ms: 0, image_base64: PICTURE }], image_front_base64: PICTURE, workflow_id: "wfl_1" },
      { image_front_base64: PICTURE, profile: { email: "a@b.example", phone: "+33612345678", ip: "192.0.2.1" } },
    ],
    answer: { job_id: "job_1", status: "queued" },
  },
];

describe.each(EXAMPLES.map((example) => [example.path, example] as const))(
  "%s",
  (path, { endpoint, bodies, answer }) => {
    test("is a POST at the specification's path", () => {
      expect([endpoint.method, endpoint.path]).toEqual(["POST", path]);
    });

    test("takes every body that the specification shows", () => {
      for (const body of bodies) expect(endpoint.body.safeParse(body).error).toBeUndefined();
    });

    test("answers what the specification shows, under its names, and more beside it", () => {
      const ours = endpoint.example.output as object;
      const answered = endpoint.output.parse({ ...ours, ...answer });
      expect(answered).toMatchObject(answer);
      for (const name of Object.keys(answer)) expect(ours).toHaveProperty(name);
    });
  },
);

test("the enumerations are the specification's", () => {
  expect(SpoofType.options).toEqual(["none", "screen", "paper", "mask", "deepfake", "unknown"]);
  expect(DocumentType.options).toEqual(["passport", "id_card", "driver_license", "residence_permit", "other"]);
  expect(Decision.options).toEqual(["accepted", "review", "rejected"]);
  expect(BilledModule.options.filter((module) => module !== "kya")).toEqual([
    "liveness",
    "ocr",
    "validate",
    "face_match",
    "workflow",
  ]);
  expect(DocumentHint.options).toEqual(expect.arrayContaining(["auto", "passport", "id_card", "driver_license"]));
});

test("errors have the specification's envelope", () => {
  const error = { code: "invalid_request", message: "m", details: {}, trace_id: "t" };
  expect(ErrorEnvelope.parse({ error })).toEqual({ error });
});
