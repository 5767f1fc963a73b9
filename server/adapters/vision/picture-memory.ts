import { createHash } from "node:crypto";
import { type DecodedPicture, decodePicture } from "@/server/adapters/image-decoder";
import { type LocatedFaces, locateFaces } from "@/server/vision/pipelines/face/locate-faces";
import type { Runtime } from "@/server/vision/types";

export interface LocatedPicture extends DecodedPicture {
  readonly located: LocatedFaces;
}

/** Decodes a picture and finds its faces, remembering the last few: liveness and matching look at the same selfie. */
export function pictureMemory(runtime: Runtime, capacity = 2) {
  const kept = new Map<string, Promise<LocatedPicture>>();
  return (bytes: Uint8Array, maxSide: number): Promise<LocatedPicture> => {
    const key = `${maxSide}:${createHash("sha256").update(bytes).digest("base64")}`;
    const known = kept.get(key);
    if (known) return known;
    const opening = decodePicture(bytes, { maxSide }).then(async (picture) => ({
      ...picture,
      located: await locateFaces(picture.image, runtime),
    }));
    kept.set(key, opening);
    opening.catch(() => kept.delete(key));
    if (kept.size > capacity) kept.delete(kept.keys().next().value as string);
    return opening;
  };
}

export type OpenPicture = ReturnType<typeof pictureMemory>;
