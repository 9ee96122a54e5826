import { Button, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

interface ActionButtonProps {
  readonly look?: 'filled' | 'default' | 'subtle';
  readonly icon?: ReactNode;
  /** Why it cannot be pressed now; shown beside it. */
  readonly why?: string | undefined;
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

/** A button that explains why it cannot be pressed, to the pointer and to the keyboard. */
export function ActionButton({
  look = 'default',
  icon,
  why,
  children,
  ...others
}: ActionButtonProps) {
  const isRefused = why !== undefined;
  return (
    <Tooltip label={why} disabled={!isRefused} multiline maw={320} events={EVERY_WAY}>
      <Button
        {...others}
        variant={look}
        {...(look === 'subtle' && { color: 'gray' })}
        size="sm"
        leftSection={icon}
        // A truly disabled button could not be reached by keyboard, and would not say why.
        {...(isRefused && { 'data-disabled': true, 'aria-disabled': true, onClick: refuse })}
      >
        {children}
      </Button>
    </Tooltip>
  );
}

const EVERY_WAY = { hover: true, focus: true, touch: true };

function refuse(event: { preventDefault(): void }): void {
  event.preventDefault();
}
