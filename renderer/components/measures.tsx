import { useTexts } from './app-context.tsx';
import { useNow } from './use-now.ts';

/** A length of time, such as `3 min 5 s`. */
export function Duration({ ms }: { readonly ms: number }) {
  return <span className="numbers">{useTexts().format.duration(ms)}</span>;
}

/** The time since then, counting on. */
export function Elapsed({ since }: { readonly since: number }) {
  return <Duration ms={useNow() - since} />;
}
