import { Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { memo } from 'react';
import { BUILD_OUTCOMES, type BuildOutcome } from '../../main/contract/builds/build-history.ts';
import type { BuildFilter } from '../../main/contract/builds/builds-contract.ts';
import { showable } from '../../main/lib/showable.ts';
import { useTexts } from '../components/app-context.tsx';

interface FilterBarProps {
  readonly filter: BuildFilter;
  readonly builderNames: readonly string[];
  readonly onChange: (filter: BuildFilter) => void;
}

/** Which builds are shown. */
export const FilterBar = memo(function FilterBar(props: FilterBarProps) {
  const { filter, builderNames, onChange } = props;
  const { builds: words } = useTexts();
  return (
    <Group gap="sm">
      <TextInput
        flex="3 1 220px"
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        spellCheck={false}
        value={filter.text}
        leftSection={<IconSearch size={16} />}
        onChange={({ currentTarget }) => onChange({ ...filter, text: currentTarget.value })}
      />
      <Select
        flex="1 1 160px"
        aria-label={words.builder}
        placeholder={words.allBuilders}
        clearable
        searchable
        value={filter.builderName ?? null}
        data={builderNames.map((name) => ({ value: name, label: showable(name) }))}
        onChange={(name) => onChange({ ...filter, builderName: name ?? undefined })}
      />
      <Select
        flex="1 1 160px"
        aria-label={words.outcome}
        placeholder={words.allOutcomes}
        clearable
        value={filter.outcome ?? null}
        data={BUILD_OUTCOMES.map((value) => ({ value, label: words.outcomes[value] }))}
        onChange={(outcome) =>
          onChange({ ...filter, outcome: (outcome ?? undefined) as BuildOutcome | undefined })
        }
      />
    </Group>
  );
});
