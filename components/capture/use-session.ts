import { useCallback, useEffect, useRef, useState } from "react";
import type { Bootstrap } from "@/components/capture/bootstrap";
import { tellEmbedder } from "@/components/capture/embed-events";
import { type Problem, problemOf } from "@/components/capture/problem";
import type { SessionClient } from "@/components/capture/session-client";
import type { CaptureView } from "@/server/domain/capture/capture-view";

export interface Session {
  readonly view: CaptureView | null;
  readonly problem: Problem | null;
  readonly setView: (view: CaptureView) => void;
  readonly fail: (error: unknown) => void;
  readonly clear: () => void;
  /** Asks the embedding page to close this one; undefined where there is none. */
  readonly close: (() => void) | undefined;
  /** Resolves once the link was exchanged for the cookie. */
  readonly opened: () => Promise<void>;
}

/** The session as the server sees it; exchanges the link at once and takes it out of the address. */
export function useSession(bootstrap: Bootstrap, client: SessionClient): Session {
  const [view, setView] = useState(bootstrap.view);
  const [problem, setProblem] = useState(bootstrap.problem);
  const opening = useRef<Promise<void> | null>(null);
  const fail = useCallback((error: unknown) => setProblem(problemOf(error)), []);

  useEffect(() => {
    if (opening.current) return;
    opening.current = bootstrap.token === null ? Promise.resolve() : open(client, bootstrap.token).then(setView);
    opening.current.catch(fail);
  }, [bootstrap, client, fail]);

  const tell = useRef({ id: bootstrap.view?.session_id ?? null, to: bootstrap.embedders });
  useEffect(() => tellEmbedder({ type: "ready" }, tell.current.id, tell.current.to), []);
  useEffect(() => {
    if (view) tellEmbedder({ type: "step", step: view.step }, tell.current.id, tell.current.to);
  }, [view?.step]);
  useEffect(() => {
    if (view?.decision) tellEmbedder({ type: "completed", status: view.status }, tell.current.id, tell.current.to);
  }, [view?.decision, view?.status]);
  useEffect(() => {
    if (problem) tellEmbedder({ type: "problem", problem }, tell.current.id, tell.current.to);
  }, [problem]);

  return {
    view,
    problem,
    setView,
    fail,
    clear: () => setProblem(null),
    close:
      window.parent === window ? undefined : () => tellEmbedder({ type: "close" }, tell.current.id, tell.current.to),
    opened: () => opening.current ?? Promise.resolve(),
  };
}

async function open(client: SessionClient, token: string): Promise<CaptureView> {
  const view = await client.exchange(token, window.parent !== window);
  history.replaceState(null, "", "/verify/session");
  return view;
}
