import {
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  NumberInput,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { LogRotation } from '../../main/contract/log/log-contract.ts';
import { api } from '../components/api.ts';
import { reportRefusal, useTexts } from '../components/app-context.tsx';
import {
  type RotationForm,
  rotationFormFrom,
  rotationLimitsFrom,
  rotationProblems,
} from './rotation-form.ts';

interface RotationDialogProps {
  readonly workerId: string;
  readonly rotation: LogRotation;
  /** Something was changed. */
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** When the log is rotated and what is kept; holds for the running worker at once. */
export function RotationDialog({ workerId, rotation, onChanged, onClose }: RotationDialogProps) {
  const texts = useTexts();
  const { log, common, settings } = texts;
  const words = log.rotation;
  const [form, setForm] = useState(() => rotationFormFrom(rotation));
  const [isBusy, setIsBusy] = useState(false);
  const change = (changes: Partial<RotationForm>): void => setForm({ ...form, ...changes });
  const problems = rotationProblems(form);
  const limits = rotationLimitsFrom(form);
  const { whyFixed } = rotation;

  const perform = async (
    work: ReturnType<typeof api.log.rotate>,
    done: string,
  ): Promise<boolean> => {
    setIsBusy(true);
    const outcome = await work;
    setIsBusy(false);
    if (outcome.ok)
      notifications.show({ message: done, color: 'green', ...closable(common.close) });
    else reportRefusal(texts, outcome.problem);
    onChanged();
    return outcome.ok;
  };
  const save = async (): Promise<void> => {
    if (limits === undefined) return;
    if (await perform(api.log.changeRotation({ workerId, ...limits }), words.saved)) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      centered
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <Stack gap="md">
        {whyFixed && <Alert color="yellow">{whyFixed}</Alert>}
        <Switch
          label={words.isOn}
          description={words.isOnHelp}
          checked={form.isOn}
          disabled={whyFixed !== undefined}
          onChange={({ currentTarget }) => change({ isOn: currentTarget.checked })}
        />
        {form.isOn && (
          <>
            <TextInput
              label={words.size}
              description={words.sizeHelp}
              spellCheck={false}
              value={form.size}
              disabled={whyFixed !== undefined}
              error={problems.size && settings.fault(problems.size)}
              onChange={({ currentTarget }) => change({ size: currentTarget.value })}
            />
            <Checkbox
              label={words.keepsAll}
              checked={form.keepsAll}
              disabled={whyFixed !== undefined}
              onChange={({ currentTarget }) => change({ keepsAll: currentTarget.checked })}
            />
            {!form.keepsAll && (
              <NumberInput
                label={words.count}
                description={words.countHelp}
                min={0}
                allowDecimal={false}
                allowNegative={false}
                value={form.count}
                disabled={whyFixed !== undefined}
                error={problems.count && words.wantsCount}
                onChange={(count) => change({ count })}
              />
            )}
          </>
        )}
        <Text size="sm" className="quiet" data-testid="log-on-disk">
          {words.onDisk(rotation.totalBytes, rotation.files)}
        </Text>
        <Group justify="space-between" gap="xs">
          <Button
            variant="default"
            loading={isBusy}
            onClick={() => void perform(api.log.rotate(workerId), words.rotated)}
          >
            {words.rotateNow}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button
              loading={isBusy}
              disabled={limits === undefined || whyFixed !== undefined}
              onClick={() => void save()}
            >
              {common.save}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}

function closable(label: string) {
  return { closeButtonProps: { 'aria-label': label } };
}
