import { render, screen, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event';
import type { AppView } from '../../../main/contract/app/app-view.ts';
import type { PageName } from '../../../main/contract/pages.ts';
import { textsIn } from '../../../main/texts/texts.ts';
import { Window } from '../../../renderer/window/window.tsx';
import { main } from './main.ts';
import { sampleView } from './samples.ts';

/** The words of the window under test. */
export const words = textsIn('en');

/** Opens the window with this view of the app, and resolves when its frame is there. */
export async function openWindow(view: AppView = sampleView()): Promise<UserEvent> {
  const user = userEvent.setup({
    delay: null,
    pointerEventsCheck: PointerEventsCheckLevel.Never,
  });
  main.answer({ app: { snapshot: () => view } });
  render(<Window />);
  await screen.findByRole('navigation');
  return user;
}

/** Opens the window at one of its pages, as a click in the navigation does. */
export async function openPage(page: PageName, view?: AppView): Promise<UserEvent> {
  const user = await openWindow(view);
  await user.click(pageLink(page));
  return user;
}

/** A page's button in the navigation. */
export function pageLink(page: PageName): HTMLElement {
  const navigation = within(screen.getByRole('navigation'));
  return navigation.getByRole('button', { name: words[page].title });
}

/** The button of the page that is open. */
export function currentPage(): HTMLElement {
  return within(screen.getByRole('navigation')).getByRole('button', { current: 'page' });
}

/** Puts a text into a field in place of what is there, in one go. */
export async function fill(user: UserEvent, field: HTMLElement, text: string): Promise<void> {
  await user.clear(field);
  await user.paste(text);
}
