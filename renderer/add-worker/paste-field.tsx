import { Alert, Button, Group, Input, Stack, Text, Textarea } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import type { DraftName, DraftSettings } from '../../main/contract/adding/worker-draft.ts';
import { useTexts } from '../components/app-context.tsx';
import { DRAFT_NAMES, missingFrom } from './draft-form.ts';
import { foundAnything, type PasteNote } from './first-start.ts';
import { labelOf } from './label-of.ts';
import type { FirstStart } from './use-first-start.ts';

interface PasteFieldProps {
  readonly start: Pick<FirstStart, 'readText' | 'pasteClipboard' | 'undoText' | 'joinText'> & {
    readonly note: PasteNote | undefined;
    readonly canUndo: boolean;
    readonly hasReplaced: boolean;
  };
  /** The form as it is now. */
  readonly settings: DraftSettings;
}

/** One field for whatever the administrator has sent. */
export function PasteField({ start, settings }: PasteFieldProps) {
  const { addWorker } = useTexts();
  const [text, setText] = useState('');
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { note } = start;
  const isSmall = note !== undefined && foundAnything(note);
  const take = async (typed: string, isPasted: boolean): Promise<void> => {
    setText(typed);
    const hasFound =
      typed.trim() !== '' && (await start.readText(typed, isPasted ? 'pasted' : 'typed'));
    // A mail with a password in it is not left standing there.
    if (hasFound && isPasted) setText('');
  };
  const backToField = (act: () => void) => () => {
    act();
    // The button is gone then.
    field.current?.focus();
  };
  return (
    <Stack gap="xs">
      <div>
        <Input.Label htmlFor={id}>{addWorker.paste}</Input.Label>
        {!isSmall && <Input.Description id={`${id}-help`}>{addWorker.pasteHelp}</Input.Description>}
      </div>
      <div className="paste">
        <Textarea
          ref={field}
          id={id}
          attributes={{ input: { 'aria-describedby': isSmall ? undefined : `${id}-help` } }}
          placeholder={isSmall ? addWorker.pasteOther : addWorker.pasteExample}
          minRows={isSmall ? 1 : 3}
          maxRows={6}
          autosize
          autoFocus
          spellCheck={false}
          value={text}
          onChange={(event) => {
            const { inputType } = event.nativeEvent as InputEvent;
            const typed = event.currentTarget.value;
            // Some input methods and tools insert a text without calling it pasted.
            const isPasted = inputType === 'insertFromPaste' || typed.length - text.length > 8;
            void take(typed, isPasted);
          }}
        />
        <Button
          variant={isSmall ? 'default' : 'filled'}
          leftSection={<IconClipboardText size={18} stroke={1.6} aria-hidden="true" />}
          onClick={() => void start.pasteClipboard()}
        >
          {addWorker.pasteClipboard}
        </Button>
      </div>
      <div role="status" data-testid="found">
        {note && (
          <Found note={note} settings={settings} hasReplaced={start.hasReplaced}>
            {start.canUndo && (
              <Button variant="default" size="compact-sm" onClick={backToField(start.undoText)}>
                {addWorker.undo}
              </Button>
            )}
            {start.joinText && (
              <Button variant="default" size="compact-sm" onClick={backToField(start.joinText)}>
                {addWorker.join}
              </Button>
            )}
          </Found>
        )}
      </div>
    </Stack>
  );
}

interface FoundProps {
  readonly note: PasteNote;
  readonly settings: DraftSettings;
  readonly hasReplaced: boolean;
  readonly children: React.ReactNode;
}

function Found({ note, settings, hasReplaced, children }: FoundProps) {
  const texts = useTexts();
  const { addWorker, hostinfo } = texts;
  const listed = (names: readonly DraftName[]): string =>
    names.map((name) => labelOf(name, texts)).join(', ');
  const optionsFor = (why: PasteNote['notTaken'][number]['why']): string =>
    note.notTaken
      .filter((one) => one.why === why)
      .map(({ option }) => option)
      .join(', ');
  const refusals = (['secret', 'unknown', 'obsolete', 'overruled'] as const).flatMap((why) => {
    const options = optionsFor(why);
    return options === '' ? [] : [addWorker.notTaken[why](options)];
  });
  const isUseful = foundAnything(note);
  const found = [
    listed(DRAFT_NAMES.filter((name) => note.settings[name] !== undefined)),
    note.hostinfo.admin && hostinfo.admin,
    note.hostinfo.accessUri && hostinfo.accessUri,
  ].filter(Boolean);
  const missing = missingFrom(settings);
  const rest = missing.length === 0 ? addWorker.complete : addWorker.missing(listed(missing));
  const sentences = [
    isUseful ? `${addWorker.found(found.join(', '))} ${rest}` : addWorker.foundNothing,
    ...(isUseful && note.source === 'link' ? [addWorker.fromLink] : []),
    ...(isUseful && hasReplaced ? [addWorker.replaced] : []),
    ...refusals,
  ];
  const color = isUseful ? (missing.length === 0 ? 'green' : 'blue') : 'orange';
  return (
    <Alert color={color} variant="light" p="sm">
      <Group gap="sm" justify="space-between">
        <Stack gap={2} flex={1} miw={sentences.length > 1 ? '100%' : 'min(240px, 100%)'}>
          {sentences.map((sentence) => (
            <Text key={sentence} size="sm">
              {sentence}
            </Text>
          ))}
        </Stack>
        {isUseful && <Group gap="xs">{children}</Group>}
      </Group>
    </Alert>
  );
}
