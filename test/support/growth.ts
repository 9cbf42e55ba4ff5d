const repeats = 3
const factor = 4

/**
 * How many times more processor time four times as much work takes: about 4 where it grows with its input, 16 where
 * with the square. A ratio, so that it holds on any machine; the least of several runs, so that neighbours do not count.
 */
export async function growthOf(work: (size: number) => unknown, size: number): Promise<number> {
  await work(size)
  const small = await leastTime(() => work(size))
  return (await leastTime(() => work(size * factor))) / small
}

async function leastTime(work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let repeat = 0; repeat < repeats; repeat++) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, user + system)
  }
  return least
}
