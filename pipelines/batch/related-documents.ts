import { createHash } from 'node:crypto'
import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plan } from '../../schemas/plan.js'
import type { Doubt, JoinedPlan, RaisedDoubt, Twin, TwinCells } from '../../schemas/related.js'
import type { EntryTiming, ReportEntry } from '../../schemas/report.js'
import { doubtSayings, sentence } from '../../src/messages/index.js'
import { type Family, type Relative, relate, type TwinPair } from '../../src/relate/index.js'
import { version } from '../system/package-root.js'
import { makeFolder, ownPlanName, partsFolder, writing } from '../system/written-files.js'
import { entryOf } from './import-document.js'
import type { DocumentOutcome, Journal } from './journal.js'
import { readPlanFile, writePlanFile } from './write-plan.js'

/** What became of the documents of a batch once it was known which of them belong together. */
export interface RelatedDocuments {
  entries: ReportEntry[]
  joined: JoinedPlan[]
  twins: Twin[]
  doubts: Doubt[]
}

/** A document of the batch with what its reading left behind; null where it gave no plan. */
export type ReadDocument = Pick<DocumentOutcome, 'entry' | 'kin' | 'file'>

/**
 * Joins appendices to their plans and sets twins aside, in the folder where every document has left its own plan. What
 * is not the plan of its own document any more moves to `parts/`; a plan whose relatives are gone moves back. Holds
 * one plan and its parts at a time, and can be cut off anywhere: the next run finds each document's own plan in one of the two places.
 */
export async function relateDocuments(
  documents: readonly ReadDocument[],
  out: string,
  journal: Journal | null,
  separate: boolean,
): Promise<RelatedDocuments> {
  const relatives = documents.flatMap(({ entry, kin }, index): Relative[] =>
    kin === null || entry.plan === null ? [] : [{ index, file: entry.file, kin }],
  )
  const { families, twins, doubts: raised } = relate(separate ? [] : relatives)
  const doubts = raised.map(said)
  const folder = new PlanFolder(documents, out, journal)
  const moved = new Set(
    [
      ...families.flatMap(({ main, appendices }) => [main, ...appendices.map(({ relative }) => relative)]),
      ...twins.map(({ twin }) => twin),
    ].map(({ index }) => index),
  )
  await folder.sort(moved, new Set(families.map(({ main }) => main.index)))
  const result: RelatedDocuments = {
    entries: documents.map(({ entry }) => entry),
    joined: [],
    twins: [],
    doubts,
  }
  for (const family of families) await folder.join(family, result)
  for (const pair of twins) await folder.compare(pair, result)
  return result
}

/** A doubt with its English sentences, as the report keeps it. */
function said(doubt: RaisedDoubt): Doubt {
  const { reason, needed } = doubtSayings(doubt.details)
  const { kind, files, details } = doubt
  return { kind, files, reason: sentence(reason, 'en'), needed: sentence(needed, 'en'), details }
}

class PlanFolder {
  constructor(
    private readonly documents: readonly ReadDocument[],
    private readonly out: string,
    private readonly journal: Journal | null,
  ) {}

  /** Puts each document's own plan where it belongs; `mains` get a joined plan in the place of their own. */
  async sort(moved: ReadonlySet<number>, mains: ReadonlySet<number>): Promise<void> {
    await writing(this.out, async () => {
      if (moved.size > 0) await makeFolder(join(this.out, partsFolder))
      for (const [index, { entry }] of this.documents.entries()) {
        if (entry.plan === null || entry.duplicateOf !== null) continue
        const [shown, own] = [join(this.out, entry.plan), join(this.out, ownPlanName(entry.plan))]
        const isApart = await exists(own)
        if (!moved.has(index)) {
          if (isApart) await rename(own, shown)
        } else if (!isApart) await rename(shown, own)
        else if (!mains.has(index)) await rm(shown, { force: true })
      }
    })
  }

  /** By the main document: what the plan that was joined is known by. */
  private readonly joinedKeys = new Map<number, string>()

  async join({ main, appendices }: Family, result: RelatedDocuments): Promise<void> {
    const members = [main, ...appendices.map(({ relative }) => relative)]
    const name = this.planOf(main)
    const key = this.keyOf('joined', members)
    this.joinedKeys.set(main.index, key)
    const known = await this.journal?.done(key)
    const entry = known?.entry.plan === name ? known.entry : await this.writeJoined(members, name)
    result.entries[main.index] = entry
    let count = main.kin.appendices.length
    const parts = appendices.map(({ relative, bonds }) => {
      const ids = relative.kin.appendices.map(() => `pl${++count}`)
      const own = this.entryOf(relative)
      result.entries[relative.index] = {
        ...own,
        ...{
          outcome: 'joined',
          plan: name,
          belongsTo: main.file,
          ownPlan: ownPlanName(this.planOf(relative)),
        },
      }
      return { file: relative.file, appendices: ids, bonds }
    })
    result.joined.push({ file: main.file, plan: name, appendices: parts })
  }

  private async writeJoined(members: Relative[], name: string): Promise<ReportEntry> {
    const [main, ...parts] = await Promise.all(members.map((member) => this.readOwn(member)))
    // Loaded here, as most batches join nothing and read no document by themselves.
    const { joinPlan } = await import('./join-plan.js')
    const plan = joinPlan(main as Plan, parts)
    const file = await writePlanFile(plan, this.out)
    const entry = { ...entryOf(plan), plan: name, ownPlan: ownPlanName(name) }
    await this.keep('joined', members, entry, { file, twin: null })
    return entry
  }

  async compare(pair: TwinPair, result: RelatedDocuments): Promise<void> {
    const { kept, twin, bonds, likeness } = pair
    const members = [kept, twin]
    const plan = this.planOf(kept)
    const basis = this.joinedKeys.get(kept.index) ?? ''
    const known = await this.journal?.done(this.keyOf('twin', members, basis))
    const found = known?.twin ?? (await this.compareWith(plan, twin))
    const entry: ReportEntry = {
      ...this.entryOf(twin),
      ...{ outcome: 'twin', plan, belongsTo: kept.file, ownPlan: ownPlanName(this.planOf(twin)) },
    }
    if (known === null || known === undefined)
      await this.keep('twin', members, entry, { file: null, twin: found }, basis)
    result.entries[twin.index] = entry
    const shared = Math.round(likeness * 100) / 100
    result.twins.push({ file: twin.file, keptFile: kept.file, plan, bonds, likeness: shared, ...found })
  }

  private async compareWith(plan: string, twin: Relative): Promise<TwinCells> {
    const { compareTwins } = await import('./compare-twins.js')
    return compareTwins(await readPlanFile(join(this.out, plan)), await this.readOwn(twin))
  }

  private async keep(
    what: 'joined' | 'twin',
    members: Relative[],
    entry: ReportEntry,
    made: { file: DocumentOutcome['file']; twin: TwinCells | null },
    basis = '',
  ): Promise<void> {
    const key = this.keyOf(what, members, basis)
    const line = { key, entry, timing: noTime(entry.file), lasting: true, kin: null, further: [] }
    await this.journal?.add({ ...line, ...made })
  }

  /** The same plans give the same result; each is known by its bytes. */
  private keyOf(what: string, members: readonly Relative[], basis = ''): string {
    const plans = members.map(({ index }) => this.documents[index]?.file?.sha256 ?? null)
    return hashOf(JSON.stringify([what, version, plans, members.map(({ file }) => file), basis]))
  }

  private entryOf({ index }: Relative): ReportEntry {
    return this.documents[index]?.entry as ReportEntry
  }

  private planOf(relative: Relative): string {
    return this.entryOf(relative).plan ?? ''
  }

  private readOwn(relative: Relative): Promise<Plan> {
    return readPlanFile(join(this.out, ownPlanName(this.planOf(relative))))
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The time of something that was no reading of a document. */
export function noTime(file: string): EntryTiming {
  return { file, milliseconds: 0, stages: {}, attempts: 0, peakMemory: 0 }
}
