import { Menu } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, type SyntheticEvent, useState } from 'react';
import { useTexts } from '../app-context.tsx';
import { useCopyText } from './use-copy-text.ts';

/** What the element gets that has the menu. */
export interface MenuArea {
  readonly onContextMenu: (event: SyntheticEvent) => void;
}

interface ContextMenuProps {
  /** What the menu is for. */
  readonly label: string;
  /** Called with what was pressed on; answers whether there is a menu for it. */
  readonly onOpen?: (target: Element) => boolean;
  /** The rows. */
  readonly children: ReactNode;
  readonly area: (area: MenuArea) => ReactElement;
}

/** A menu at the pointer, by right click, Shift+F10 or the menu key; text that is selected can be copied. */
export function ContextMenu({ label, onOpen, children, area }: ContextMenuProps) {
  const { common } = useTexts();
  const copyText = useCopyText();
  const [selected, setSelected] = useState('');
  const asked = (event: SyntheticEvent): void => {
    if (!(event.target instanceof Element) || onOpen?.(event.target) === false) {
      event.preventDefault();
      return;
    }
    setSelected(getSelection()?.toString() ?? '');
  };
  return (
    <Menu position="bottom-start" hideDetached={false} withInitialFocusPlaceholder={false}>
      <Menu.ContextMenu>
        <Area draw={area} onContextMenu={asked} />
      </Menu.ContextMenu>
      <Menu.Dropdown maw={360} aria-label={label}>
        {selected !== '' && (
          <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => copyText(selected)}>
            {common.copySelection}
          </Menu.Item>
        )}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}

interface AreaProps extends MenuArea {
  readonly draw: ContextMenuProps['area'];
}

/** Without the styles that a menu gives to what it belongs to: text in it can still be selected. */
function Area({ draw, onContextMenu }: AreaProps) {
  return draw({ onContextMenu });
}
