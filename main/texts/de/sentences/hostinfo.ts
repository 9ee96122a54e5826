import type { hostinfo as english } from '../../../lib/sentences/hostinfo.ts';

export const hostinfo: typeof english = {
  noHostinfoName: (name) => `„${name}“ kann in info/ kein Dateiname sein.`,
  hostinfoTooLong: (limitBytes) =>
    `Der Text ist länger als die ${limitBytes} Bytes, die ein Master annimmt.`,
  hostinfoIsLink: (path, target) =>
    `${path} ist ein Verweis auf ${target}; andere Worker können diese Datei mitbenutzen: Wählen Sie, ob sie geändert oder der Verweis ersetzt wird.`,
  cannotRemove: (path, reason) => `${path} lässt sich nicht entfernen: ${reason}.`,
};
