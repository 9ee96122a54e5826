import { Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Icon } from './icon.ts';

interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly actions?: ReactNode;
}

/** Where there is nothing to show yet: why, and what to do. */
export function EmptyState({ icon: Picture, title, children, actions }: EmptyStateProps) {
  return (
    <Stack align="center" justify="center" gap="md" mih={280} ta="center">
      <ThemeIcon size={64} radius="xl" variant="light" color="gray" aria-hidden="true">
        <Picture size={32} stroke={1.5} />
      </ThemeIcon>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text className="quiet" maw={460}>
        {children}
      </Text>
      {actions && (
        <Group gap="sm" mt="xs" justify="center">
          {actions}
        </Group>
      )}
    </Stack>
  );
}
