import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy, IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../api.ts';
import { reportRefusal, useTexts } from '../app-context.tsx';
import { LoadFailure } from '../load-failure.tsx';
import { useSnapshot } from '../use-snapshot.ts';

interface DiagnosticsDialogProps {
  /** Undefined for all workers. */
  readonly workerId?: string | undefined;
  readonly onClose: () => void;
}

/** The report for those who help: all of it can be read before it is copied or saved. */
export function DiagnosticsDialog({ workerId, onClose }: DiagnosticsDialogProps) {
  const { common, preferences } = useTexts();
  const words = preferences.diagnostics;
  const report = useSnapshot({
    key: `diagnostics ${workerId ?? ''}`,
    load: () => api.preferences.diagnose(workerId),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      size="xl"
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <Stack gap="md">
        <Text size="sm">{words.about}</Text>
        {report.failure !== undefined && <LoadFailure of={report} />}
        {report.value === undefined && report.failure === undefined && (
          <Group gap="sm" role="status" wrap="nowrap">
            <Loader size="sm" />
            <Text size="sm">{words.collecting}</Text>
          </Group>
        )}
        {report.value !== undefined && <Report text={report.value} />}
      </Stack>
    </Modal>
  );
}

function Report({ text }: { readonly text: string }) {
  const texts = useTexts();
  const words = texts.preferences.diagnostics;
  const clipboard = useClipboard({ timeout: 1_500 });
  const [isSaved, setIsSaved] = useState(false);
  const save = async (): Promise<void> => {
    const saved = await api.preferences.saveDiagnostics();
    if (saved.ok) setIsSaved(saved.value);
    else reportRefusal(texts, saved.problem);
  };
  const Copied = clipboard.copied ? IconCheck : IconCopy;
  const Saved = isSaved ? IconCheck : IconDeviceFloppy;
  return (
    <>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          leftSection={<Copied size={14} aria-hidden="true" />}
          onClick={() => clipboard.copy(text)}
        >
          {clipboard.copied ? texts.common.copied : words.copy}
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<Saved size={14} aria-hidden="true" />}
          onClick={() => void save()}
        >
          {isSaved ? words.saved : words.save}
        </Button>
      </Group>
      <section aria-label={words.report}>
        <pre className="pane" lang="en">
          {text}
        </pre>
      </section>
    </>
  );
}
