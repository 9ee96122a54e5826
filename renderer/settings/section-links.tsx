import { UnstyledButton } from '@mantine/core';
import { useTexts } from '../components/app-context.tsx';
import type { Edits, FieldGroup } from '../components/settings/settings-form.ts';
import { UnsavedMark } from '../components/settings/unsaved-mark.tsx';

interface SectionLinksProps {
  readonly groups: readonly FieldGroup[];
  readonly edits: Edits;
}

/** The sections of the page, each a click, with a mark where changes are not saved. */
export function SectionLinks({ groups, edits }: SectionLinksProps) {
  const { settings } = useTexts();
  return (
    <ul className="section-links" aria-label={settings.sections}>
      {groups.map(({ name, fields }) => (
        <li key={name}>
          <UnstyledButton type="button" onClick={() => showSection(sectionId(name))}>
            {settings.groups[name]}
            <UnsavedMark count={fields.filter((field) => edits[field] !== undefined).length} />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

/** The id of a section's heading. */
export function sectionId(name: FieldGroup['name']): string {
  return `settings-${name}`;
}

/** Its heading is read out, and Tab goes on from there. */
function showSection(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
