"use client";

import { EnrolSteps } from "@/components/people/enrol-steps";

/** Setting up the second factor as a step of sign-in; goes on to `next` (a path of ours). */
export function EnrolAndGoOn({ next }: { next: string }) {
  return <EnrolSteps onDone={() => window.location.assign(next)} doneLabel="I have kept them" />;
}
