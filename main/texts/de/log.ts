import type { log as english } from '../en/log.ts';

export const log: typeof english = {
  title: 'Protokoll',
  label: 'Protokoll des Workers',
  empty: 'Das Protokoll ist leer.',
};
