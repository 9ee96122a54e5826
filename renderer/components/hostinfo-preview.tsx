import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { useTexts } from './app-context.tsx';

interface HostinfoPreviewProps {
  readonly workerName: string;
  /** Texts by file name; one that is missing shows as nothing. */
  readonly texts: Readonly<Record<string, string>>;
  /** The files, in their order. */
  readonly names: readonly string[];
}

/** The worker as a master's web page shows it. */
export function HostinfoPreview({ workerName, texts, names }: HostinfoPreviewProps) {
  const { hostinfo } = useTexts();
  return (
    <Stack component="section" gap="sm" aria-label={hostinfo.preview}>
      <Title order={2}>{hostinfo.preview}</Title>
      <Paper withBorder p="md" data-testid="preview">
        <Text fw={600} mb="sm">
          {workerName}
        </Text>
        <dl className="facts">
          {names.map((name) => (
            <div key={name}>
              <Text component="dt" size="sm" className="quiet">
                {name}
              </Text>
              <Text component="dd" size="sm" className="wrapped">
                <Value name={name} text={texts[name] ?? ''} nothing={hostinfo.previewEmpty} />
              </Text>
            </div>
          ))}
        </dl>
      </Paper>
    </Stack>
  );
}

interface ValueProps {
  readonly name: string;
  readonly text: string;
  readonly nothing: string;
}

/** The way to the machine is a link there; here it only looks like one. */
function Value({ name, text, nothing }: ValueProps) {
  if (text.trim() === '') return <span className="quiet">{nothing}</span>;
  return name === 'access_uri' ? <Anchor component="span">{text}</Anchor> : text;
}
