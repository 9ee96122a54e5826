import type { CreateWorkerOptionName } from './create-worker-options.ts';
import type { ExtraFault } from './extras-from.ts';
import type { SettingFault } from './setting-fault.ts';

/** Why no worker can be made from what was typed after `create-worker`. */
export type CreateWorkerProblem =
  | {
      readonly kind: 'number-of-arguments' | 'two-connection-strings' | 'admin' | 'access-uri';
    }
  | { readonly kind: 'empty-argument'; readonly argument: 'basedir' | 'name' | 'passwd' }
  | { readonly kind: 'master'; readonly fault: MasterArgumentFault }
  | {
      readonly kind: 'option';
      readonly option: CreateWorkerOptionName;
      readonly fault: SettingFault | ExtraFault;
    };

/** Why something is no `host[:port]`. */
export type MasterArgumentFault =
  | { readonly kind: 'url' }
  | { readonly kind: 'brackets' | 'host'; readonly master: string }
  | { readonly kind: 'port'; readonly port: string; readonly isNumber: boolean };
