import type { WordsOf } from '../../problem-words.ts';
import { expectedText, placeText } from './facts.ts';

export const settings: WordsOf<'settings'> = {
  mustBe: ({ place, setting, expected }) =>
    `${placeText(place)}: ${setting} muss ${expectedText(expected)} sein.`,
  refused: ({ setting, expected }) => `${setting} muss ${expectedText(expected)} sein.`,
  unknownEncoding: ({ name }) =>
    `Die Kodierung „${name}“ ist hier nicht bekannt; nehmen Sie utf-8, oder eine wie latin-1, cp1252, cp932 oder euc-jp.`,
  nameHasColon: ({ workerName, protocol }) =>
    `Der Worker-Name „${workerName}“ enthält einen Doppelpunkt, den die Anmeldung des Netzwerkprotokolls ${protocol} nicht überbringen kann; fragen Sie den Administrator des Masters nach einem anderen Namen.`,
};
