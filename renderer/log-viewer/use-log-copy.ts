import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { LogFilter } from '../../main/contract/log/log-rows.ts';
import { api } from '../components/api.ts';
import { useTexts } from '../components/app-context.tsx';
import type { ViewRange } from './log-rows.tsx';

/** Copies these rows, as they are in the file, and says how many they were. */
export type CopyRows = (rows: ViewRange) => void;

export function useLogCopy(filter: LogFilter): CopyRows {
  const { log: words, common } = useTexts();
  return useCallback(
    ({ first, last }) => {
      const range = { filter, firstRow: first, count: Math.max(0, last - first + 1) };
      void api.log.copy(range).then((count) => {
        const message = words.copiedLines(count);
        notifications.show({ message, closeButtonProps: { 'aria-label': common.close } });
      });
    },
    [filter, words, common],
  );
}
