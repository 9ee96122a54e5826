import { SENTENCES, type Sentences } from './sentences/sentences.ts';

export type SentenceKey = keyof Sentences;

/** Which sentence it is, and what it names: enough for any language. */
export interface Said {
  readonly key: SentenceKey;
  readonly facts: readonly (string | number | Said)[];
}

/** A sentence in English; without `says` it has no words in other languages. */
export interface Statement {
  readonly sentence: string;
  readonly says?: Said | undefined;
}

type Parts<K extends SentenceKey> = WithSaid<Parameters<Sentences[K]>>;
/** Words within a sentence may be one of ours themselves. */
type WithSaid<P extends readonly unknown[]> = {
  [I in keyof P]: P[I] extends string ? string | Said : P[I];
};

/** A sentence that every language knows. */
export function tell<K extends SentenceKey>(key: K, ...facts: Parts<K>): Required<Statement> {
  const says = said(key, ...facts);
  return { sentence: wordsOf(says, SENTENCES), says };
}

/** Words that stand within a sentence. */
export function said<K extends SentenceKey>(key: K, ...facts: Parts<K>): Said {
  return { key, facts };
}

/** What a told sentence is as a part of another one. */
export function asFact({ sentence, says }: Statement): string | Said {
  return says ?? sentence;
}

/** The words of a language. */
export function wordsOf({ key, facts }: Said, sentences: Sentences): string {
  const words = facts.map((fact) => (typeof fact === 'object' ? wordsOf(fact, sentences) : fact));
  // `Parts` has held key and facts together.
  const sentence = sentences[key] as (...facts: readonly (string | number)[]) => string;
  return sentence(...words);
}
