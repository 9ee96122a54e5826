import { Anchor, Group, Text } from '@mantine/core';
import { useTexts } from '../components/app-context.tsx';
import type { FieldName } from '../components/settings/settings-form.ts';

interface FieldLinksProps {
  /** What is to be done in these fields. */
  readonly lead: string;
  /** None of them is far: each is a click away. */
  readonly names: readonly FieldName[];
  readonly onLead: (name: FieldName) => void;
}

/** Fields with something to fix, wherever on the page they are. */
export function FieldLinks({ lead, names, onLead }: FieldLinksProps) {
  const { fields } = useTexts().settings;
  if (names.length === 0) return null;
  return (
    <Group gap="xs" className="bad">
      <Text size="sm">{lead}</Text>
      {names.map((name) => (
        <Anchor
          key={name}
          component="button"
          type="button"
          size="sm"
          c="inherit"
          underline="always"
          onClick={() => onLead(name)}
        >
          {fields[name].label}
        </Anchor>
      ))}
    </Group>
  );
}
