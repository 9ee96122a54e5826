import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import type { PageName } from '../../main/contract/pages.ts';
import { useTexts } from './app-context.tsx';
import './page.css';

interface PageProps {
  readonly name: PageName;
  /** In place of the page's name in the navigation. */
  readonly title?: string;
  /** The title gets the focus when the page becomes another one, and is read out as this then. */
  readonly spokenTitle?: { readonly text: string; readonly ref: Ref<HTMLHeadingElement> };
  /** A sentence below the title. */
  readonly about?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** Fills the window's height, for pages with a pane that scrolls by itself. */
  readonly isFilling?: boolean;
  readonly children: ReactNode;
}

/** The frame of a page: its header, and its content at a width that can be read. */
export function Page(props: PageProps) {
  const { name, title, spokenTitle, about, actions, isFilling = false, children } = props;
  const texts = useTexts();
  return (
    <Stack className={isFilling ? 'page page-filling' : 'page'} gap="lg">
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap="xxs" flex={1} miw={about ? 'min(240px, 100%)' : undefined}>
          <Title
            order={1}
            className="page-title"
            {...(spokenTitle && {
              ref: spokenTitle.ref,
              tabIndex: -1,
              'aria-label': spokenTitle.text,
            })}
          >
            {title ?? texts[name].title}
          </Title>
          {about && (
            <Text size="sm" className="quiet readable" component="div">
              {about}
            </Text>
          )}
        </Stack>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
