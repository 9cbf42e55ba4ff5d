import type { IssueCode } from '../../schemas/message.js'
import type { ImportEvent, ImportReport, ReportEntry } from '../../schemas/report.js'
import type { Saying } from '../../schemas/saying.js'
import {
  doubtSayings,
  issueName,
  type Language,
  saying,
  sentence,
  timeLeft,
} from '../../src/messages/index.js'

/** Where progress is shown: a terminal gets one line that changes, anything else plain lines. */
export interface ProgressOutput {
  isTTY: boolean
  columns: number
  write(text: string): void
}

/** A line of the display; '' keeps two things apart. */
type Line = Saying | ''

/** Shows the events of an import to whoever waits for it. */
export class ImportProgress {
  private total = 0
  private finished = 0
  private pages = 0
  private readonly open = new Map<number, string>()
  private readonly started = performance.now()

  constructor(
    private readonly output: ProgressOutput,
    private readonly out: string,
    private readonly language: Language = 'en',
  ) {}

  show(event: ImportEvent): void {
    const lines = this.linesOf(event)
    const text = lines.map((line) => (line === '' ? line : sentence(line, this.language))).join('\n')
    if (lines.length > 0) this.output.write(`${this.output.isTTY ? '\r\u001b[K' : ''}${text}\n`)
    this.status()
  }

  private linesOf(event: ImportEvent): Line[] {
    switch (event.type) {
      case 'found':
        this.total = event.documents
        return []
      case 'started':
        this.open.set(event.index, event.file)
        return []
      case 'retried':
        return [saying('import.retried', { reason: event.saying })]
      case 'finished':
        this.open.delete(event.index)
        this.finished++
        this.pages += event.entry.pages ?? 0
        return [
          saying('import.entry', { count: this.finished, total: this.total, file: event.entry.file }),
          ...entryLines(event, this.language),
        ]
      case 'joined':
      case 'twin':
      case 'doubted':
        return []
      case 'stopped':
        return [saying('import.stopped', { done: event.done, remaining: event.remaining })]
      case 'done':
        return summaryLines(event.report, this.out)
    }
  }

  private status(): void {
    if (!this.output.isTTY || this.open.size === 0) return
    const { finished, total, pages } = this
    const files = [...this.open.values()].join(', ')
    const status = saying('import.status', { finished, total, pages, left: this.timeLeft(), files })
    const text = sentence(status, this.language)
    this.output.write(`\r\u001b[K${text.slice(0, Math.max(20, this.output.columns - 1))}`)
  }

  private timeLeft(): Saying | string {
    if (this.finished === 0) return ''
    const each = (performance.now() - this.started) / this.finished
    return timeLeft(Math.max(1, Math.round((each * (this.total - this.finished)) / 1000)))
  }
}

/** What became of one document, in one or two lines. */
function entryLines(
  { entry, further, resumed }: { entry: ReportEntry; further: ReportEntry[]; resumed: boolean },
  language: Language,
): Saying[] {
  const { failure, duplicateOf, criteria, actions } = entry
  if (failure !== null) return [saying('import.failed', { reason: failure.saying })]
  if (duplicateOf !== null) return [saying('import.duplicate', { file: duplicateOf })]
  const issues = Object.entries(entry.issues)
    .toSorted((a, b) => b[1] - a[1])
    .map(([code, number]) => `${issueName(code as IssueCode, language)} ${number}`)
  const notes = notesOf(entry.needsReview, resumed)
  const confidence = entry.confidence?.toFixed(2) ?? ''
  return [
    saying('import.plan', { criteria, actions, confidence, notes, plan: entry.plan ?? '' }),
    ...(issues.length === 0 ? [] : [saying('import.look-at', { issues: issues.join(', ') })]),
    ...further.map((one) => saying('import.further', { criteria: one.criteria, plan: one.plan ?? '' })),
  ]
}

function notesOf(needsReview: boolean, resumed: boolean): Line {
  if (needsReview && resumed) return saying('import.both-notes')
  if (resumed) return saying('import.finished-before')
  return needsReview ? saying('import.needs-review') : ''
}

/** The whole run on one screen. */
function summaryLines(report: ImportReport, out: string): Line[] {
  const { totals, leftOut } = report
  const { inputs, imported, failed, skipped, criteria, needReview, pagesByRoute } = totals
  const left = leftOut.length === 0 ? [] : [saying('import.left-out', { count: leftOut.length })]
  if (inputs === 0)
    return [
      left.length === 0 ? saying('import.nothing') : saying('import.all-left-out', { count: leftOut.length }),
    ]
  const pages = Object.entries(pagesByRoute)
    .filter(([, count]) => count > 0)
    .map(([route, count]) => `${route} ${count}`)
  return [
    '',
    saying('import.summary', { imported, inputs, failed, skipped, criteria, needReview }),
    ...(pages.length === 0 ? [] : [saying('import.pages', { pages: pages.join(', ') })]),
    ...relatedLines(report),
    ...left,
    saying('import.where', { out }),
  ]
}

const shownRelations = 5

/** Which documents were taken together and which were not for doubt; the report has all of them. */
function relatedLines({ joined, twins, doubts }: ImportReport): Saying[] {
  const lines = [
    ...joined.map(({ file, appendices }) =>
      saying('import.joined', { file, appendices: appendices.map((part) => part.file).join(', ') }),
    ),
    ...twins.map(({ file, keptFile: kept, disagreements, cells }) =>
      saying('import.twin', { file, kept, disagreements, cells }),
    ),
    ...doubts.map(({ files, details }) =>
      saying('import.apart', { file: files[0] ?? '', reason: doubtSayings(details).reason }),
    ),
  ]
  const hidden = lines.length - shownRelations
  return [
    ...lines.slice(0, shownRelations),
    ...(hidden > 0 ? [saying('import.more', { count: hidden })] : []),
  ]
}
