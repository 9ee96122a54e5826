import { Loader } from '@mantine/core';
import { useTexts } from './app-context.tsx';
import { LoadFailure } from './load-failure.tsx';
import type { Snapshot } from './use-snapshot.ts';

/** In place of what has not been loaded yet, or could not be. */
export function Loading({ of }: { readonly of: Pick<Snapshot<unknown>, 'failure' | 'reload'> }) {
  const { common } = useTexts();
  if (of.failure !== undefined) return <LoadFailure of={of} />;
  return <Loader m="xl" aria-label={common.loading} />;
}
