import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { TestTenant } from "@/server/adapters/testing/test-world";
import { load } from "@/server/adapters/vision/live";
import { type ApiWorld, type Ask, createApiWorld } from "@/server/api/testing/api-world";
import { type BadPicture, badPictures } from "@/server/api/testing/bad-pictures";
import { blankPicture } from "@/server/api/testing/valid-calls";
import { ErrorEnvelope } from "@/server/contract/endpoint";
import { ENDPOINTS } from "@/server/contract/v1/index";
import type { Vision } from "@/server/services/ports";

const { analyzeLiveness, readDocument, validateDocument, matchFaces, enrollFace, verifyIdentity } = ENDPOINTS;
type Json = BadPicture["value"];

const vision = load() as Vision & { close?: () => Promise<void> };
let world: ApiWorld;
let tenant: TestTenant;
let pictures: BadPicture[];
let good: string;

beforeAll(async () => {
  world = await createApiWorld({ vision });
  tenant = await world.tenant();
  pictures = await badPictures();
  good = Buffer.from(await blankPicture()).toString("base64");
  await world.sql("UPDATE plan SET rate_minute = 100000, quotas = '{}'");
});
afterAll(async () => {
  await vision.close?.();
  await world?.drop();
});
beforeEach(() => world.sql("DELETE FROM rate_limit"));

/** Where a picture can be put: the endpoint, the field at fault, and the body around it. */
const PLACES = [
  [analyzeLiveness, "image_live_base64", (p: Json) => ({ image_live_base64: p })],
  [analyzeLiveness, "frames.1.image_base64", (p: Json) => ({ frames: [frame(0, good), frame(90, p)] })],
  [readDocument, "image_front_base64", (p: Json) => ({ image_front_base64: p })],
  [readDocument, "image_back_base64", (p: Json) => ({ image_front_base64: good, image_back_base64: p })],
  [validateDocument, "image_front_base64", (p: Json) => ({ image_front_base64: p })],
  [matchFaces, "image_live_base64", (p: Json) => ({ image_live_base64: p, image_document_base64: good })],
  [matchFaces, "image_document_base64", (p: Json) => ({ image_live_base64: good, image_document_base64: p })],
  [enrollFace, "image_base64", (p: Json) => ({ image_base64: p, subject: "s", consent: true })],
  [verifyIdentity, "image_live_base64", (p: Json) => ({ image_live_base64: p, image_front_base64: good })],
  [verifyIdentity, "image_front_base64", (p: Json) => ({ image_live_base64: good, image_front_base64: p })],
  [verifyIdentity, "image_back_base64", (p: Json) => ({ image_front_base64: good, image_back_base64: p })],
  [verifyIdentity, "frames.0.image_base64", (p: Json) => ({ frames: [frame(0, p)], image_front_base64: good })],
] as const;

function frame(t_ms: number, image_base64: Json) {
  return { t_ms, image_base64 };
}

const asJson = (value: Json): Json => (value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value);

test("there are more than sixty of them", () => {
  expect(pictures.length).toBeGreaterThan(60);
  expect(new Set(pictures.map((picture) => picture.name)).size).toBe(pictures.length);
});

const first = (i: number) => PLACES.findIndex(([endpoint]) => endpoint === PLACES[i][0]) === i;
const cases = PLACES.map(([endpoint, field, bodyOf], i) => ({
  id: endpoint.id,
  endpoint,
  field,
  bodyOf,
  whole: first(i),
}));

// What can be looked at is looked at once an endpoint; the models take their time over it.
test.each(cases)(
  "every bad picture at $id as $field is refused by name or looked at",
  async (place) => {
    const { endpoint, field, bodyOf, whole } = place;
    const send = ({ value }: BadPicture) => world.ask(endpoint, { key: tenant.key, body: bodyOf(asJson(value)) });
    // Enrolment alone refuses a picture for what is on it.
    const isRefused = (picture: BadPicture) => picture.becomes === "refused" || endpoint === enrollFace;
    const before = await rowsWritten();
    await inFours(pictures.filter(isRefused), async (picture) => {
      if (picture.becomes === "looked_at" && !whole) return;
      const answer = await send(picture);
      const fault = faultIn(await answer.json());
      expect([picture.name, answer.status >= 400 && answer.status < 500, fault]).toEqual([picture.name, true, field]);
    });
    expect(await rowsWritten()).toBe(before);
    if (whole) {
      await inFours(
        pictures.filter((picture) => !isRefused(picture)),
        async (picture) => {
          const answer = await send(picture);
          const body = await answer.json();
          expect([picture.name, answer.status, body]).toEqual([picture.name, endpoint.status, body]);
          expect([picture.name, endpoint.output.safeParse(body).error]).toEqual([picture.name, undefined]);
        },
      );
    }
    expect(world.logged.filter((line) => line.level === "error")).toEqual([]);
  },
  600_000,
);

async function inFours<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < items.length; i += 4) await Promise.all(items.slice(i, i + 4).map(work));
}

test("a blank picture is never live, never a document, never a match", async () => {
  const ask = async (endpoint: Parameters<ApiWorld["ask"]>[0], body: Ask["body"]) =>
    (await world.ask(endpoint, { key: tenant.key, body })).json();
  expect(await ask(analyzeLiveness, { image_live_base64: good })).toMatchObject({ is_live: false });
  expect(await ask(validateDocument, { image_front_base64: good })).toMatchObject({ document_valid: false });
  const match = { image_live_base64: good, image_document_base64: good };
  expect(await ask(matchFaces, match)).toMatchObject({ match: false, usable: false, similarity: 0 });
});

test("the same bad files as parts of a form are refused by name too", async () => {
  for (const { name, value } of pictures.filter((p) => p.value instanceof Uint8Array && p.becomes === "refused")) {
    const form = new FormData();
    form.append("image_front", new File([value as Uint8Array<ArrayBuffer>], "x.jpg", { type: "image/jpeg" }));
    const packed = new Response(form);
    const headers = { "content-type": packed.headers.get("content-type")! };
    const body = new Uint8Array(await packed.arrayBuffer());
    const answer = await world.ask(readDocument, { key: tenant.key, headers, body });
    expect([name, answer.status >= 400 && answer.status < 500]).toEqual([name, true]);
    expect([name, faultIn(await answer.json())]).toEqual([name, expect.stringMatching(/^image_front(_base64)?$/)]);
  }
}, 120_000);

/** The field that an error names. */
function faultIn(body: unknown): unknown {
  const { details } = ErrorEnvelope.parse(body).error;
  return details.field ?? (details.fields as { path: string }[] | undefined)?.[0].path;
}

async function rowsWritten(): Promise<string> {
  const [{ n }] = await world.sql<{ n: string }>(
    `SELECT concat_ws('/', (SELECT count(*) FROM job), (SELECT count(*) FROM media), (SELECT count(*) FROM face),
      (SELECT count(*) FROM usage_event), (SELECT coalesce(sum(used), 0) FROM quota_counter)) AS n`,
  );
  return n;
}
