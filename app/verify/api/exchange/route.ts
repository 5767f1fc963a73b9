import { openLink } from "@/server/api/capture/open-link";

export const POST = openLink;
