import { fileReason, number, place, text } from './facts.ts';

/** What an upgrade of a worker's directory does, and why it cannot. */
export const upgrade = {
  spelledInPython3: {},
  namedAsToday: {},
  addedDefaults: { settings: text },

  notPython3: { place, code: text },
  lacksName: { place, name: text },
  cannotUpgrade: { path: text },
  tooManyOldFiles: { path: text, count: number },
  cannotKeepOld: { path: text, oldPath: text, reason: fileReason },
  keepsCode: { place, code: text, settings: text },
};
