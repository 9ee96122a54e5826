import { Button, Modal } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { CommandRecord } from '../../main/contract/builds/build-history.ts';
import type { CommandOfBuild } from '../../main/contract/builds/builds-contract.ts';
import { useTexts } from '../components/app-context.tsx';
import { OutputView } from './output-view.tsx';

interface CommandOutputProps {
  readonly place: CommandOfBuild;
  readonly command: CommandRecord;
  /** Whether it is open until the reader closes it. */
  readonly isOpenAtFirst: boolean;
}

/** What a command printed, behind a button. */
export function CommandOutput({ place, command, isOpenAtFirst }: CommandOutputProps) {
  const { builds, common } = useTexts();
  const words = builds.output;
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const [isLarge, setIsLarge] = useState(false);
  const id = useId();
  const Picture = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div className="command-output">
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<Picture size={14} />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {words.show}
      </Button>
      <div id={id}>
        {isOpen && (
          <OutputView place={place} command={command} onEnlarge={() => setIsLarge(true)} />
        )}
      </div>
      <Modal
        opened={isLarge}
        onClose={() => setIsLarge(false)}
        fullScreen
        title={words.of(command.summary)}
        classNames={{ body: 'output-large', title: 'output-title' }}
        // The drawer below has a header, too.
        attributes={{ header: { role: 'none' } }}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        <OutputView place={place} command={command} />
      </Modal>
    </div>
  );
}
