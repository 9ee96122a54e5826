import { Menu } from '@mantine/core';
import { IconFilter, IconHammer } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import type { BuildSummary } from '../../main/contract/builds/build-history.ts';
import { useTexts } from '../components/app-context.tsx';
import { ContextMenu, type MenuArea } from '../components/menu/context-menu.tsx';
import { CopyItem } from '../components/menu/copy-item.tsx';

interface BuildContextMenuProps {
  /** By a row's `data-index`; undefined where it has not come yet. */
  readonly buildAt: (index: number) => BuildSummary | undefined;
  readonly onChoose: (buildId: string) => void;
  readonly onBuilder: (builderName: string) => void;
  readonly area: (area: MenuArea) => ReactElement;
}

/** What can be done with a build of the list, at the pointer: one menu for all its rows. */
export function BuildContextMenu({ buildAt, onChoose, onBuilder, area }: BuildContextMenuProps) {
  const { builds: words } = useTexts();
  const [build, setBuild] = useState<BuildSummary>();
  const opened = (target: Element): boolean => {
    const row = target.closest('tr');
    const found = row ? buildAt(Number(row.dataset.index)) : undefined;
    setBuild(found);
    return found !== undefined;
  };
  return (
    <ContextMenu label={words.menu} onOpen={opened} area={area}>
      {build && (
        <>
          <Menu.Item leftSection={<IconHammer size={16} />} onClick={() => onChoose(build.id)}>
            {words.show}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFilter size={16} />}
            onClick={() => onBuilder(build.builderName)}
          >
            {words.onlyBuilder(build.builderName)}
          </Menu.Item>
          <CopyItem what={words.builderName} text={build.builderName} />
        </>
      )}
    </ContextMenu>
  );
}
