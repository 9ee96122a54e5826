/**
 * A value from outside as text: text stays what it is, a list shows its parts, and any other object
 * is named by its kind instead of JavaScript's `[object Object]`.
 */
export function plainText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${value.map(plainText).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `<${kindOf(value)}>`;
  return String(value);
}

function kindOf(value: object): string {
  return value.constructor?.name ?? 'Object';
}
