import { PAUSE_LENGTHS } from './pause-length.ts';
import { type OfferChoice, whyNotNow } from './request-rules.ts';
import type { WorkerRequest } from './worker-request.ts';
import type { WorkerStatus } from './worker-status.ts';

/** A request to every worker that takes it now: one, or several to choose from. */
export type OfferForAll = {
  /** Whether there is one that takes it. */
  readonly isAllowed: boolean;
} & (
  | { readonly label: 'resumeAll'; readonly request: WorkerRequest }
  | { readonly label: 'pauseAll'; readonly choices: readonly OfferChoice[] }
);

/** What is offered where there are several workers, in the order in which it is shown. */
export function offersForAll(statuses: readonly WorkerStatus[]): readonly OfferForAll[] {
  const takes = (request: WorkerRequest, status: WorkerStatus): boolean =>
    whyNotNow(request, status) === undefined;
  const pause: WorkerRequest = { kind: 'pause', how: 'until-resumed' };
  const resume: WorkerRequest = { kind: 'resume' };
  return [
    {
      label: 'pauseAll',
      choices: PAUSE_LENGTHS.map((how) => ({ label: how, request: { kind: 'pause', how } })),
      // Another length for those that pause already is none for all.
      isAllowed: statuses.some((status) => status.kind !== 'paused' && takes(pause, status)),
    },
    {
      label: 'resumeAll',
      request: resume,
      isAllowed: statuses.some((status) => takes(resume, status)),
    },
  ];
}
