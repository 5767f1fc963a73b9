import type { Endpoint } from "@/server/contract/endpoint";

const PICTURES_BYTES = 48 * 1024 * 1024;
const TEXT_BYTES = 256 * 1024;

/** Largest raw body of an endpoint: three pictures of 10 MB in base64 with room to spare, or text alone. */
export function bodyLimit(endpoint: Endpoint): number {
  return takesPictures(endpoint) ? PICTURES_BYTES : TEXT_BYTES;
}

/** An endpoint that takes pictures says how it refuses them. */
export function takesPictures(endpoint: Endpoint): boolean {
  return endpoint.errors.includes("invalid_image");
}
