import { Menu } from '@mantine/core';
import { IconCopy, IconFolderOpen } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useTexts } from '../components/app-context.tsx';
import { ContextMenu, type MenuArea } from '../components/menu/context-menu.tsx';

export interface LogDeeds {
  /** The line at the pointer; where a key has opened the menu, that of the search. */
  readonly copyLine: (row: number) => void;
  readonly copyVisible: () => void;
  readonly openFolder: () => void;
}

interface LogContextMenuProps {
  readonly deeds: LogDeeds;
  readonly area: (area: MenuArea) => ReactElement;
}

/** What can be done with the log and one of its lines, at the pointer. */
export function LogContextMenu({ deeds, area }: LogContextMenuProps) {
  const { log: words } = useTexts();
  const [row, setRow] = useState<number>();
  const opened = (target: Element): boolean => {
    const line =
      target.closest<HTMLElement>('.log-row') ??
      target.querySelector<HTMLElement>('.log-row[aria-current]');
    setRow(line?.dataset.row === undefined ? undefined : Number(line.dataset.row));
    return true;
  };
  return (
    <ContextMenu label={words.menu} onOpen={opened} area={area}>
      {row !== undefined && (
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => deeds.copyLine(row)}>
          {words.copyLine}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconCopy size={16} />} onClick={deeds.copyVisible}>
        {words.copyVisible}
      </Menu.Item>
      <Menu.Item leftSection={<IconFolderOpen size={16} />} onClick={deeds.openFolder}>
        {words.openFolder}
      </Menu.Item>
    </ContextMenu>
  );
}
