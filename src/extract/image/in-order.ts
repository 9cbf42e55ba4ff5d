/** Does a job for every item, at most `atOnce` at a time; the answers come in the items' order. */
export async function inOrder<I, T>(
  items: AsyncIterable<[I, number]>,
  job: (item: I, number: number) => Promise<T>,
  atOnce: number,
): Promise<T[]> {
  const answers: Promise<T>[] = []
  const open = new Set<Promise<unknown>>()
  for await (const [item, number] of items) {
    const answer = job(item, number)
    answers.push(answer)
    const done: Promise<unknown> = answer.catch(() => undefined).then(() => open.delete(done))
    open.add(done)
    if (open.size >= atOnce) await Promise.race(open)
  }
  return Promise.all(answers)
}
