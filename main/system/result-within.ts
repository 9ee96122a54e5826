/** What `work` gives, or `otherwise` when it fails or takes longer; it goes on unheard then. */
export async function resultWithin<T>(
  work: Promise<T>,
  longestMs: number,
  otherwise: T,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), longestMs);
  });
  try {
    return await Promise.race([work, late]);
  } catch {
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
}
