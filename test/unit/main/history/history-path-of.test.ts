import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { historyPathOf } from '../../../../main/history/history-path-of.ts';
import { onlyOn } from '../../../support/only-on.ts';

describe(
  'the history of a directory',
  onlyOn('linux', 'XDG folders and case-sensitive paths are those of Linux'),
  () => {
    it('lies with the user, under its name, apart from that of another of the same name', () => {
      const env = { XDG_STATE_HOME: '/state' };
      const path = historyPathOf('/srv/my worker', env);
      expect(path).toMatch(/^\/state\/buildtray\/history\/my_worker-[0-9a-f]{16}\.jsonl$/);
      expect(historyPathOf('/srv/my worker/', env)).toBe(path);
      expect(historyPathOf('/home/my worker', env)).not.toBe(path);
    });

    it.each([{}, { XDG_STATE_HOME: '' }, { XDG_STATE_HOME: 'relative' }])(
      'lies in the usual place with %j',
      (env) => {
        const folder = join(homedir(), '.local/state/buildtray/history');
        expect(historyPathOf('/w', env).startsWith(`${folder}/w-`)).toBe(true);
      },
    );
  },
);
