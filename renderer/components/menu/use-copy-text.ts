import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTexts } from '../app-context.tsx';

/** Puts a text on the clipboard, and says so where what was pressed is gone. */
export function useCopyText(): (text: string) => void {
  const { common } = useTexts();
  return useCallback(
    (text) => {
      void navigator.clipboard.writeText(text).then(() => {
        const closeButtonProps = { 'aria-label': common.close };
        notifications.show({ message: common.copied, closeButtonProps });
      });
    },
    [common],
  );
}
