import { Button, Checkbox, Stack } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../api.ts';
import { useTexts } from '../app-context.tsx';

interface FillInProps {
  /** Texts for the files that are known, without the newline at their end. */
  readonly onFilled: (texts: { readonly admin?: string; readonly host: string }) => void;
}

/** Writes down what this machine is, in place of what was typed. */
export function FillIn({ onFilled }: FillInProps) {
  const { hostinfo } = useTexts();
  const [isMunged, setIsMunged] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const fillIn = async (): Promise<void> => {
    setIsBusy(true);
    const { admin, host } = await api.hostinfo.fillIn({ isMunged });
    onFilled({ ...(admin !== undefined && { admin: admin.trimEnd() }), host: host.trimEnd() });
    setIsBusy(false);
  };
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        leftSection={<IconWand size={16} aria-hidden="true" />}
        loading={isBusy}
        onClick={() => void fillIn()}
      >
        {hostinfo.fillIn}
      </Button>
      <Checkbox
        size="sm"
        label={hostinfo.munge}
        checked={isMunged}
        onChange={(event) => setIsMunged(event.currentTarget.checked)}
      />
    </Stack>
  );
}
