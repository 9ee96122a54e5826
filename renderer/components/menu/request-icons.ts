import {
  IconArrowBackUp,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconPlugConnected,
  IconPlugConnectedX,
  IconPower,
  IconRefresh,
} from '@tabler/icons-react';
import type { RequestLabel } from '../../../main/contract/worker/request-rules.ts';
import type { Icon } from '../icon.ts';

/** A picture for each request to a worker. */
export const REQUEST_ICONS: Readonly<Record<RequestLabel, Icon>> = {
  connect: IconPlugConnected,
  tryAgain: IconRefresh,
  disconnect: IconPlugConnectedX,
  pause: IconPlayerPause,
  resume: IconPlayerPlay,
  shutDown: IconPower,
  keepWorking: IconArrowBackUp,
  reconnectNow: IconRefresh,
  stopNow: IconPlayerStop,
};
