import { z } from 'zod';
import { MOST_ROWS } from '../../contract/log/log-contract.ts';
import { LOG_FILTERS } from '../../contract/log/log-rows.ts';
import { type ArgumentsOf, line, nothing, workerId } from './shapes.ts';

const filter = z.enum(LOG_FILTERS);
const place = z.number().int().nonnegative();
const range = z.strictObject({ filter, firstRow: place, count: place.max(MOST_ROWS) });
const limit = place.nullable();

export const logArguments: ArgumentsOf<'log'> = {
  'log.open': workerId,
  'log.close': nothing,
  'log.slice': range,
  'log.rowOf': z.strictObject({ line: place, filter }),
  'log.copy': range,
  'log.search': z.strictObject({
    text: line.min(1),
    isPattern: z.boolean(),
    matchesCase: z.boolean(),
    filter,
  }),
  'log.cancelSearch': nothing,
  'log.lineOfHit': place,
  'log.openFolder': workerId,
  'log.rotation': workerId,
  'log.changeRotation': z.strictObject({ workerId, logSize: limit, logCount: limit }),
  'log.rotate': workerId,
};
