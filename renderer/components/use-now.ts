import { useEffect, useState } from 'react';

/** The time, once a second or as often as is asked for. */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const look = (): void => setNow(Date.now());
    // At another pace, the last look may have been long ago.
    look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
