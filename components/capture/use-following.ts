import { useEffect } from "react";
import { useCapture } from "@/components/capture/capture-context";
import type { CaptureView } from "@/server/domain/capture/capture-view";

/** Asks for the session again and again, `pause` ms after each answer; slower while the server is out of reach. */
export function useFollowing(onView: (view: CaptureView) => void, pause: number, view?: CaptureView): void {
  const { client } = useCapture();
  useEffect(() => {
    let left = false;
    const again = () => {
      client.state().then(
        (next) => {
          if (left) return;
          onView(next);
          timer = window.setTimeout(again, pause);
        },
        () => {
          if (!left) timer = window.setTimeout(again, pause * 3);
        },
      );
    };
    let timer = window.setTimeout(again, pause);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [view, client, pause]);
}
