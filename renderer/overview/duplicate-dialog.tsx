import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { api } from '../components/api.ts';
import { useApp } from '../components/app-context.tsx';
import { SecretInput } from '../components/fields/secret-input.tsx';

interface DuplicateDialogProps {
  readonly worker: WorkerView;
  readonly onClose: () => void;
}

/** Asks for what a worker like another one needs of its own. */
export function DuplicateDialog({ worker, onClose }: DuplicateDialogProps) {
  const { texts } = useApp();
  const words = texts.workers;
  const [workerName, setWorkerName] = useState(`${worker.workerName}-2`);
  const [basedir, setBasedir] = useState(`${worker.basedir}-2`);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsBusy(true);
    const made = await api.overview.duplicate({
      workerId: worker.id,
      workerName,
      basedir,
      password: password === '' ? undefined : password,
    });
    setIsBusy(false);
    if (made.ok) onClose();
    else setProblem(made.problem);
  };
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={words.duplicateTitle(worker.workerName)}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <Text size="sm">{words.duplicateHelp}</Text>
          {problem && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <TextInput
            label={words.workerName}
            data-autofocus
            spellCheck={false}
            value={workerName}
            onChange={(event) => setWorkerName(event.currentTarget.value)}
          />
          <SecretInput
            label={words.password}
            description={words.samePassword}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <TextInput
            label={words.directory}
            spellCheck={false}
            value={basedir}
            onChange={(event) => setBasedir(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.common.cancel}
            </Button>
            <Button type="submit" loading={isBusy}>
              {words.duplicateNow}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
