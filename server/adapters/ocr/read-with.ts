import { mrzFormats } from "@/server/domain/mrz/formats";
import { type Page, type PageLine, readPage } from "@/server/vision/pipelines/text/read-page";
import type { Image, Runtime } from "@/server/vision/types";

/** A page whose zone and way up are found by our models, and whose printed lines another reader reads. */
export async function readWith(
  runtime: Runtime,
  image: Image,
  readLines: (upright: Image) => Promise<readonly PageLine[]>,
): Promise<Page> {
  const page = await readPage(runtime, image, { layouts: mrzFormats, what: "orientation" });
  return { ...page, lines: await readLines(page.upright) };
}
