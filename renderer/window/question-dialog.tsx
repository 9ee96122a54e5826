import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import type { ShownQuestion } from '../../main/contract/app/question.ts';
import { api } from '../components/api.ts';
import { useApp } from '../components/app-context.tsx';
import { useFocusBack } from './use-focus-back.ts';

/** What main asks the user before a build is lost, over whatever page is shown. */
export function QuestionDialog() {
  const { view } = useApp();
  return view.question && <Question key={view.question.id} question={view.question} />;
}

function Question({ question }: { readonly question: ShownQuestion }) {
  const { texts } = useApp();
  const { id, message, detail, answers } = question;
  const last = answers.length - 1;
  useEffect(() => void api.app.questionSeen(id), [id]);
  useFocusBack();
  const answer = (at: number): void => void api.app.answer({ questionId: id, at });
  return (
    <Modal
      opened
      centered
      // Over a dialog of the page, whose answer may have led to it.
      zIndex={300}
      onClose={() => answer(last)}
      title={message}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <Stack gap="md">
        <Text size="sm">{detail}</Text>
        <Group justify="flex-end" gap="xs">
          {answers
            .map((label, at) => (
              <Button
                key={label}
                variant="default"
                data-autofocus={at === last || undefined}
                onClick={() => answer(at)}
              >
                {label}
              </Button>
            ))
            .reverse()}
        </Group>
      </Stack>
    </Modal>
  );
}
