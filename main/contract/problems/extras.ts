import { expected, text } from './facts.ts';

/** Why `buildtray.json` cannot say something. */
export const extras = {
  notAPin: { text },
  notJson: { path: text },
  mustBe: { path: text, expected },
  othersMayRead: { path: text },
};
