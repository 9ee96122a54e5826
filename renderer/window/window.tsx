import { Alert, Button, Loader, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { languageFrom, textsIn } from '../../main/texts/texts.ts';
import { cssVariables, theme } from '../look/theme.ts';
import { guardPage } from './guard-page.ts';
import { Shell } from './shell.tsx';
import { useAppView } from './use-app-view.ts';

guardPage(document);

/** All that a window shows: nothing until main has answered, then frame and pages. */
export function Window() {
  return (
    <MantineProvider defaultColorScheme="auto" theme={theme} cssVariablesResolver={cssVariables}>
      <Notifications position="bottom-right" />
      <Content />
    </MantineProvider>
  );
}

function Content() {
  const { value: view, failure, reload } = useAppView();
  if (view !== undefined) return <Shell view={view} />;
  if (failure === undefined) return <Loader m="xl" />;
  // The user's choice of a language is in the view.
  const { common } = textsIn(languageFrom('system', navigator.language));
  return (
    <Alert color="red" role="alert" title={common.loadFailed} m="lg">
      <Button onClick={() => void reload()}>{common.retry}</Button>
    </Alert>
  );
}
