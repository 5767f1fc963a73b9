import { captureVerb } from "@/server/api/capture/capture-verb";

export const GET = captureVerb(async () => undefined, { watch: true });
