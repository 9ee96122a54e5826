import type { Language } from '../contract/language.ts';
import type { LanguageChoice } from '../contract/preferences-contract.ts';
import { addWorker as addWorkerDe } from './de/add-worker.ts';
import { builds as buildsDe } from './de/builds.ts';
import { common as commonDe } from './de/common.ts';
import { format as formatDe } from './de/format.ts';
import { hostinfo as hostinfoDe } from './de/hostinfo.ts';
import { log as logDe } from './de/log.ts';
import { notices as noticesDe } from './de/notices.ts';
import { overview as overviewDe } from './de/overview.ts';
import { preferences as preferencesDe } from './de/preferences.ts';
import { problems as problemsDe } from './de/problems/problems.ts';
import { questions as questionsDe } from './de/questions.ts';
import { refusals as refusalsDe } from './de/refusals.ts';
import { rehearsal as rehearsalDe } from './de/rehearsal.ts';
import { settings as settingsDe } from './de/settings.ts';
import { shell as shellDe } from './de/shell.ts';
import { status as statusDe } from './de/status.ts';
import { tray as trayDe } from './de/tray.ts';
import { workers as workersDe } from './de/workers.ts';
import { addWorker } from './en/add-worker.ts';
import { builds } from './en/builds.ts';
import { common } from './en/common.ts';
import { format } from './en/format.ts';
import { hostinfo } from './en/hostinfo.ts';
import { log } from './en/log.ts';
import { notices } from './en/notices.ts';
import { overview } from './en/overview.ts';
import { preferences } from './en/preferences.ts';
import { problems } from './en/problems/problems.ts';
import { questions } from './en/questions.ts';
import { refusals } from './en/refusals.ts';
import { rehearsal } from './en/rehearsal.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { status } from './en/status.ts';
import { tray } from './en/tray.ts';
import { workers } from './en/workers.ts';
import { addWorker as addWorkerFr } from './fr/add-worker.ts';
import { builds as buildsFr } from './fr/builds.ts';
import { common as commonFr } from './fr/common.ts';
import { format as formatFr } from './fr/format.ts';
import { hostinfo as hostinfoFr } from './fr/hostinfo.ts';
import { log as logFr } from './fr/log.ts';
import { notices as noticesFr } from './fr/notices.ts';
import { overview as overviewFr } from './fr/overview.ts';
import { preferences as preferencesFr } from './fr/preferences.ts';
import { problems as problemsFr } from './fr/problems/problems.ts';
import { questions as questionsFr } from './fr/questions.ts';
import { refusals as refusalsFr } from './fr/refusals.ts';
import { rehearsal as rehearsalFr } from './fr/rehearsal.ts';
import { settings as settingsFr } from './fr/settings.ts';
import { shell as shellFr } from './fr/shell.ts';
import { status as statusFr } from './fr/status.ts';
import { tray as trayFr } from './fr/tray.ts';
import { workers as workersFr } from './fr/workers.ts';
import { sayBy } from './problem-words.ts';

/** Every visible word of the app, in one language. */
export type Texts = ReturnType<typeof catalogueIn>;

const CATALOGUES: Readonly<Record<Language, Texts>> = {
  en: catalogueIn('en'),
  de: catalogueIn('de'),
  fr: catalogueIn('fr'),
};

export function textsIn(language: Language): Texts {
  return CATALOGUES[language];
}

/** The language of a choice; `systemLocale` is a BCP 47 tag, such as `de-AT`. */
export function languageFrom(choice: LanguageChoice, systemLocale: string): Language {
  if (choice !== 'system') return choice;
  const [wanted = ''] = systemLocale.toLowerCase().split(/[-_]/);
  return Object.hasOwn(CATALOGUES, wanted) ? (wanted as Language) : 'en';
}

/** The subjects, each with its words in every language. A page's words have the page's name. */
function catalogueIn(language: Language) {
  return {
    /** A problem in words. */
    say: sayBy({ en: problems, de: problemsDe, fr: problemsFr }[language]),
    format: { en: format, de: formatDe, fr: formatFr }[language],
    common: { en: common, de: commonDe, fr: commonFr }[language],
    shell: { en: shell, de: shellDe, fr: shellFr }[language],
    status: { en: status, de: statusDe, fr: statusFr }[language],
    refusals: { en: refusals, de: refusalsDe, fr: refusalsFr }[language],
    tray: { en: tray, de: trayDe, fr: trayFr }[language],
    questions: { en: questions, de: questionsDe, fr: questionsFr }[language],
    notices: { en: notices, de: noticesDe, fr: noticesFr }[language],
    workers: { en: workers, de: workersDe, fr: workersFr }[language],
    overview: { en: overview, de: overviewDe, fr: overviewFr }[language],
    log: { en: log, de: logDe, fr: logFr }[language],
    builds: { en: builds, de: buildsDe, fr: buildsFr }[language],
    hostinfo: { en: hostinfo, de: hostinfoDe, fr: hostinfoFr }[language],
    settings: { en: settings, de: settingsDe, fr: settingsFr }[language],
    addWorker: { en: addWorker, de: addWorkerDe, fr: addWorkerFr }[language],
    preferences: { en: preferences, de: preferencesDe, fr: preferencesFr }[language],
    rehearsal: { en: rehearsal, de: rehearsalDe, fr: rehearsalFr }[language],
  };
}
