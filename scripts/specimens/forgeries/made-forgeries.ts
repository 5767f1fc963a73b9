import sharp from "sharp";
import { scanPage } from "../documents/draw-document";
import type { DrawnDocument, Page } from "../documents/papers";
import { passportPlaces } from "../documents/passport-places";
import { type BoxMm, portraitPicture } from "../documents/portrait";
import { printedDate } from "../documents/printed-date";
import { unlikePerson } from "../people";
import { encodeJpeg } from "../picture";
import { photographPage } from "../wear/photograph";
import { recapturePaper, recaptureScreen } from "../wear/recapture";
import { copyInGrey } from "../wear/sensor";
import { shotOf } from "../wear/shot";
import { overwriteField, pastePortrait } from "./page-forgeries";
import { resetZoneCharacter } from "./zone-forgeries";

/** One way to forge a passport, from the drawn document to the picture that would be sent. */
export interface MadeForgery {
  readonly id: string;
  /** Signal that should speak, as `server/vision/pipelines/document/forgery` names it. */
  readonly signal: string;
  make(drawn: DrawnDocument, seed: number): Promise<Buffer>;
}

const SCAN = 12;
const photograph = async (page: Page, seed: number) => (await photographPage(page, shotOf("phone", seed))).jpeg;
const other = ({ papers }: DrawnDocument) => unlikePerson(papers.person);
const date = ({ papers }: DrawnDocument) => printedDate("1969-08-12", papers.issuer.dateStyle);

/** Saved as an editor saves it: opened from a JPEG, changed, and saved again in the same grid with other steps. */
async function savedAgain(page: Page, changed: Page, quality: number): Promise<Buffer> {
  const first = await sharp(await encodeJpeg(await scanPage(page, SCAN), 92))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [before, after] = [await scanPage(page, SCAN), await scanPage(changed, SCAN)];
  const out = Uint8Array.from(first.data);
  for (let i = 0; i < out.length; i++) if (before.data[i] !== after.data[i]) out[i] = after.data[i];
  return encodeJpeg({ width: first.info.width, height: first.info.height, data: out }, quality);
}

/** Another face in place of the portrait, cut to its frame; the ghost image stays the holder's. */
async function replacePrintedPortrait(drawn: DrawnDocument): Promise<Page> {
  const { x, y, width, height }: BoxMm = passportPlaces.portrait;
  const picture = (await portraitPicture(other(drawn).face)).toString("base64");
  const image = `<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="xMidYMid slice" href="data:image/png;base64,${picture}"/>`;
  return { ...drawn.front, body: drawn.front.body + image };
}

const overwritten = (drawn: DrawnDocument) => overwriteField(drawn.front, passportPlaces.birthDate, date(drawn));

export const madeForgeries: readonly MadeForgery[] = [
  {
    id: "portrait_glued",
    signal: "pasted_portrait",
    make: async (drawn, seed) =>
      photograph(await pastePortrait(drawn.front, other(drawn).face, passportPlaces.portrait), seed),
  },
  {
    id: "portrait_replaced",
    signal: "ghost_differs",
    make: async (drawn) => savedAgain(drawn.front, await replacePrintedPortrait(drawn), 78),
  },
  { id: "field_overwritten", signal: "overwritten_field", make: (drawn, seed) => photograph(overwritten(drawn), seed) },
  {
    id: "field_retouched",
    signal: "double_compression",
    make: (drawn) => savedAgain(drawn.front, overwritten(drawn), 75),
  },
  {
    id: "zone_character_reset",
    signal: "uneven_zone",
    make: (drawn, seed) => photograph(resetZoneCharacter(drawn.front, 14, "8"), seed),
  },
  {
    id: "shown_on_screen",
    signal: "recapture_screen",
    make: async (drawn, seed) => encodeJpeg(recaptureScreen(await scanPage(drawn.front, 14), seed), 90),
  },
  {
    id: "printed_on_paper",
    signal: "recapture_print",
    make: async (drawn, seed) => encodeJpeg(recapturePaper(await scanPage(drawn.front, 14), seed), 90),
  },
  {
    id: "copied_in_grey",
    signal: "black_and_white_copy",
    make: async (drawn) => encodeJpeg(copyInGrey(await scanPage(drawn.front, SCAN)), 90),
  },
  {
    id: "file_edited",
    signal: "edited_metadata",
    make: async (drawn, seed) =>
      sharp(await photograph(drawn.front, seed))
        .withExif({
          IFD0: {
            Make: "Veriflow",
            Model: "Specimen",
            Software: "Adobe Photoshop 25.0",
            DateTime: "2026:03:02 10:00:00",
          },
          IFD2: { DateTimeOriginal: "2026:03:01 09:00:00" },
        })
        .jpeg({ quality: 90 })
        .toBuffer(),
  },
];
