import { Alert, Button, Group, Text } from '@mantine/core';
import { api } from '../components/api.ts';
import { useApp } from '../components/app-context.tsx';

/** Said once, where no icon stands for the window. */
export function TrayNotice() {
  const { view, texts } = useApp();
  const words = texts.preferences;
  if (!view.showsTrayNotice) return null;
  return (
    <Alert color="blue" variant="light" title={words.noTray} mx="lg" mt="md" data-testid="no-tray">
      <Group gap="md" justify="space-between">
        <Text size="sm" flex={1} miw="min(240px, 100%)">
          {words.noTrayHelp}
        </Text>
        <Button size="xs" onClick={() => void api.preferences.dismissTrayNotice()}>
          {words.gotIt}
        </Button>
      </Group>
    </Alert>
  );
}
