import { ActionIcon, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, useRef } from 'react';
import { useTexts } from '../components/app-context.tsx';
import type { Order } from './use-order.ts';

interface MoveHandleProps {
  readonly name: string;
  readonly order: Order;
  readonly onDragging: (isDragged: boolean) => void;
}

/** What a worker is dragged by, or moved by arrow keys. */
export function MoveHandle({ name, order, onDragging }: MoveHandleProps) {
  const { overview } = useTexts();
  const { place, count, moveTo } = order;
  /** By keys, and still there: where it got to is announced. */
  const hasMoved = useRef(false);
  const pressed = (event: KeyboardEvent): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    hasMoved.current = true;
    moveTo(place + by);
  };
  const dragged = ({ dataTransfer, currentTarget }: DragEvent<HTMLElement>): void => {
    const row = currentTarget.closest('li');
    dataTransfer.effectAllowed = 'move';
    if (row) dataTransfer.setDragImage(row, 12, 24);
    onDragging(true);
  };
  return (
    <>
      <Tooltip label={overview.moveHelp} openDelay={500}>
        <ActionIcon
          className="move-handle"
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`${overview.move(name)}. ${overview.moveHelp}`}
          draggable
          onKeyDown={pressed}
          onBlur={() => {
            hasMoved.current = false;
          }}
          onDragStart={dragged}
          onDragEnd={() => onDragging(false)}
        >
          <IconGripVertical size={16} />
        </ActionIcon>
      </Tooltip>
      <VisuallyHidden aria-live="polite">
        {hasMoved.current && overview.moved(name, place + 1, count)}
      </VisuallyHidden>
    </>
  );
}
