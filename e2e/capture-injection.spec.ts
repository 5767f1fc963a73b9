import { expect, type Page, test } from "@playwright/test";
import { captureAll, FAKE_CAMERA, tenantClient } from "@/e2e/fixtures/capture-page";
import { ensureCaptureVideo } from "@/e2e/fixtures/capture-video";
import type { CaptureReport } from "@/server/contract/liveness-challenge";
import { getJob } from "@/server/contract/v1/kyc";
import { createSession, getSession } from "@/server/contract/v1/sessions";

/**
 * Frames that do not come from a camera at this moment: one whole capture with a renamed camera, and what can be made
 * of it.
 */
test.use({ launchOptions: FAKE_CAMERA });
test.describe.configure({ mode: "serial" });
test.beforeAll(() => {
  test.setTimeout(600_000);
  ensureCaptureVideo();
});

/** What the page sent in the recorded capture; pictures in base64. */
interface Recorded {
  readonly picture: string;
  readonly live: string;
  readonly frames: readonly string[];
  readonly times: readonly number[];
  readonly report: CaptureReport;
}
let recorded: Recorded;

/** Gives the camera another name, and keeps what the page sends, which Chromium does not tell of forms with files. */
const MEDDLE = () => {
  Object.defineProperty(MediaStreamTrack.prototype, "label", { get: () => "OBS Virtual Camera" });
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (body) {
    if (body instanceof Blob) Object.assign(window, { sentPicture: body });
    if (body instanceof FormData) Object.assign(window, { sentFace: body });
    return send.call(this, body as XMLHttpRequestBodyInit);
  };
};

test("a camera that is a program is found, though all else is in order", async ({ browser, baseURL }) => {
  const api = tenantClient(String(baseURL));
  const session = await api.call(createSession, { body: {} });
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.addInitScript(MEDDLE);
  await captureAll(page, session.url);
  recorded = await readSent(page);
  const { decision, codes } = await outcome(String(baseURL), session.session_id);
  expect(codes).toContain("virtual_camera");
  expect(decision).not.toBe("accepted");
  expect(recorded.report.camera?.label).toBe("OBS Virtual Camera");
  expect(recorded.report.frame_times?.length).toBeGreaterThan(20);
  await page.close();
});

async function readSent(page: Page): Promise<Recorded> {
  const sent = await page.evaluate(async () => {
    const { sentPicture, sentFace } = window as unknown as { sentPicture: Blob; sentFace: FormData };
    const text = async (blob: Blob) => {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(bytes.reduce((all, byte) => all + String.fromCharCode(byte), ""));
    };
    return {
      picture: await text(sentPicture),
      live: await text(sentFace.get("live") as Blob),
      frames: await Promise.all((sentFace.getAll("frame") as Blob[]).map(text)),
      times: JSON.parse(String(sentFace.get("times"))),
      report: JSON.parse(String(sentFace.get("report"))),
    };
  });
  return sent;
}

/** The decision, and the codes of all that was said of liveness. */
async function outcome(baseUrl: string, id: string): Promise<{ decision: string; codes: string[] }> {
  const api = tenantClient(baseUrl);
  for (let i = 0; i < 300; i++) {
    const { job_id, decision } = await api.call(getSession, { params: { id } });
    if (job_id && decision) {
      const job = await api.call(getJob, { params: { id: job_id } });
      return { decision, codes: [...JSON.stringify(job).matchAll(/"code":"([a-z_]+)"/g)].map(([, code]) => code) };
    }
    await new Promise((later) => setTimeout(later, 200));
  }
  throw new Error("the session was not decided within a minute");
}

type Tampered = Omit<Recorded, "picture">;
const ordinary = (r: Recorded): Tampered => ({
  ...r,
  report: { ...r.report, camera: { ...r.report.camera, label: "Webcam" } },
});
const told =
  (change: Partial<CaptureReport>) =>
  (t: Tampered): Tampered => ({ ...t, report: { ...t.report, ...change } });
const all =
  (...changes: readonly ((t: Tampered) => Tampered)[]) =>
  (t: Tampered): Tampered =>
    changes.reduce((so, change) => change(so), t);
const impossible = (t: Tampered): Tampered =>
  told({ camera: { ...t.report.camera, settings: { width: 99_999, height: 720, frame_rate: 30 } } })(t);
const clockwork = told({ frame_times: Array.from({ length: 200 }, (_, i) => i * 40) });

/** Each is a whole verification, so what can be told from one another goes together. */
const FIXTURES: readonly (readonly [string, readonly string[], (t: Tampered) => Tampered])[] = [
  ["frames of another session", ["frames_seen_before"], (t) => t],
  [
    "one frame again and again, without a nonce",
    ["frozen_frames", "nonce"],
    all(told({ nonce: undefined }), (t) => ({ ...t, frames: t.frames.map(() => t.frames[2]) })),
  ],
  [
    "a nonce of another challenge, shown all at once, by an impossible camera with a clock",
    ["nonce", "prompt_times", "camera_settings", "frame_timing"],
    all(told({ nonce: "made-up", prompts: [10, 10] }), impossible, clockwork),
  ],
  ["nothing told of camera and times", ["signals_left_out"], told({ camera: undefined, frame_times: undefined })],
];

for (const [name, signs, tamper] of FIXTURES) {
  test(`found: ${name}`, async ({ browser, baseURL }) => {
    const base = String(baseURL);
    const session = await tenantClient(base).call(createSession, { body: {} });
    const page = await browser.newPage();
    await page.goto(session.url);
    await expect(page).toHaveURL(/\/verify\/session$/);
    const asked = await send(page, recorded.picture, tamper(ordinary(recorded)));
    expect(asked).toEqual([200, 200, 200, 200, 200, 200]);
    const { decision, codes } = await outcome(base, session.session_id);
    expect(codes).toEqual(expect.arrayContaining([...signs]));
    expect(decision).not.toBe("accepted");
    await page.close();
  });
}

/**
 * Walks a session from inside its own page; answers the statuses. The nonce is the new challenge's unless it was
 * tampered with.
 */
async function send(page: Page, picture: string, { live, frames, times, report }: Tampered): Promise<number[]> {
  const given = { picture, live, frames: [...frames], times: [...times], report, recordedNonce: recorded.report.nonce };
  return page.evaluate(async (g) => {
    const jpeg = async (base64: string) =>
      new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: "image/jpeg" });
    const post = (verb: string, body: BodyInit, type?: string) =>
      fetch(`/verify/api/${verb}`, {
        method: "POST",
        body,
        headers: { "x-capture": "1", ...(type && { "content-type": type }) },
      });
    const json = (verb: string, body: object) => post(verb, JSON.stringify(body), "application/json");
    const statuses = [(await json("consent", { language: "en" })).status];
    statuses.push((await json("document", { type: "passport", country: null })).status);
    statuses.push((await post("picture?side=front", await jpeg(g.picture), "image/jpeg")).status);
    const drawn = await json("challenge", { colours: false });
    statuses.push(drawn.status);
    const { id } = await drawn.json();
    const form = new FormData();
    const nonce = g.report.nonce === g.recordedNonce ? id : g.report.nonce;
    form.set("challenge_id", id);
    form.set("times", JSON.stringify(g.times));
    form.set("report", JSON.stringify({ ...g.report, nonce }));
    form.set("live", await jpeg(g.live), "live.jpg");
    for (const frame of g.frames) form.append("frame", await jpeg(frame), "frame.jpg");
    statuses.push((await post("face", form)).status);
    statuses.push((await json("finish", {})).status);
    return statuses;
  }, given);
}
