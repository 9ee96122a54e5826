import type { WordsOf } from '../../problem-words.ts';

export const connectionString: WordsOf<'connectionString'> = {
  beginsOtherwise: ({ text, endpoint }) =>
    `La chaîne de connexion « ${text} » commence par « ${endpoint} » ; Buildtray connaît tcp:, tls:, ssl: et unix:.`,
  lacksPath: ({ text }) =>
    `Il manque à la chaîne de connexion « ${text} » le chemin de la socket UNIX.`,
  lacksHost: ({ text }) => `Il manque à la chaîne de connexion « ${text} » l’hôte du master.`,
  needsPort: ({ text, port }) =>
    `La chaîne de connexion « ${text} » demande un port de 1 à 65535, et non « ${port} ».`,
  needsTimeout: ({ text, timeout }) =>
    `La chaîne de connexion « ${text} » demande un délai en secondes, et non « ${timeout} ».`,
  endsInBackslash: ({ text }) =>
    `La chaîne de connexion « ${text} » se termine par une barre oblique inverse seule ; écrivez \\\\ pour le caractère lui-même.`,
  hasUnknownSetting: ({ text, setting, known }) =>
    `La chaîne de connexion « ${text} » contient le paramètre « ${setting} », qui n’existe pas ; sont connus ${known}.`,
  hasTooMuch: ({ text, value }) =>
    `La chaîne de connexion « ${text} » contient un « ${value} » inattendu ; écrivez \\: pour un deux-points dans une valeur.`,
  namesTwice: ({ text, setting }) =>
    `La chaîne de connexion « ${text} » nomme deux fois ${setting}.`,
  proxyUnusable: () => 'La chaîne de connexion du proxy est inutilisable.',
};
