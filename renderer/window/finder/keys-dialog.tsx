import { Modal, Stack, Text } from '@mantine/core';
import { namesOf } from '../../../main/lib/names-of.ts';
import { useTexts } from '../../components/app-context.tsx';
import { KeyCap } from '../../components/keys/key-cap.tsx';
import { pageKey, WINDOW_KEYS } from '../../components/keys/window-keys.ts';
import { PAGES } from '../pages.ts';

/** Every shortcut, with what it does. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts();
  const words = texts.shell.keys;
  const rows = [
    ...namesOf(WINDOW_KEYS).map((name) => ({ keys: WINDOW_KEYS[name], does: words[name] })),
    ...PAGES.map(({ name }, place) => ({ keys: pageKey(place), does: texts[name].title })),
  ];
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={words.title}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <Stack gap="md">
        <dl className="facts keys">
          {rows.map(({ keys, does }) => (
            <div key={keys}>
              <dt>
                <KeyCap keys={keys} />
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <Text size="sm" className="quiet">
          {words.about}
        </Text>
      </Stack>
    </Modal>
  );
}
