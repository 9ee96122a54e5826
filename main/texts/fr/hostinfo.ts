import type { hostinfo as english } from '../en/hostinfo.ts';

export const hostinfo: typeof english = {
  title: 'Infos machine',
  about:
    'Ce que la page web du projet montre de cette machine. Le master le lit quand le worker se connecte.',
  admin: 'Administrateur',
  adminHelp:
    'Qui s’occupe de cette machine et comment joindre cette personne : un nom, une adresse électronique.',
  host: 'Cette machine',
  hostHelp:
    'Sur quoi tournent les builds : le système, sa version, les processeurs, la mémoire, les compilateurs.',
  accessUri: 'Accès',
  accessUriHelp:
    'Comment les développeurs du projet peuvent ouvrir une session sur cette machine, par exemple ssh://build.example.org. Laissez vide s’ils ne le peuvent pas.',
  further: 'Autres fichiers',
  furtherHelp: 'Chaque fichier est envoyé au master sous son propre nom.',
  newName: 'Nom du nouveau fichier',
  addFile: 'Ajouter un fichier',
  removeFile: (name) => `Retirer ${name}`,
  badName: 'Un nom de fichier ne doit ni contenir de barre oblique ni être l’un de ceux ci-dessus.',
  shared: (path) => `C’est un lien vers ${path}, que d’autres workers partagent peut-être.`,
  fillIn: 'Remplir d’après cette machine',
  munge: 'Cacher les adresses électroniques aux robots',
  undo: 'Annuler les modifications',
  unsaved: 'Modifications non enregistrées.',
  linkTitle: (name) => `${name} est un lien`,
  linkHelp: (path) =>
    `Il mène à ${path}. Modifier ce fichier pour tous les workers qui le partagent, ou donner à ce worker son propre fichier ?`,
  changeShared: 'Modifier le fichier partagé',
  replaceLink: 'Lui donner son propre fichier',
  savedAway: 'Le master le lit quand le worker se connecte.',
  savedAttached: 'Le master a lu l’ancien texte ; il lira le nouveau à la prochaine connexion.',
  preview: 'Ce que voit le projet',
  previewEmpty: 'rien',
  sent: 'Tout ce que le master reçoit',
  sentHelp:
    'Tout ceci est envoyé quand le worker se connecte. À part cela, seul ce que les builds affichent et envoient quitte cette machine.',
  sentUnknown: 'Cela apparaîtra dès que le répertoire du worker sera utilisable.',
  facts: 'Données sur le worker',
  environment: (count) => `Environnement (${count})`,
  withheld: 'Gardé ici',
  withheldHelp:
    'Ces variables ressemblent à des secrets ou donnent accès à votre session. Ni les builds ni le master ne les voient.',
  nothingWithheld: 'Votre environnement n’a aucune variable de ce genre.',
  onlyForBuilds: 'Pour les builds seulement',
  onlyForBuildsHelp: 'Les builds voient ces variables. Le master ne les reçoit pas.',
  value: 'Valeur',
  name: 'Nom',
};
