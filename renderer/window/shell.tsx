import { AppShell, useMantineColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect } from 'react';
import type { AppView } from '../../main/contract/app/app-view.ts';
import type { PageName } from '../../main/contract/pages.ts';
import { AppProvider } from '../components/app-context.tsx';
import { DevelopmentRuntime } from './development-runtime.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Overlays } from './finder/overlays.tsx';
import { Navigation } from './navigation.tsx';
import { QuestionDialog } from './question-dialog.tsx';
import { TrayNotice } from './tray-notice.tsx';
import { usePlace } from './use-place.ts';
import { useTrayTip } from './use-tray-tip.tsx';
import { useWindowKeys } from './use-window-keys.ts';

/** In em, so that larger text counts as a narrower window. */
const WIDE = '(min-width: 56.25em)';
const WIDTH = { wide: 216, narrow: 58 } as const;

/** The frame of the window: navigation at the left, a page beside it. */
export function Shell({ view }: { readonly view: AppView }) {
  const { entry, ...place } = usePlace(view);
  const { worker } = place;
  const isWide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false }) ?? true;
  useAppearance(view);
  useFocusInPage(entry.name);
  useTrayTip(view);
  const { overlay, show } = useWindowKeys(place.go);
  const showFinder = useCallback(() => show('finder'), [show]);
  const { component: Content, name, isOfWorker } = entry;
  return (
    <AppProvider view={view} {...place}>
      <AppShell
        navbar={{ width: isWide ? WIDTH.wide : WIDTH.narrow, breakpoint: 0 }}
        transitionDuration={0}
        withBorder={false}
      >
        <AppShell.Navbar component="div" className="side">
          <Navigation current={name} isNarrow={!isWide} onFind={showFinder} />
        </AppShell.Navbar>
        <AppShell.Main className="main" tabIndex={-1}>
          <DevelopmentRuntime />
          <TrayNotice />
          <ErrorBoundary key={name}>
            {/* Another worker begins with a page of its own. */}
            <Content key={isOfWorker ? worker?.id : name} />
          </ErrorBoundary>
        </AppShell.Main>
      </AppShell>
      {overlay && <Overlays overlay={overlay} show={show} />}
      <QuestionDialog />
    </AppProvider>
  );
}

/** Whoever goes to another page by a key goes on from there, where what had the focus is gone. */
function useFocusInPage(page: PageName): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each page
  useEffect(() => {
    if (document.activeElement === document.body) {
      document.querySelector<HTMLElement>('.main')?.focus();
    }
  }, [page]);
}

/** Theme and language, as the preferences say. */
function useAppearance({ preferences, language }: AppView): void {
  const { setColorScheme } = useMantineColorScheme();
  const { theme } = preferences;
  useEffect(() => setColorScheme(theme === 'system' ? 'auto' : theme), [theme, setColorScheme]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
}
