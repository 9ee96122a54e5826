import type { questions as english } from '../en/questions.ts';
import { format } from './format.ts';

const DOING = {
  disconnect: 'Das Trennen',
  'stop-now': 'Das sofortige Anhalten',
  reconnect: 'Das sofortige Neuverbinden',
  restart: 'Der sofortige Neustart',
  remove: 'Das Entfernen des Workers',
  quit: 'Das sofortige Beenden',
};

export const questions: typeof english = {
  messages: {
    disconnect: 'Mitten in einem Build trennen?',
    'stop-now': 'Mitten in einem Build anhalten?',
    reconnect: 'Mitten in einem Build neu verbinden?',
    restart: 'Den Worker mitten in einem Build neu starten?',
    remove: 'Den Worker mitten in einem Build entfernen?',
    quit: 'Mitten in einem Build beenden?',
  },
  now: {
    disconnect: 'Sofort trennen',
    'stop-now': 'Sofort anhalten',
    reconnect: 'Sofort neu verbinden',
    restart: 'Sofort neu starten',
    remove: 'Sofort entfernen',
    quit: 'Sofort beenden',
  },
  after: (builds) =>
    format.plural(builds, {
      one: 'Nach diesem Build beenden',
      other: 'Nach diesen Builds beenden',
    }),
  running: (builder, command, minutes) => {
    if (command === undefined) return `Builder ${builder} ist mitten in einem Build.`;
    return minutes < 1
      ? `Builder ${builder} ist mitten in einem Build und führt „${command}“ aus.`
      : `Builder ${builder} ist mitten in einem Build und führt seit ${minutes} min „${command}“ aus.`;
  },
  onlyAtMaster:
    'Hier läuft gerade nichts, doch der Master hat den letzten Build für diesen Worker noch nicht beendet: Vielleicht läuft ein Schritt bei ihm selbst.',
  runningSeveral: (builders) => `Die Builder ${format.list(builders)} sind mitten in einem Build.`,
  lost: (consequence, builds) =>
    format.plural(builds, {
      one: `${DOING[consequence]} bricht ihn ab; der Master wird den Build wiederholen.`,
      other: `${DOING[consequence]} bricht sie ab; der Master wird die Builds wiederholen.`,
    }),
};
