import { SegmentedControl, Text } from '@mantine/core';
import { useTexts } from '../components/app-context.tsx';
import { isByString, savedShown, viewOf } from '../components/settings/settings-form.ts';
import type { SettingsForm } from '../components/settings/use-settings.ts';

/** A master is named in one way; the other one's settings are emptied. */
export function WayToName({ form }: { readonly form: SettingsForm }) {
  const { settings } = useTexts();
  const { page } = form;
  if (page === undefined) return null;
  const isFixed = (['host', 'port', 'connectionString'] as const).some(
    (name) => viewOf(page, name).kind === 'computed',
  );
  if (isFixed) return null;
  const choose = (way: string): void => {
    const wasByString = savedShown(page, 'connectionString') !== '';
    if ((way === 'string') === wasByString) form.nameMaster({});
    else if (way === 'string') form.nameMaster({ connectionString: firstString(form) });
    else form.nameMaster({ connectionString: '', host: '', port: '9989' });
  };
  return (
    <div>
      <Text size="sm" fw={500} mb="xs">
        {settings.way}
      </Text>
      <SegmentedControl
        fullWidth
        maw={420}
        aria-label={settings.way}
        value={isByString(page, form.edits) ? 'string' : 'host'}
        onChange={choose}
        data={[
          { value: 'host', label: settings.byHost },
          { value: 'string', label: settings.byString },
        ]}
      />
    </div>
  );
}

/** What says the same as host and port do. */
function firstString({ page, edits }: SettingsForm): string {
  if (page === undefined) return '';
  const shown = (name: 'host' | 'port' | 'useTls') => edits[name] ?? savedShown(page, name);
  const kind = shown('useTls') === true ? 'tls' : 'tcp';
  return `${kind}:host=${String(shown('host')).replaceAll(':', '\\:')}:port=${shown('port')}`;
}
