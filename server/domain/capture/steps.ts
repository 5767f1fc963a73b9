import { z } from "zod";

/** What a person does on the hosted page, in this order; the server names the one that is next and takes no other. */
export const CaptureStep = z.enum(["consent", "document", "front", "back", "face", "finish", "done"]);
export type CaptureStep = z.infer<typeof CaptureStep>;

/** Pictures of a document. */
export const DocumentSide = z.enum(["front", "back"]);
export type DocumentSide = z.infer<typeof DocumentSide>;
