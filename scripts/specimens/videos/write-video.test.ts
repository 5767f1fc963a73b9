import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { drawDocument } from "../documents/draw-document";
import { issuePapers } from "../documents/issue";
import { people } from "../people";
import { writeCaptureVideo } from "./capture-videos";

const folder = await mkdtemp(join(tmpdir(), "specimen-video-"));
afterAll(() => rm(folder, { recursive: true }));

/** Each JPEG of the file: they follow one another, and each begins with its own marker. */
function framesOf(bytes: Buffer): Buffer[] {
  const starts: number[] = [];
  for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) starts.push(at);
  return starts.map((at, i) => bytes.subarray(at, starts[i + 1]));
}
const start = Buffer.from([0xff, 0xd8, 0xff]);

describe("videos for a fake camera", () => {
  it("as .mjpeg hold one JPEG per thirtieth of a second, no two alike", async () => {
    const file = join(folder, "capture.mjpeg");
    const document = await drawDocument(issuePapers({ kind: "id-card", person: people[0] }));
    const frames = await writeCaptureVideo(file, document, people[0].face, {
      width: 160,
      height: 120,
      hold: 0.4,
      fps: 5,
      acts: [{ act: "turn-left", seconds: 0.8 }],
    });
    const bytes = await readFile(file);
    expect(frames).toBe(48);
    const single = framesOf(bytes);
    expect(single.length).toBe(frames);
    expect(new Set(single.map((frame) => frame.toString("latin1"))).size).toBe(frames);
    expect(bytes.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
  });

  it("as .y4m hold whole frames of the size in the header", async () => {
    const file = join(folder, "face.y4m");
    const document = await drawDocument(issuePapers({ kind: "passport", person: people[1] }));
    const frames = await writeCaptureVideo(file, document, people[1].face, {
      width: 160,
      height: 120,
      hold: 0.2,
      fps: 5,
      acts: [{ act: "blink", seconds: 0.6 }],
    });
    const bytes = await readFile(file);
    const header = bytes.subarray(0, bytes.indexOf(10) + 1);
    expect(header.toString()).toBe("YUV4MPEG2 W160 H120 F5:1 Ip A1:1 C420jpeg\n");
    expect(bytes.length - header.length).toBe(frames * (6 + 160 * 120 * 1.5));
  });

  it("refuse a name that Chromium would not play", async () => {
    const document = await drawDocument(issuePapers({ kind: "passport", person: people[1] }));
    const written = writeCaptureVideo(join(folder, "face.mp4"), document, people[1].face);
    await expect(written).rejects.toThrow(/mjpeg or .y4m/);
  });
});
