import { expect, it } from 'vitest';
import { verbs } from '../../../../main/cli/verbs.ts';
import { wordsIn } from '../../../../main/texts/words.ts';

const { cli } = wordsIn('en');

it('are those that the catalogue has words for, in its order', () => {
  expect(verbs.map(({ name }) => name)).toEqual(Object.keys(cli.verbs));
});

it.each(verbs.map((verb) => [verb.name, verb] as const))(
  '%s has the arguments and the options that its help describes',
  (name, { args, options }) => {
    const { help } = cli.verbs[name];
    expect(args.map((arg) => arg.name)).toEqual(Object.keys(help.args));
    // Options that are described by their own rows are those of the settings.
    const described = options.filter(({ describe }) => describe === undefined);
    expect(described.map((option) => option.name).sort()).toEqual(Object.keys(help.options).sort());
  },
);

it.each(verbs.map((verb) => [verb.name, verb] as const))(
  '%s has no two options with one letter',
  (_name, { options }) => {
    const letters = options.flatMap(({ short = [] }) => short);
    expect(new Set(letters).size).toBe(letters.length);
  },
);
