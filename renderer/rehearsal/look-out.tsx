import { Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconAlertTriangle, IconAppWindow, IconDoorExit, IconTerminal2 } from '@tabler/icons-react';
import { useTexts } from '../components/app-context.tsx';
import type { Icon } from '../components/icon.ts';

const ICONS = {
  tray: IconAppWindow,
  output: IconTerminal2,
  failure: IconAlertTriangle,
  leaving: IconDoorExit,
} as const satisfies Record<string, Icon>;
const POINTS = ['tray', 'output', 'failure', 'leaving'] as const;

/** Before the start, where output will be: what there will be to see. */
export function LookOut() {
  const { rehearsal } = useTexts();
  return (
    <Stack gap="md" className="rehearsal-output" pt="xs">
      <Title order={2}>{rehearsal.lookOut}</Title>
      {POINTS.map((point) => {
        const Picture: Icon = ICONS[point];
        return (
          <Group key={point} gap="sm" wrap="nowrap" align="flex-start">
            <ThemeIcon variant="light" color="gray" size={32} radius="xl" aria-hidden="true">
              <Picture size={18} stroke={1.6} />
            </ThemeIcon>
            <Text size="sm" pt="xs">
              {rehearsal.lookOuts[point]}
            </Text>
          </Group>
        );
      })}
    </Stack>
  );
}
