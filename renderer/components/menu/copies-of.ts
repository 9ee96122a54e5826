import type { WorkerView } from '../../../main/contract/worker/worker-view.ts';
import type { Texts } from '../../../main/texts/texts.ts';

export interface Copy {
  /** Such as `the directory`, to be named beside *Copy*. */
  readonly what: string;
  readonly text: string;
}

/** What people copy of a worker: to a terminal, a mail, another program. */
export function copiesOf({ basedir, master }: WorkerView, { overview }: Texts): readonly Copy[] {
  return [
    ...(master === undefined ? [] : [{ what: overview.copies.master, text: master }]),
    { what: overview.copies.directory, text: basedir },
  ];
}
