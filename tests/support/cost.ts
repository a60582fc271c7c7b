export type Cost = { seconds: number; megabytes: number };

/**
 * What `work` costs this process, threads and all: processor time, which a busy machine does not stretch as it does the
 * clock's, and by how much the memory grew at its highest.
 */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [before, used] = [process.memoryUsage.rss(), process.cpuUsage()];
  let highest = before;
  const look = () => {
    highest = Math.max(highest, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 5);
  await work().finally(() => clearInterval(timer));
  look();
  const { user, system } = process.cpuUsage(used);
  return { seconds: (user + system) / 1e6, megabytes: (highest - before) / 1024 / 1024 };
}
