import fs from 'node:fs';
import path from 'node:path';
import { LANGUAGES, type Language } from '../../main/contract/language.ts';
import { textsIn } from '../../main/texts/texts.ts';
import { shot } from './support/desktop.ts';
import { textsOn } from './support/page-texts.ts';
import { test as withMaster } from './support/real-master.ts';
import { expect, type Scene, test } from './support/scene.ts';

/** Words that are in nearly every English sentence, and in none of the other languages. */
const ENGLISH = /\b(the|of|and|with|your|you|this|that|is|are|it|to|for|not|no)\b/i;

/** Every text of a catalogue that is not made from anything. */
function sentencesIn(texts: unknown): readonly string[] {
  if (typeof texts === 'string') return [texts];
  return typeof texts === 'object' && texts !== null
    ? Object.values(texts).flatMap(sentencesIn)
    : [];
}

/** What only the English catalogue has, and is more than a word that both may share. */
function englishSentences(language: Language): ReadonlySet<string> {
  const translated = new Set(sentencesIn(textsIn(language)));
  const english = sentencesIn(textsIn('en'));
  return new Set(english.filter((text) => text.includes(' ') && !translated.has(text)));
}

async function expectTranslated(scene: Scene, language: Language): Promise<void> {
  const english = englishSentences(language);
  await scene.change({ language });
  for (const name of await scene.pages()) {
    await scene.open(name);
    const texts = await textsOn(scene.page);
    expect(texts.length, name).toBeGreaterThan(5);
    const foreign = texts.filter((text) => english.has(text) || ENGLISH.test(text));
    expect.soft(foreign, `${name} (${language})`).toEqual([]);
  }
}

const TRANSLATED = LANGUAGES.filter((language) => language !== 'en');

test('the first start is all in the language of the user', async ({ empty }) => {
  for (const language of TRANSLATED) await expectTranslated(empty, language);
});

test('the pages of a worker are all in the language of the user', async ({ full }) => {
  for (const language of TRANSLATED) await expectTranslated(full, language);
});

withMaster('problems are shown in German', async ({ desktop, trayHost, master }) => {
  const tacPath = path.join(master.workerDir, 'buildbot.tac');
  const tac = fs.readFileSync(tacPath, 'utf8');
  master.changeTac(/^passwd = .*$/m, "passwd = 'guess'");
  const broken = path.join(desktop.home, 'broken');
  fs.mkdirSync(broken);
  fs.writeFileSync(path.join(broken, 'buildbot.tac'), tac.replace(/^port = .*$/m, "port = 'many'"));
  const gone = path.join(desktop.home, 'gone');
  desktop.saveSettings({
    workers: [{ basedir: master.workerDir }, { basedir: broken }, { basedir: gone }],
    preferences: { language: 'de' },
  });
  const { page } = await desktop.launchWindow();
  const problems = page.getByTestId('problem');
  await expect(problems.first()).toHaveText(/^Der Master auf .* hat die Anmeldung abgelehnt: /);
  await expect(problems.nth(1)).toHaveText(
    /Zeile \d+: port muss eine Zahl von 1 bis 65535 sein\.$/,
  );
  await expect(problems.last()).toHaveText(new RegExp(`^${gone} gibt es nicht: `));
  expect(await (await trayHost.icon()).tooltip()).not.toMatch(ENGLISH);

  await page.getByRole('button', { name: 'Worker hinzufügen' }).click();
  await page.getByLabel('Host des Masters').fill('127.0.0.1');
  await page.getByLabel('Port', { exact: true }).fill('1');
  await expect(page.getByTestId('check-port')).toContainText('ist niemand zu erreichen');
  await page.getByText('Weitere Einstellungen').click();
  const way = page.getByRole('textbox', { name: 'Verbindungszeichenfolge', exact: true });
  await way.fill('tcp:ci');
  await expect(page.getByTestId('check-name')).toContainText('braucht einen Port');
  await way.fill('');
  await page.getByLabel('Port', { exact: true }).fill(String(master.login.port));
  await page.getByLabel('Name des Workers').fill(master.login.workerName);
  await page.getByRole('textbox', { name: 'Passwort', exact: true }).fill('guess');
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
  await expect(page.getByTestId('check-login')).toContainText('Anmeldung abgelehnt');
  const foreign = (await textsOn(page)).filter((text) => ENGLISH.test(text));
  expect(foreign).toEqual([]);
  await shot(page, 'checks-in-german');
});
