import type { IssueCode } from '../../schemas/message.js'
import type { ImportEvent, ImportReport, ReportEntry } from '../../schemas/report.js'
import { inVietnamese, issueName, type Language } from '../../src/messages/index.js'

/** Where progress is shown: a terminal gets one line that changes, anything else plain lines. */
export interface ProgressOutput {
  isTTY: boolean
  columns: number
  write(text: string): void
}

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
    const text = this.textOf(event)
    if (text !== null) this.output.write(`${this.output.isTTY ? '\r\u001b[K' : ''}${this.told(text)}\n`)
    this.status()
  }

  private textOf(event: ImportEvent): string | null {
    switch (event.type) {
      case 'found':
        this.total = event.documents
        return null
      case 'started':
        this.open.set(event.index, event.file)
        return null
      case 'retried':
        return `${event.reason} It is tried once more.`
      case 'finished':
        this.open.delete(event.index)
        this.finished++
        this.pages += event.entry.pages ?? 0
        return entryText(event, `[${this.finished}/${this.total}]`, this.language)
      case 'joined':
      case 'twin':
      case 'doubted':
        return null
      case 'stopped':
        return `Stopped: ${event.done} documents are finished, ${event.remaining} are not. Run the same command with --resume to go on.`
      case 'done':
        return summaryText(event.report, this.out)
    }
  }

  private status(): void {
    if (!this.output.isTTY || this.open.size === 0) return
    const at = [...this.open.values()].join(', ')
    const text = this.told(
      `${this.finished}/${this.total} documents, ${this.pages} pages${this.timeLeft()}; at ${at}`,
    )
    this.output.write(`\r\u001b[K${text.slice(0, Math.max(20, this.output.columns - 1))}`)
  }

  private told(text: string): string {
    return this.language === 'vi' ? inVietnamese(text) : text
  }

  private timeLeft(): string {
    if (this.finished === 0) return ''
    const each = (performance.now() - this.started) / this.finished
    const seconds = Math.round((each * (this.total - this.finished)) / 1000)
    return `, about ${seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`} left`
  }
}

/** What became of one document, in two or three lines. */
function entryText(
  { entry, further, resumed }: { entry: ReportEntry; further: ReportEntry[]; resumed: boolean },
  count: string,
  language: Language,
): string {
  const head = `${count} ${entry.file}`
  if (entry.outcome === 'failed') return `${head}\n      ✗ ${entry.failure?.message ?? 'failed'}`
  if (entry.duplicateOf !== null) return `${head}\n      skipped: the same bytes as ${entry.duplicateOf}`
  const doubts = Object.entries(entry.issues)
    .toSorted((a, b) => b[1] - a[1])
    .map(([code, number]) => `${issueName(code as IssueCode, language)} ${number}`)
  return (
    `${head}\n      ${entry.criteria} criteria, ${entry.actions} actions, confidence ${entry.confidence?.toFixed(2)}` +
    `${entry.needsReview ? ', needs review' : ''}${resumed ? ', finished before' : ''} → ${entry.plan}` +
    (doubts.length === 0 ? '' : `\n      look at: ${doubts.join(', ')}`) +
    further.map(({ criteria, plan }) => `\n      another plan in it: ${criteria} criteria → ${plan}`).join('')
  )
}

/** The whole run on one screen. */
function summaryText(report: ImportReport, out: string): string {
  const { totals, leftOut } = report
  const { inputs, imported, failed, skipped, criteria, needReview, pagesByRoute } = totals
  const left =
    leftOut.length === 0 ? '' : `${leftOut.length} files were left out (import-report.json says why).\n`
  if (inputs === 0) return `No documents here. ${left}`.trimEnd()
  const pages = Object.entries(pagesByRoute)
    .filter(([, count]) => count > 0)
    .map(([route, count]) => `${route} ${count}`)
  return (
    `\n${imported} of ${inputs} documents imported, ${failed} failed, ${skipped} skipped; ${criteria} criteria; ` +
    `${needReview} need review.\n` +
    (pages.length === 0 ? '' : `Pages: ${pages.join(', ')}.\n`) +
    relatedText(report) +
    `${left}Plans and import-report.json are in ${out}`
  )
}

const shownRelations = 5

/** Which documents were taken together and which were not for doubt; the report has all of them. */
function relatedText({ joined, twins, doubts }: ImportReport): string {
  const lines = [
    ...joined.map(
      ({ file, appendices }) => `Joined: ${file} with ${appendices.map((part) => part.file).join(', ')}`,
    ),
    ...twins.map(
      ({ file, keptFile, disagreements, cells }) =>
        `Twin: ${file} is ${keptFile} again; they disagree on ${disagreements} of ${cells} cells`,
    ),
    ...doubts.map(({ files, reason }) => `Left apart: ${files[0]}. ${reason}`),
  ]
  const hidden = lines.length - shownRelations
  const more = hidden > 0 ? `… and ${hidden} more in import-report.json\n` : ''
  return lines.length === 0 ? '' : `${lines.slice(0, shownRelations).join('\n')}\n${more}`
}
