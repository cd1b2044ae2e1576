/**
 * # Progress
 *
 * One line on standard error that is rewritten, and only on a terminal: a pipe, --quiet and --json see nothing of it.
 */
export interface Progress { readonly at: (done: number, total: number, what: string) => void; readonly end: () => void }

const silent: Progress = { at: () => undefined, end: () => undefined };

const INTERVAL = 80;

export const progressOn = (stream: NodeJS.WriteStream, wanted: boolean): Progress => {
  if (!wanted || !stream.isTTY) return silent;
  const began = performance.now();
  let shown = 0;
  return {
    at: (done, total, what) => {
      const now = performance.now();
      if (now - shown < INTERVAL && done < total) return;
      shown = now;
      const text = `${done}/${total}  ${((now - began) / 1000).toFixed(1)} s  ${what}`;
      stream.write(`\r\x1b[K${text.slice(0, Math.max(20, stream.columns - 1))}`);
    },
    end: () => { stream.write("\r\x1b[K"); },
  };
};
