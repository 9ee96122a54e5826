import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTexts } from '../components/app-context.tsx';
import { CopyButton } from '../components/copy-button.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | undefined;
}

/** Keeps a page that fails from taking the window with it. Give it a `key` per page. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState = { error: undefined };

  static getDerivedStateFromError(error: Error): ErrorBoundaryState {
    return { error };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    console.error(error, componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <BrokenPage error={error} onAgain={() => this.setState({ error: undefined })} />;
  }
}

interface BrokenPageProps {
  readonly error: Error;
  readonly onAgain: () => void;
}

function BrokenPage({ error, onAgain }: BrokenPageProps) {
  const { shell } = useTexts();
  const report = error.stack ?? String(error);
  return (
    <Alert color="red" title={shell.brokenPage} m="lg" role="alert">
      <Stack gap="sm" align="flex-start">
        <Text>{shell.brokenPageHelp}</Text>
        <Code block>{report}</Code>
        <Group gap="xs">
          <Button onClick={onAgain}>{shell.openAgain}</Button>
          <CopyButton text={report} what={shell.brokenReport} />
        </Group>
      </Stack>
    </Alert>
  );
}
