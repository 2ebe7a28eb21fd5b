/** CPU seconds of the fastest of five runs, after one to warm up: other work on the machine does not count. */
export function cpuSeconds(work: () => void): number {
  work();
  let best = Infinity;
  for (let round = 0; round < 5; round++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}
