import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { useTexts } from '../components/app-context.tsx';
import { Elapsed, Remaining } from '../components/measures.tsx';

/** How long ago the master was heard, or when the next try begins. */
export function Ages({ worker: { status, lastHeardAt } }: { readonly worker: WorkerView }) {
  const { overview } = useTexts();
  const retryAt = 'retryAt' in status ? status.retryAt : undefined;
  if (retryAt !== undefined) {
    const [before, after] = overview.nextTry;
    return (
      <>
        {before}
        <Remaining until={retryAt} />
        {after}
      </>
    );
  }
  if (lastHeardAt === undefined) return null;
  const [before, after] = overview.lastHeard;
  return (
    <>
      {before}
      <Elapsed since={lastHeardAt} />
      {after}
    </>
  );
}
