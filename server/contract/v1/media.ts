import { z } from "zod";
import { endpoint, Nothing } from "@/server/contract/endpoint";

export const MediaLink = z.object({
  media_id: z.string(),
  kind: z.enum(["live", "frame", "front", "back", "portrait", "rectified"]),
  position: z.number().int().describe("Order among pictures of one kind."),
  mime: z.string(),
  bytes: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  url: z.string().describe("Whoever has this address may read the picture until `expires_at`: it needs no key."),
  expires_at: z.iso.datetime(),
});

export const listMedia = endpoint({
  id: "listMedia",
  method: "GET",
  path: "/v1/kyc/jobs/{id}/media",
  tag: "Verification",
  summary: "Get the pictures of a verification, each at an address that works for minutes",
  description:
    "Empty once the retention has removed them or the verification was erased. That they were asked for is audited.",
  scope: "jobs:read",
  params: z.object({ id: z.string() }),
  query: Nothing,
  body: Nothing,
  output: z.object({ data: z.array(MediaLink) }),
  status: 200,
  errors: ["not_found"],
  example: {
    output: {
      data: [
        {
          media_id: "med_01jd3v7m4ke8t",
          kind: "front",
          position: 0,
          mime: "image/jpeg",
          bytes: 482_113,
          width: 1600,
          height: 1200,
          url: "https://verify.example/pictures/ten_01jd3v7m4ke8t.AQx…",
          expires_at: "2026-01-31T09:35:00Z",
        },
      ],
    },
  },
});
