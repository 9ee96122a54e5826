import { onTestFinished } from 'vitest';
import { MsgpackMaster } from './msgpack-master.ts';

/** A master that ends with the test. */
export async function msgpackMaster(): Promise<MsgpackMaster> {
  const master = await MsgpackMaster.listen();
  onTestFinished(() => master.close());
  return master;
}
