import type { Expected, FileReason, Place } from '../../../contract/problems/facts.ts';
import { assertNever } from '../../../lib/assert-never.ts';

/** Why a file operation failed, in words after a colon. */
export function fileReasonText(reason: FileReason): string {
  switch (reason.kind) {
    case 'EACCES':
      return 'accès refusé (EACCES)';
    case 'EPERM':
      return 'le système ne le permet pas (EPERM)';
    case 'EROFS':
      return 'le système de fichiers est en lecture seule (EROFS)';
    case 'ENOSPC':
      return 'le disque est plein (ENOSPC)';
    case 'EDQUOT':
      return 'le quota du disque est épuisé (EDQUOT)';
    case 'ENOENT':
      return 'ce fichier ou ce répertoire n’existe pas (ENOENT)';
    case 'ENOTDIR':
      return 'une partie du chemin n’est pas un répertoire (ENOTDIR)';
    case 'EISDIR':
      return 'c’est un répertoire (EISDIR)';
    case 'EEXIST':
      return 'quelque chose porte déjà ce nom (EEXIST)';
    case 'ELOOP':
      return 'ses liens symboliques forment une boucle (ELOOP)';
    case 'ENAMETOOLONG':
      return 'le nom est trop long (ENAMETOOLONG)';
    case 'EMFILE':
      return 'trop de fichiers sont ouverts (EMFILE)';
    case 'EIO':
      return 'le disque signale une erreur (EIO)';
    case 'not-a-directory':
      return 'ce n’est pas un répertoire';
    case 'not-a-file':
      return 'ce n’est pas un fichier ordinaire';
    case 'not-utf-8':
      return 'ce n’est pas du texte UTF-8';
    case 'too-long':
      return `il dépasse ${reason.limitBytes} octets`;
    case 'parent-missing':
      return `${reason.parent} n’existe pas`;
    case 'other':
      return reason.message;
    default:
      return assertNever(reason);
  }
}

/** A file, or a line of it, at the head of a sentence. */
export function placeText({ path, line }: Place): string {
  return line === undefined ? path : `${path} ligne ${line}`;
}

/** What a value has to be, in words after “doit être”. */
export function expectedText(expected: Expected): string {
  switch (expected.kind) {
    case 'text':
      return 'un texte';
    case 'line':
      return 'une seule ligne sans caractères de contrôle';
    case 'switch':
      return 'True ou False';
    case 'range':
      return `un nombre de ${expected.min} à ${expected.max}`;
    case 'seconds-above':
      return `un nombre de secondes supérieur à ${expected.min}`;
    case 'host':
      return 'le nom ou l’adresse d’une machine, sans port';
    case 'connection-string':
      return 'une chaîne de connexion comme tls:host=ci.example.org:port=9989';
    case 'encoding':
      return 'le nom d’un encodage, par exemple utf-8';
    case 'path':
      return 'le chemin complet d’un répertoire, ou un point';
    case 'seconds-or-none':
      return 'un nombre de secondes ou None';
    case 'count':
      return `un nombre entier, au moins ${expected.min}, ou None`;
    case 'mask':
      return 'un nombre comme 0o22, ou None';
    case 'user':
      return 'un nom d’utilisateur sans deux-points';
    case 'object':
      return 'un objet entre accolades';
    case 'one-of':
      return oneOf([
        ...expected.values.map((value) => `'${value}'`),
        ...(expected.orNone ? ['None'] : []),
      ]);
    default:
      return assertNever(expected);
  }
}

function oneOf(values: readonly string[]): string {
  const [last = '', ...others] = values.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} ou ${last}`;
}
