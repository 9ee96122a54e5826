// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest';
import { guardPage } from '../../../../renderer/window/guard-page.ts';

const FOREIGN = 'a\u202eb\u001bc\r';
const SHOWN = 'a\\u202eb\\x1bc\\r';

beforeAll(() => guardPage(document));

it.each<[string, () => string | null]>([
  ['a node that is made', () => document.createTextNode(FOREIGN).textContent],
  [
    'a node that changes',
    () => Object.assign(document.createTextNode(''), { nodeValue: FOREIGN }).data,
  ],
  ['the data of a node', () => Object.assign(document.createTextNode(''), { data: FOREIGN }).data],
  [
    'the text of an element',
    () => Object.assign(document.createElement('p'), { textContent: FOREIGN }).innerHTML,
  ],
  [
    'the markup of an element',
    () =>
      Object.assign(document.createElement('p'), { innerHTML: `<b>${FOREIGN}</b>` }).textContent,
  ],
])('shows what acts as its number: %s', (_where, read) => {
  expect(read()).toBe(SHOWN);
});

it('keeps lines and tabs of a text, and shows them as numbers in an attribute', () => {
  const element = document.createElement('p');
  element.textContent = 'one\n\ttwo';
  element.setAttribute('title', 'one\ntwo\u2066');
  expect(element.textContent).toBe('one\n\ttwo');
  expect(element.title).toBe('one\\ntwo\\u2066');
  element.setAttribute('placeholder', 'one\ntwo\u2066');
  expect(element.getAttribute('placeholder')).toBe('one\ntwo\\u2066');
});

it('changes no attribute that is data, and no value of a field', () => {
  const field = document.createElement('input');
  field.setAttribute('name', FOREIGN);
  field.value = 'a\u202eb';
  expect(field.getAttribute('name')).toBe(FOREIGN);
  expect(field.value).toBe('a\u202eb');
});
