import type { Scenario } from "@/server/domain/sandbox/scenario";

/** How a session ends without a capture, and what a reviewer may say of one that waits for it. */
export const endings: Readonly<Record<string, Scenario>> = {
  session_expired: {
    kind: "ending",
    title: "Nobody opens the link in time",
    ending: "expire",
    events: ["session.expired"],
    expect: { decision: null, reasons: [] },
  },
  session_cancelled: {
    kind: "ending",
    title: "The session is cancelled",
    ending: "cancel",
    events: ["session.cancelled"],
    expect: { decision: null, reasons: [] },
  },
  job_failed: {
    kind: "ending",
    title: "The verification cannot be carried out at all",
    ending: "fail",
    events: ["job.failed", "session.completed"],
    expect: { decision: null, reasons: [] },
  },
  reviewed_accepted: {
    kind: "ending",
    title: "A reviewer accepts; the session must be in `review`",
    ending: "approve",
    events: ["job.reviewed"],
    expect: { decision: "accepted", reasons: [] },
  },
  reviewed_rejected: {
    kind: "ending",
    title: "A reviewer rejects; the session must be in `review`",
    ending: "refuse",
    events: ["job.reviewed"],
    expect: { decision: "rejected", reasons: [] },
  },
};
