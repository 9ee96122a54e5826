import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { LinkChoice } from '../../main/contract/hostinfo/hostinfo-contract.ts';
import { useTexts } from '../components/app-context.tsx';
import type { LinkQuestion } from './use-hostinfo.ts';

interface LinkDialogProps {
  readonly question: LinkQuestion | undefined;
  readonly onChosen: (name: string, choice: LinkChoice) => void;
  readonly onCancel: () => void;
}

/** Asks what shall become of a link whose text was changed; Esc changes nothing. */
export function LinkDialog({ question, onChosen, onCancel }: LinkDialogProps) {
  const { hostinfo, common } = useTexts();
  const { name = '', target = '' } = question ?? {};
  return (
    <Modal
      opened={question !== undefined}
      onClose={onCancel}
      title={hostinfo.linkTitle(name)}
      centered
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <Stack gap="md">
        <Text>{hostinfo.linkHelp(target)}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel} data-autofocus>
            {common.cancel}
          </Button>
          <Button variant="default" onClick={() => onChosen(name, 'change-shared-file')}>
            {hostinfo.changeShared}
          </Button>
          <Button onClick={() => onChosen(name, 'replace-link')}>{hostinfo.replaceLink}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
