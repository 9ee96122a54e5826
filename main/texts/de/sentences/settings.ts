import type { settings as english } from '../../../lib/sentences/settings.ts';

export const settings: typeof english = {
  settingWants: (place, setting, wanted) => `${place}: ${setting} muss ${wanted} sein.`,
  unknownEncoding: (name) =>
    `Die Kodierung „${name}“ ist hier nicht bekannt; nehmen Sie utf-8, oder eine wie latin-1, cp1252, cp932 oder euc-jp.`,
  nameHasColon: (workerName, protocol) =>
    `Der Worker-Name „${workerName}“ enthält einen Doppelpunkt, den die Anmeldung des Netzwerkprotokolls ${protocol} nicht überbringen kann; fragen Sie den Administrator des Masters nach einem anderen Namen.`,
};
