import { appContract } from './app/app-contract.ts';
import { pageContracts } from './pages.ts';

/**
 * Everything that crosses between main and the windows, with the shapes that main takes; both ends derive
 * their types from it. A page has what it asks in a file of its own, its handlers in `app/handlers`.
 *
 * Files with shapes load zod: windows import nothing but types from them.
 */
export const contract = { app: appContract, ...pageContracts } as const;
