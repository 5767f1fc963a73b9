import { useEffect, useRef } from "react";

/**
 * Calls `tick` again and again while `active`, never two at a time, at the display's pace; stops at the first error.
 */
export function useFrameLoop(
  active: boolean,
  tick: (now: number) => Promise<void>,
  onError: (error: unknown) => void,
): void {
  const latest = useRef({ tick, onError });
  latest.current = { tick, onError };
  useEffect(() => {
    if (!active) return;
    let stopped = false;
    let handle = 0;
    const turn = async (now: number) => {
      try {
        await latest.current.tick(now);
      } catch (error) {
        if (!stopped) latest.current.onError(error);
        return;
      }
      if (!stopped) handle = requestAnimationFrame(turn);
    };
    handle = requestAnimationFrame(turn);
    return () => {
      stopped = true;
      cancelAnimationFrame(handle);
    };
  }, [active]);
}
