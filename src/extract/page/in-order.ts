/**
 * Does a job for every item, at most `atOnce` at a time; `take` is given the answers in the items' order, each as soon as
 * those before it are there, and what it makes of them is the result.
 */
export async function inOrder<I, T, U>(
  items: AsyncIterable<[I, number]>,
  job: (item: I, number: number) => Promise<T>,
  atOnce: number,
  take: (answer: T) => U,
): Promise<U[]> {
  const taken: U[] = []
  let before: Promise<unknown> = Promise.resolve()
  const open = new Set<Promise<unknown>>()
  for await (const [item, number] of items) {
    const answer = job(item, number)
    before = Promise.all([answer, before]).then(([own]) => taken.push(take(own)))
    // A failure is told when all are waited for.
    before.catch(() => undefined)
    const done: Promise<unknown> = answer.catch(() => undefined).then(() => open.delete(done))
    open.add(done)
    if (open.size >= atOnce) await Promise.race(open)
  }
  await before
  return taken
}
