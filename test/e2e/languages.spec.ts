import { textsIn } from '../../main/texts/texts.ts';
import { textsOn } from './support/page-texts.ts';
import { expect, type Scene, test } from './support/scene.ts';

/** Words that stand in nearly every English sentence, and in no German one. */
const ENGLISH = /\b(the|of|and|with|your|you|this|that|is|are|it|to|for|not|no)\b/i;

/** Every text of a catalogue that is not made from anything. */
function sentencesIn(texts: unknown): readonly string[] {
  if (typeof texts === 'string') return [texts];
  return typeof texts === 'object' && texts !== null
    ? Object.values(texts).flatMap(sentencesIn)
    : [];
}

/** What stands in the English catalogue alone, and is more than a word that both may share. */
function englishSentences(): ReadonlySet<string> {
  const german = new Set(sentencesIn(textsIn('de')));
  const english = sentencesIn(textsIn('en'));
  return new Set(english.filter((text) => text.includes(' ') && !german.has(text)));
}

async function expectGerman(scene: Scene): Promise<void> {
  const english = englishSentences();
  await scene.change({ language: 'de' });
  for (const name of await scene.pages()) {
    await scene.open(name);
    const texts = await textsOn(scene.page);
    expect(texts.length, name).toBeGreaterThan(5);
    const foreign = texts.filter((text) => english.has(text) || ENGLISH.test(text));
    expect.soft(foreign, name).toEqual([]);
  }
}

test('the first start is all in German', async ({ empty }) => {
  await expectGerman(empty);
});

test('the pages of a worker are all in German', async ({ full }) => {
  await expectGerman(full);
});
