import { expect, it } from 'vitest';
import { textsIn } from '../../../../../main/texts/texts.ts';
import { copiesOf } from '../../../../../renderer/components/menu/copies-of.ts';
import { sampleWorker } from '../../../../window/support/samples.ts';

const textsOf = (changes = {}) =>
  copiesOf(sampleWorker(changes), textsIn('en')).map(({ text }) => text);

it('has where the master and the worker are', () => {
  expect(textsOf()).toEqual(['ci.example.org:9989', '/home/ada/worker']);
});

it('leaves out a master that is not known', () => {
  expect(textsOf({ master: undefined })).toEqual(['/home/ada/worker']);
});
