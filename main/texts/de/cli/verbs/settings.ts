import type { settings as english } from '../../../en/cli/verbs/settings.ts';
import { asJson, workerDirectory } from '../shared.ts';

export const settings: typeof english = {
  help: {
    summary: 'alle Einstellungen eines Workers ausgeben',
    about: [
      'Je eine Zeile: Wert, Vorgabe und wann eine Änderung wirkt. Was in buildbot.tac berechnet wird, steht mit seiner Zeile da, und darunter, was den Worker am Laufen hindert. Passwörter werden nicht gezeigt.',
    ],
    args: { dir: workerDirectory },
    options: { verbose: 'jede Einstellung erklären', json: asJson },
    exit: { ok: 'sie wurden ausgegeben', failed: 'die Datei ist nicht lesbar' },
  },
  columns: {
    setting: 'Einstellung',
    value: 'Wert',
    byDefault: 'Vorgabe',
    effect: 'eine Änderung wirkt',
  },
  effects: {
    nothing: 'sofort',
    'apply-live': 'sofort',
    reconnect: 'bei der nächsten Verbindung',
    'restart-worker': 'beim nächsten Start',
  },
  computed: (line) => `in Zeile ${line} berechnet`,
  comesTo: (value, from, line) =>
    from.length === 0
      ? `${value} (Zeile ${line})`
      : `${value} (aus ${from.join(', ')}, Zeile ${line})`,
  unusable: (line) => `Zeile ${line} hat einen unbrauchbaren Wert`,
  hidden: '(gesetzt, wird nicht gezeigt)',
  notSet: 'nicht gesetzt',
  withChoices: (help, choices) => `${help} Möglich: ${choices.join(', ')}.`,
};
