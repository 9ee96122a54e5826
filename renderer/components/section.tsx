import { Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  /** Of the title, where something leads to it. */
  readonly id?: string;
  readonly children: ReactNode;
}

/** A group of controls below a title of their own. */
export function Section({ title, id, children }: SectionProps) {
  return (
    <Stack component="section" gap="xs" aria-label={title}>
      <Title order={2} className="section-title" {...(id && { id, tabIndex: -1 })}>
        {title}
      </Title>
      <Paper withBorder p="md">
        <Stack gap="md">{children}</Stack>
      </Paper>
    </Stack>
  );
}
