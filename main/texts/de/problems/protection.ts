import type { WordsOf } from '../../problem-words.ts';

/** Warum Builds nicht so geschützt werden können, wie die Einstellungen eines Workers es verlangen. */
export const protection: WordsOf<'protection'> = {
  cannotBeGiven: ({ level }) =>
    `Builds können hier nicht geschützt werden (${level}), und ohne Schutz nimmt der Worker keine an: Beheben Sie, was fehlt, oder starten Sie ihn mit --protection=open.`,
  notOnThisSystem: () => 'Schutz gibt es nur unter Linux.',
  programMissing: ({ program, packages }) =>
    `Das Programm ${program} fehlt; installieren Sie das Paket ${packages}.`,
  forbiddenByAppArmor: ({ profilePath }) =>
    `AppArmor verbietet bubblewrap Benutzer-Namensräume, wie in Ubuntu seit 24.04; installieren Sie das Profil ${profilePath}, das in docs/security.md unter Protection steht.`,
  namespacesOff: ({ setting }) =>
    `Die Kernel-Einstellung ${setting} verbietet Benutzer-Namensräume; die Verwalter des Rechners können sie mit sysctl ändern.`,
  insideContainer: ({ reason }) =>
    `Dieser Container lässt es nicht zu: ${reason}. Lassen Sie den Worker außerhalb laufen oder erlauben Sie dem Container Benutzer-Namensräume.`,
  refused: ({ reason }) => `Das System lässt es nicht zu: ${reason}.`,
};
