const BEATS_PER_SECOND = 50;

/** A program for Node that prints coloured lines at an even pace. */
export function floodProgram(linesPerSecond: number, seconds: number): string {
  return `
    let number = 0, beats = 0;
    const timer = setInterval(() => {
      const lines = [];
      for (let at = 0; at < ${linesPerSecond / BEATS_PER_SECOND}; at += 1) {
        number += 1;
        const colour = number % 7 + 1;
        lines.push('\\u001b[3' + colour + 'mwarning: line ' + number + '\\u001b[0m of what a compiler says');
      }
      process.stdout.write(lines.join('\\n') + '\\n');
      beats += 1;
      if (beats === ${seconds * BEATS_PER_SECOND}) clearInterval(timer);
    }, ${1000 / BEATS_PER_SECOND});
  `;
}
