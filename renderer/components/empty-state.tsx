import { Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { WorkerStatusKind } from '../../main/contract/worker/worker-status.ts';
import { SIGNS, TRAY } from './tray-shapes.tsx';
import './empty-state.css';

interface EmptyStateProps {
  /** Whose sign is drawn above the tray, in outline: it is not there yet. */
  readonly sign: WorkerStatusKind;
  readonly title: string;
  readonly children?: ReactNode;
  /** The one thing to do about it. */
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

/** Where there is nothing to show: an empty tray, why it is empty, and what to do. */
export function EmptyState({ sign, title, children, action }: EmptyStateProps) {
  return (
    <Stack align="center" justify="center" gap="xs" className="empty">
      <svg className="empty-picture" viewBox="0 0 22 22" aria-hidden="true">
        <path className="empty-tray" d={TRAY} />
        <g className="empty-sign">{SIGNS[sign]}</g>
      </svg>
      <Title order={2}>{title}</Title>
      {children && (
        <Text className="quiet" maw={440}>
          {children}
        </Text>
      )}
      {action && (
        <Button mt="sm" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </Stack>
  );
}
