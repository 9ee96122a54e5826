import type { resume as english } from '../../../en/cli/verbs/resume.ts';
import { workerDirectory } from '../shared.ts';

export const resume: typeof english = {
  help: {
    summary: 'die Pause eines Workers beenden',
    about: ['Bricht auch eine Pause ab, die noch auf laufende Builds wartet.'],
    args: { dir: workerDirectory },
    options: {},
    exit: { ok: 'der Worker nimmt Builds an', failed: 'dort läuft kein Worker' },
  },
  takesBuilds: 'der Worker nimmt wieder Builds an',
};
