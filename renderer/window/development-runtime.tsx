import { Group, Text } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useApp } from '../components/app-context.tsx';

/** Says, without alarm, that this Electron is none that users get. */
export function DevelopmentRuntime() {
  const { view, texts } = useApp();
  if (view.developmentRuntime === undefined) return null;
  return (
    <Group className="runtime" gap="xs" wrap="nowrap" data-testid="runtime">
      <IconFlask size={14} aria-hidden="true" />
      <Text size="xs">{texts.shell.developmentRuntime(view.developmentRuntime)}</Text>
    </Group>
  );
}
