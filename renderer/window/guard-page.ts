import { showable, showableLines } from '../../main/lib/showable.ts';

/** What people read, or have read to them, besides text. */
const READ_ATTRIBUTES: ReadonlySet<string> = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
]);

/** How a node that is there gets another text. */
const TEXT_PROPERTIES = ['textContent', 'nodeValue', 'data', 'innerHTML'];

/**
 * From now on the page shows every text as `showable` does. Names, commands and output come from others, and
 * a mark that turns the direction of text could make a name look like another one.
 *
 * It is done where text enters the page, since every component and every library has to pass there: React,
 * and whatever builds nodes by hand. What the window holds as data stays as it is, so that a builder's name
 * still finds the builder, and a field saves what it was given. Values of fields are not changed: they are
 * data.
 */
export function guardPage(page: Document): void {
  const text = page.createTextNode('');
  const element = page.createElement('p');
  guardMethods(page, element);
  for (const prototype of new Set([...prototypesOf(text), ...prototypesOf(element)])) {
    for (const property of TEXT_PROPERTIES) guardSetter(prototype, property);
  }
}

function guardMethods(page: Document, element: Element): void {
  const documents = ownerOf<Document>(page, 'createTextNode');
  const elements = ownerOf<Element>(element, 'setAttribute');
  const { createTextNode } = documents;
  const { setAttribute } = elements;
  documents.createTextNode = function (text) {
    return createTextNode.call(this, showableLines(text));
  };
  elements.setAttribute = function (name, value) {
    const isRead = READ_ATTRIBUTES.has(name) && typeof value === 'string';
    // The example in a field of several lines has several too.
    const show = name === 'placeholder' ? showableLines : showable;
    setAttribute.call(this, name, isRead ? show(value) : value);
  };
}

function guardSetter(prototype: object, property: string): void {
  const original = Object.getOwnPropertyDescriptor(prototype, property);
  const set = original?.set;
  if (original === undefined || set === undefined) return;
  Object.defineProperty(prototype, property, {
    ...original,
    set(this: object, text: unknown) {
      set.call(this, typeof text === 'string' ? showableLines(text) : text);
    },
  });
}

/** The class of the node, as its prototype, that has this method. */
function ownerOf<Kind extends object>(node: Kind, method: keyof Kind): Kind {
  const owner = prototypesOf(node).find((prototype) => Object.hasOwn(prototype, method));
  if (owner === undefined) throw new Error(`the page has no ${String(method)}`);
  return owner as Kind;
}

function prototypesOf(node: object): readonly object[] {
  const prototype: object | null = Object.getPrototypeOf(node);
  return prototype === null ? [] : [prototype, ...prototypesOf(prototype)];
}
