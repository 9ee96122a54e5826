/**
 * What `work` gives, or `otherwise` when it fails or takes longer than `limitMs`. Work that is late goes
 * on, and its result is dropped.
 */
export async function resultWithin<T>(work: Promise<T>, limitMs: number, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } catch {
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
}
