import { Menu } from '@mantine/core';
import type { PageName } from '../../main/contract/pages.ts';
import { useApp } from '../components/app-context.tsx';
import { ContextMenu, type MenuArea } from '../components/menu/context-menu.tsx';
import { copiesOf } from '../components/menu/copies-of.ts';
import { CopyItem } from '../components/menu/copy-item.tsx';
import { PlaceRows, RequestRows, type WorkerRowsProps } from './worker-rows.tsx';

interface WorkerContextMenuProps extends WorkerRowsProps {
  readonly area: (area: MenuArea) => React.ReactElement;
}

/** Where one goes from a worker. */
const PAGES_OF_WORKER: readonly PageName[] = ['builds', 'log', 'settings'];

/** Everything that can be done with a worker, at the pointer. */
export function WorkerContextMenu({ area, ...props }: WorkerContextMenuProps) {
  const { worker, order, opener, onDialog } = props;
  const { texts, go } = useApp();
  return (
    <ContextMenu label={texts.overview.moreActions(worker.workerName)} area={area}>
      <RequestRows worker={worker} opener={opener} weights={['main', 'usual', 'rare']} />
      {PAGES_OF_WORKER.map((page) => (
        <Menu.Item key={page} onClick={() => go(page, { workerId: worker.id })}>
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
