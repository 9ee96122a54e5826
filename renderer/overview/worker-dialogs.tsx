import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { DuplicateDialog } from './duplicate-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

export type WorkerDialog = 'remove' | 'duplicate';

interface WorkerDialogsProps {
  readonly worker: WorkerView;
  readonly shown: WorkerDialog | undefined;
  readonly onClose: () => void;
}

/** What a worker's menus ask before they do it. */
export function WorkerDialogs({ worker, shown, onClose }: WorkerDialogsProps) {
  if (shown === 'remove') return <RemoveDialog worker={worker} onClose={onClose} />;
  return shown && <DuplicateDialog worker={worker} onClose={onClose} />;
}
