import { Modal } from '@mantine/core';
import { api } from '../components/api.ts';
import { useTexts } from '../components/app-context.tsx';
import { Loading } from '../components/loading.tsx';
import { useSnapshot } from '../components/use-snapshot.ts';

/** Whose libraries are in Buildtray, and under which licences. */
export function LicencesDialog({ onClose }: { readonly onClose: () => void }) {
  const { common, preferences } = useTexts();
  const licences = useSnapshot({ key: 'licences', load: () => api.preferences.licences() });
  return (
    <Modal
      opened
      onClose={onClose}
      title={preferences.licences}
      size="xl"
      closeButtonProps={{ 'aria-label': common.close }}
    >
      {licences.value === undefined ? (
        <Loading of={licences} />
      ) : (
        <pre className="pane">{licences.value}</pre>
      )}
    </Modal>
  );
}
