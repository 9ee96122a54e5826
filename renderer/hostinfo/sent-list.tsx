import { Accordion, Badge, Group, Stack, Table, Text, Title } from '@mantine/core';
import type { SentFact } from '../../main/contract/hostinfo/hostinfo-contract.ts';
import { api } from '../components/api.ts';
import { useTexts } from '../components/app-context.tsx';
import { useSnapshot } from '../components/use-snapshot.ts';

interface SentListProps {
  readonly workerId: string;
  /** Another one means that it has to be loaded again. */
  readonly version: unknown;
}

/** Everything that leaves this machine when the worker connects, and what stays. */
export function SentList({ workerId, version }: SentListProps) {
  const { hostinfo, format } = useTexts();
  const { value: sent } = useSnapshot({
    key: workerId,
    version,
    load: () => api.hostinfo.sent(workerId),
  });
  return (
    <Stack component="section" gap="sm" aria-label={hostinfo.sent}>
      <div>
        <Title order={2}>{hostinfo.sent}</Title>
        <Text size="sm" className="quiet">
          {sent ? hostinfo.sentHelp : hostinfo.sentUnknown}
        </Text>
      </div>
      {sent && (
        <>
          <Names
            testId="withheld"
            title={hostinfo.withheld}
            help={sent.withheld.length === 0 ? hostinfo.nothingWithheld : hostinfo.withheldHelp}
            names={sent.withheld}
          />
          {sent.onlyForBuilds.length > 0 && (
            <Names
              testId="only-for-builds"
              title={hostinfo.onlyForBuilds}
              help={hostinfo.onlyForBuildsHelp}
              names={sent.onlyForBuilds}
            />
          )}
          <Accordion multiple variant="contained" order={3}>
            <Section label={hostinfo.facts} rows={sent.facts} />
            <Section
              label={hostinfo.environment(format.number(sent.environment.length))}
              rows={sent.environment}
            />
          </Accordion>
        </>
      )}
    </Stack>
  );
}

interface NamesProps {
  readonly testId: string;
  readonly title: string;
  readonly help: string;
  readonly names: readonly string[];
}

/** Variables of which nothing but the names is shown. */
function Names({ testId, title, help, names }: NamesProps) {
  return (
    <div data-testid={testId}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text size="sm" className="quiet" mb="xs">
        {help}
      </Text>
      <Group gap="xs">
        {names.map((name) => (
          <Badge key={name} variant="default" tt="none" ff="monospace" fw={400}>
            {name}
          </Badge>
        ))}
      </Group>
    </div>
  );
}

function Section({ label, rows }: { readonly label: string; readonly rows: readonly SentFact[] }) {
  const { hostinfo } = useTexts();
  return (
    <Accordion.Item value={label}>
      <Accordion.Control>{label}</Accordion.Control>
      <Accordion.Panel>
        <Table layout="fixed" verticalSpacing="xxs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="35%">{hostinfo.name}</Table.Th>
              <Table.Th>{hostinfo.value}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ name, value }) => (
              <Table.Tr key={name}>
                <Table.Td className="wrapped">{name}</Table.Td>
                <Table.Td className="wrapped">{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Accordion.Panel>
    </Accordion.Item>
  );
}
