import { Menu } from '@mantine/core';
import { IconFileText, IconHammer, IconSettings } from '@tabler/icons-react';
import type { PageName } from '../../main/contract/pages.ts';
import { useApp } from '../components/app-context.tsx';
import type { Icon } from '../components/icon.ts';
import { ContextMenu, type MenuArea } from '../components/menu/context-menu.tsx';
import { copiesOf } from '../components/menu/copies-of.ts';
import { CopyItem } from '../components/menu/copy-item.tsx';
import { PlaceRows, RequestRows, type WorkerRowsProps } from './worker-rows.tsx';

interface WorkerContextMenuProps extends WorkerRowsProps {
  readonly area: (area: MenuArea) => React.ReactElement;
}

/** Where one goes from a worker. */
const WAYS: readonly { readonly page: PageName; readonly icon: Icon }[] = [
  { page: 'builds', icon: IconHammer },
  { page: 'log', icon: IconFileText },
  { page: 'settings', icon: IconSettings },
];

/** Everything that can be done with a worker, at the pointer. */
export function WorkerContextMenu({ area, ...props }: WorkerContextMenuProps) {
  const { worker, order, opener, onDialog } = props;
  const { texts, go } = useApp();
  return (
    <ContextMenu label={texts.overview.moreActions(worker.workerName)} area={area}>
      <RequestRows worker={worker} opener={opener} weights={['main', 'usual', 'rare']} />
      {WAYS.map(({ page, icon: Picture }) => (
        <Menu.Item
          key={page}
          leftSection={<Picture size={16} />}
          onClick={() => go(page, { workerId: worker.id })}
        >
          {texts[page].title}
        </Menu.Item>
      ))}
      <Menu.Divider />
      {copiesOf(worker, texts).map((copy) => (
        <CopyItem key={copy.what} {...copy} />
      ))}
      <Menu.Divider />
      <PlaceRows order={order} onDialog={onDialog} />
    </ContextMenu>
  );
}
