import type { Saying } from '../../schemas/saying.js'
import { saying } from './catalogue.js'

/** How long it will take, as the end of a line; nothing where nobody knows or it is over. */
export function timeLeft(seconds: number | null): Saying | string {
  if (seconds === null || seconds === 0) return ''
  const time =
    seconds < 90
      ? saying('time.seconds', { count: seconds })
      : saying('time.minutes', { count: Math.round(seconds / 60) })
  return saying('time.left', { time })
}
