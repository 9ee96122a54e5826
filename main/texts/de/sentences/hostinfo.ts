import type { hostinfo as english } from '../../../lib/sentences/hostinfo.ts';

export const hostinfo: typeof english = {
  noHostinfoName: (name) => `„${name}“ kann in info/ kein Dateiname sein.`,
  hostinfoTooLong: (limitBytes) =>
    `Der Text ist länger als die ${limitBytes} Bytes, die ein Master annimmt.`,
  hostinfoNotSent: (path, reason) => `${path} wird dem Master nicht geschickt: ${reason}.`,
  hostinfoFileTooLong: (limitBytes) => `die Datei ist länger als ${limitBytes} Bytes`,
  cannotCopyHostinfo: (basedir, reason) =>
    `Die Rechnerinfo ließ sich nicht nach ${basedir} kopieren: ${reason}.`,
  fileIsNoUtf8: () => 'es ist kein Text in UTF-8',
  hostinfoIsLink: (path, target) =>
    `${path} ist ein Verweis auf ${target}; andere Worker können diese Datei mitbenutzen: Wählen Sie, ob sie geändert oder der Verweis ersetzt wird.`,
};
