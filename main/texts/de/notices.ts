import type { notices as english } from '../en/notices.ts';

export const notices: typeof english = {
  cannotWork: (worker) => `${worker} kann nicht für den Master arbeiten`,
  paused: (worker) => `${worker} macht Pause`,
  lastBuildEnded: 'Der letzte Build ist zu Ende.',
  stopped: (worker) => `${worker} hat angehalten`,
};
