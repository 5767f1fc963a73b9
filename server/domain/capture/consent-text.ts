/**
 * The version of the words a person agrees to (components/capture/messages, keys `consent.*`); raise it when they
 * change.
 */
export const CONSENT_VERSION = "2026-11-1";

/** What the pictures are for, as it is recorded with the consent. */
export const CONSENT_PURPOSE = "identity_verification";
