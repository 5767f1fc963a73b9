import QRCode from "qrcode";
import { captureVerb } from "@/server/api/capture/capture-verb";
import { publicOrigin } from "@/server/api/capture/public-origin";
import { startHandoff } from "@/server/services/capture/start-handoff";

export const POST = captureVerb(async ({ request, ctx, sessionId }) => {
  const url = `${publicOrigin(request)}/verify/${await startHandoff(ctx, { sessionId })}`;
  const svg = await QRCode.toString(url, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  return { url, image: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}` };
});
