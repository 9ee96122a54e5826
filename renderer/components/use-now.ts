import { useEffect, useState } from 'react';

/**
 * The time, once a second or as often as is asked for. All change together, at whole seconds of the
 * clock: what counts on in one card never disagrees with what counts down beside it.
 */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(() => lastTick(everyMs));
  useEffect(() => {
    let timer: number | undefined;
    const tick = (): void => {
      setNow(lastTick(everyMs));
      timer = window.setTimeout(tick, everyMs - (Date.now() % everyMs));
    };
    // At another pace, the last look may have been long ago.
    tick();
    return () => clearTimeout(timer);
  }, [everyMs]);
  return now;
}

function lastTick(everyMs: number): number {
  return Math.floor(Date.now() / everyMs) * everyMs;
}
