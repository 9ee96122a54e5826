import type { WordsOf } from '../../problem-words.ts';
import { expectedText } from './facts.ts';

export const extras: WordsOf<'extras'> = {
  notAPin: ({ text }) =>
    `L’empreinte « ${text} » n’est pas un SHA-256 : écrivez sha256: et les 64 chiffres hexadécimaux du certificat ou de sa clé publique.`,
  notJson: ({ path }) =>
    `${path} n’est pas du JSON valable : corrigez-le, ou supprimez-le et saisissez à nouveau le certificat et l’identification au proxy.`,
  mustBe: ({ path, expected }) => `${path} doit être ${expectedText(expected)}.`,
  othersMayRead: ({ path }) =>
    `D’autres utilisateurs de cette machine peuvent lire le mot de passe du proxy dans ${path} ; pour y remédier : chmod 600 ${path}`,
};
