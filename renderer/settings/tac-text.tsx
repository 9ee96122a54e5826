import { Group, Stack } from '@mantine/core';
import { useTexts } from '../components/app-context.tsx';
import { CopyButton } from '../components/copy-button.tsx';

/** The file as it is, secrets left out. */
export function TacText({ text }: { readonly text: string }) {
  const { settings } = useTexts();
  return (
    <Stack gap="xxs">
      <Group justify="flex-end">
        <CopyButton text={text} what={settings.file} />
      </Group>
      <section
        className="pane"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={settings.file}
        data-testid="tac"
      >
        {text}
      </section>
    </Stack>
  );
}
