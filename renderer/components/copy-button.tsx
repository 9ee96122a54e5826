import { ActionIcon, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTexts } from './app-context.tsx';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for those who hear the button rather than see it. */
  readonly what: string;
  /** Small in a line of small words. */
  readonly size?: 'sm' | 'md';
}

const PICTURE = { sm: 14, md: 16 } as const;

/** Puts a text on the clipboard, and confirms it for a moment. */
export function CopyButton({ text, what, size = 'md' }: CopyButtonProps) {
  const { common } = useTexts();
  const clipboard = useClipboard({ timeout: 1_500 });
  const label = clipboard.copied ? common.copied : common.copyThis(what);
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        size={size}
        color="gray"
        aria-label={label}
        onClick={() => clipboard.copy(text)}
      >
        {clipboard.copied ? <IconCheck size={PICTURE[size]} /> : <IconCopy size={PICTURE[size]} />}
      </ActionIcon>
    </Tooltip>
  );
}
