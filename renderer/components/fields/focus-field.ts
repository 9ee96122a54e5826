/** Gives the focus to a field of a form, by its setting's name; it may have to be drawn first. */
export function focusField(form: () => HTMLElement | null, name: string): void {
  requestAnimationFrame(() =>
    form()?.querySelector<HTMLElement>(`[data-field="${name}"]`)?.focus(),
  );
}
