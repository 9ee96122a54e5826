import { Menu } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTexts } from '../app-context.tsx';
import type { Copy } from './copies-of.ts';
import { useCopyText } from './use-copy-text.ts';

/** A row of a menu that copies something. */
export function CopyItem({ what, text }: Copy) {
  const { common } = useTexts();
  const copyText = useCopyText();
  return (
    <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => copyText(text)}>
      {common.copyThis(what)}
    </Menu.Item>
  );
}
