import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { api } from './api.ts';
import { tellRefusal, useTexts } from './app-context.tsx';

interface ExternalLinkProps {
  readonly href: string;
  readonly children: ReactNode;
}

/** A page of the web, opened in the user's browser once main has looked at its address. */
export function ExternalLink({ href, children }: ExternalLinkProps) {
  const texts = useTexts();
  const open = async (): Promise<void> => {
    const opened = await api.app.openLink(href);
    if (!opened.ok) tellRefusal(texts, opened.problem);
  };
  return (
    <Anchor
      href={href}
      title={href}
      onClick={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      {children}
    </Anchor>
  );
}
