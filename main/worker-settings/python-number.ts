const DECIMAL = String.raw`\d+(?:_\d+)*`;
const INTEGER =
  /^(?:0x[\da-f]+(?:_[\da-f]+)*|0o[0-7]+(?:_[0-7]+)*|0b[01]+(?:_[01]+)*|0+(?:_0+)*|[1-9]\d*(?:_\d+)*)$/;
const FRACTION = new RegExp(
  String.raw`^(?:(?:${DECIMAL})?\.${DECIMAL}|${DECIMAL}\.?)(?:e[+-]?${DECIMAL})?$`,
);
/** What Python 2 and people who write masks mean by a leading 0; Python 3 refuses it. */
const OLD_OCTAL = /^0[0-7]+$/;

/**
 * The value of a number as Python spells it, without a sign: `600`, `1_000`, `0o22`, `2.5`, and with
 * `isOldOctal` `022`. Undefined for what is no number, or one that is ambiguous.
 */
export function pythonNumber(source: string, isOldOctal: boolean): number | undefined {
  const text = source.toLowerCase();
  if (isOldOctal && OLD_OCTAL.test(text)) return Number.parseInt(text, 8);
  const isNumber = INTEGER.test(text) || (FRACTION.test(text) && /[.e]/.test(text));
  const value = isNumber ? Number(text.replaceAll('_', '')) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}
