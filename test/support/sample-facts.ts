import { z } from 'zod';

/** Facts of each sort that a shape allows: every member of a closed list, every text a mark of its own. */
export function sampleFacts(shape: z.ZodRawShape): readonly Readonly<Record<string, unknown>>[] {
  return Object.entries(shape).reduce<readonly Record<string, unknown>[]>(
    (samples, [name, schema]) =>
      samplesOf(schema, name).flatMap((value) =>
        samples.map((sample) => ({ ...sample, [name]: value })),
      ),
    [{}],
  );
}

/** The marks in facts, all of which have to be found in the words. */
export function marksIn(facts: unknown): readonly string[] {
  if (typeof facts === 'number') return [String(facts)];
  if (typeof facts === 'string') return facts.startsWith('‹') ? [facts] : [];
  if (typeof facts !== 'object' || facts === null) return [];
  return Object.values(facts).flatMap(marksIn);
}

function samplesOf(schema: unknown, name: string): readonly unknown[] {
  if (schema instanceof z.ZodString) return [`‹${name}›`];
  if (schema instanceof z.ZodNumber) return [4711];
  if (schema instanceof z.ZodBoolean) return [true, false];
  if (schema instanceof z.ZodLiteral) return [...schema.values];
  if (schema instanceof z.ZodEnum) return schema.options;
  if (schema instanceof z.ZodOptional) return [...samplesOf(schema.unwrap(), name), undefined];
  if (schema instanceof z.ZodReadonly) return samplesOf(schema.unwrap(), name);
  if (schema instanceof z.ZodArray) return [[`‹${name} 1›`, `‹${name} 2›`]];
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return schema.options.flatMap((option) => samplesOf(option, name));
  }
  if (schema instanceof z.ZodObject) return sampleFacts(schema.shape);
  throw new Error(`no sample for the fact ${name}`);
}
