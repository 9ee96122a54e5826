import type { WordsOf } from '../../problem-words.ts';
import { expectedText, placeText } from './facts.ts';

export const settings: WordsOf<'settings'> = {
  mustBe: ({ place, setting, expected }) =>
    `${placeText(place)} : ${setting} doit être ${expectedText(expected)}.`,
  refused: ({ setting, expected }) => `${setting} doit être ${expectedText(expected)}.`,
  unknownEncoding: ({ name }) =>
    `L’encodage « ${name} » n’est pas connu ici ; utilisez utf-8, ou par exemple latin-1, cp1252, cp932 ou euc-jp.`,
  nameHasColon: ({ workerName, protocol }) =>
    `Le nom de worker « ${workerName} » contient un deux-points, que l’identification du protocole ${protocol} ne peut pas transmettre ; demandez un autre nom à l’administrateur du master.`,
};
