import { blackAndWhiteCopy } from "@/server/vision/pipelines/document/forgery/black-and-white-copy";
import { doubleCompression } from "@/server/vision/pipelines/document/forgery/double-compression";
import { editedMetadata } from "@/server/vision/pipelines/document/forgery/edited-metadata";
import { ghostDiffers } from "@/server/vision/pipelines/document/forgery/ghost-differs";
import { overwrittenField } from "@/server/vision/pipelines/document/forgery/overwritten-field";
import { pastedPortrait } from "@/server/vision/pipelines/document/forgery/pasted-portrait";
import { recapturePrint } from "@/server/vision/pipelines/document/forgery/recapture-print";
import { recaptureScreen } from "@/server/vision/pipelines/document/forgery/recapture-screen";
import type { ForgerySign } from "@/server/vision/pipelines/document/forgery/types";
import { unevenZone } from "@/server/vision/pipelines/document/forgery/uneven-zone";

/** Every sign of forgery that a picture is searched for. A test compares the list with the folder. */
export const FORGERY_SIGNS: readonly ForgerySign[] = [
  recaptureScreen,
  recapturePrint,
  blackAndWhiteCopy,
  pastedPortrait,
  ghostDiffers,
  overwrittenField,
  unevenZone,
  doubleCompression,
  editedMetadata,
];
