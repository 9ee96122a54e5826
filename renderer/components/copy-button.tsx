import { ActionIcon, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTexts } from './app-context.tsx';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for those who hear the button rather than see it. */
  readonly what: string;
}

/** Puts a text on the clipboard, and confirms it for a moment. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const { common } = useTexts();
  const clipboard = useClipboard({ timeout: 1_500 });
  const label = clipboard.copied ? common.copied : common.copyThis(what);
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        onClick={() => clipboard.copy(text)}
      >
        {clipboard.copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
      </ActionIcon>
    </Tooltip>
  );
}
