import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from './app-context.tsx';

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** The words on the button that goes on. */
  readonly confirm: string;
  /** Something is lost by it. */
  readonly isDangerous?: boolean;
  readonly isBusy?: boolean;
  readonly onConfirm: () => void;
  /** Also by Esc and by a click beside it. */
  readonly onCancel: () => void;
}

/** A question in the window; the keyboard stays inside and begins at what changes nothing. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, children, confirm, isDangerous = false, isBusy = false } = props;
  const texts = useTexts();
  return (
    <Modal
      opened={isOpen}
      onClose={props.onCancel}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <Stack gap="md">
        {children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onCancel} data-autofocus>
            {texts.common.cancel}
          </Button>
          <Button {...(isDangerous && { color: 'red' })} loading={isBusy} onClick={props.onConfirm}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
