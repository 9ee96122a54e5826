import { z } from 'zod';
import { LINK_CHOICES } from '../../contract/hostinfo/hostinfo-contract.ts';
import { type ArgumentsOf, line, workerId } from './shapes.ts';

/** More than main writes: what is too long is told by a sentence there. */
const text = z.string().max(2 * 1024 * 1024);

export const hostinfoArguments: ArgumentsOf<'hostinfo'> = {
  'hostinfo.load': workerId,
  'hostinfo.save': z.strictObject({
    workerId,
    name: line,
    text: text.or(z.undefined()),
    choice: z.enum(LINK_CHOICES).or(z.undefined()),
  }),
  'hostinfo.fillIn': z.strictObject({
    isMunged: z.boolean(),
    admin: text.exactOptional(),
  }),
  'hostinfo.told': workerId,
};
