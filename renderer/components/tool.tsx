import { ActionIcon, Tooltip } from '@mantine/core';
import type { Icon } from './icon.ts';

interface ToolProps {
  readonly icon: Icon;
  readonly label: string;
  readonly onClick: () => void;
  /** Beside a field of full height. */
  readonly isLarge?: boolean;
}

/** A button that is a picture, its words in a tooltip. */
export function Tool({ icon: Picture, label, onClick, isLarge = false }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={isLarge ? 'lg' : 'md'}
        aria-label={label}
        onClick={onClick}
      >
        <Picture size={isLarge ? 18 : 16} />
      </ActionIcon>
    </Tooltip>
  );
}
