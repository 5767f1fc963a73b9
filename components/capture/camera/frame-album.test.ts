import { expect, test } from "vitest";
import { type AlbumFrame, addToAlbum } from "@/components/capture/camera/frame-album";

const frame = (t_ms: number, proof = false): AlbumFrame => ({ t_ms, proof, picture: new Blob() });

test("an album keeps its bounds, its order, its ends and every proof", () => {
  let album: AlbumFrame[] = [];
  for (let t = 0; t < 30_000; t += 200) album = addToAlbum(album, frame(t, t === 4000 || t === 9000), 24);
  expect(album.length).toBeLessThanOrEqual(24);
  expect(album.map((f) => f.t_ms)).toEqual(album.map((f) => f.t_ms).sort((a, b) => a - b));
  expect(album[0].t_ms).toBe(0);
  expect(album.at(-1)?.t_ms).toBe(29_800);
  expect(album.filter((f) => f.proof).map((f) => f.t_ms)).toEqual([4000, 9000]);
});
