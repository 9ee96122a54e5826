import { Checkbox, Group, Stack, Switch, TextInput } from '@mantine/core';
import { NOTICE_KINDS } from '../../main/contract/notice-kind.ts';
import type { Preferences } from '../../main/contract/preferences-contract.ts';
import { useApp } from '../components/app-context.tsx';
import { Section } from '../components/section.tsx';
import { minutesFrom, timeFrom } from './time-of-day.ts';

export interface SectionProps {
  readonly change: (changes: Partial<Preferences>) => Promise<void>;
}

/** What the user is notified of, and when not. */
export function NotificationsSection({ change }: SectionProps) {
  const { texts, view } = useApp();
  const words = texts.preferences;
  const { notifications, notices } = view.preferences;
  return (
    <Section title={words.notifications}>
      <Switch
        label={words.notificationsOn}
        description={words.notificationsHelp}
        checked={notifications}
        onChange={(event) => void change({ notifications: event.currentTarget.checked })}
      />
      {notifications && (
        <>
          <Checkbox.Group
            label={words.noticeKinds}
            value={[...notices]}
            onChange={(kinds) =>
              void change({ notices: NOTICE_KINDS.filter((kind) => kinds.includes(kind)) })
            }
          >
            <Stack gap="xs" mt="xs">
              {NOTICE_KINDS.map((kind) => (
                <Checkbox key={kind} value={kind} label={words.notices[kind]} />
              ))}
            </Stack>
          </Checkbox.Group>
          <QuietHours change={change} />
        </>
      )}
    </Section>
  );
}

function QuietHours({ change }: SectionProps) {
  const { texts, view } = useApp();
  const words = texts.preferences;
  const { quietHours } = view.preferences;
  const time = (name: 'from' | 'to', label: string) => (
    <TextInput
      type="time"
      w={130}
      label={label}
      // What is being typed stays in the field until it is a time.
      key={`${name} ${quietHours[name]}`}
      defaultValue={timeFrom(quietHours[name])}
      onBlur={(event) => {
        const minutes = minutesFrom(event.currentTarget.value);
        if (minutes === undefined) event.currentTarget.value = timeFrom(quietHours[name]);
        else if (minutes !== quietHours[name]) {
          void change({ quietHours: { ...quietHours, [name]: minutes } });
        }
      }}
    />
  );
  return (
    <>
      <Switch
        label={words.quietHours}
        description={words.quietHoursHelp}
        checked={quietHours.isOn}
        onChange={({ currentTarget }) =>
          void change({ quietHours: { ...quietHours, isOn: currentTarget.checked } })
        }
      />
      {quietHours.isOn && (
        <Group gap="md">
          {time('from', words.quietFrom)}
          {time('to', words.quietTo)}
        </Group>
      )}
    </>
  );
}
