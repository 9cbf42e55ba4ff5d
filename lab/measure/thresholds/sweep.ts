import type { Draft } from '../../../pipelines/plan/draft.js'
import type { Job, Stage } from '../../../pipelines/plan/stages.js'
import type { Comparison } from '../../../schemas/evaluation/comparison.js'
import type { Plan } from '../../../schemas/plan.js'
import { comparePlan } from '../../../src/evaluate/index.js'
import { writtenPlan } from '../../../src/messages/index.js'
import type { Constant } from './constants.js'
import type { MovableProgram } from './movable.js'
import type { MeasuredSource } from './sources.js'

/** What a value of a constant does: figures that got worse and better, over so many plans that changed at all. */
export interface Effect {
  factor: number
  value: number
  changed: number
  worse: string[]
  better: string[]
}

const factors = [0.5, 0.8, 1.25, 2]

type Figures = Record<string, number>

/** A plan as it was read with all constants where they stand. */
interface Standing extends MeasuredSource {
  /** What each stage was given; the last is what the last stage made. */
  drafts: Draft[][]
  figures: Figures
}

export class Sweep {
  private constructor(
    private readonly program: MovableProgram,
    private readonly standing: Standing[],
  ) {}

  static async over(program: MovableProgram, sources: MeasuredSource[]): Promise<Sweep> {
    const standing: Standing[] = []
    for (const each of sources) {
      const drafts = [[program.blankDraft(each.source)]]
      for (const stage of program.stages) drafts.push(await runStage(stage, drafts.at(-1) ?? [], each))
      standing.push({ ...each, drafts, figures: figuresOf(drafts.at(-1) ?? [], each) })
    }
    return new Sweep(program, standing)
  }

  /** Null where the constant cannot be moved, or no stage from a source to its plan asks for it. */
  async move(constant: Constant): Promise<Effect[] | null> {
    const asking = askingStages(constant)
    if (asking === null || !this.program.move(constant, constant.value)) return null
    const effects: Effect[] = []
    for (const factor of factors) {
      const value = Number.isInteger(constant.value)
        ? Math.round(constant.value * factor)
        : constant.value * factor
      if (value === constant.value || effects.some((effect) => effect.value === value)) continue
      this.program.move(constant, value)
      effects.push({ factor, value, ...(await this.effect(asking)) })
    }
    this.program.move(constant, constant.value)
    return effects
  }

  private async effect(asking: Asking): Promise<Omit<Effect, 'factor' | 'value'>> {
    const effect = { changed: 0, worse: [] as string[], better: [] as string[] }
    for (const each of this.standing) {
      const figures = await this.figuresWith(asking, each).catch(() => ({ plan: -1 }))
      if (figures === null) continue
      effect.changed++
      for (const [name, stood] of Object.entries({ plan: 0, ...each.figures })) {
        const now = (figures as Figures)[name] ?? (name === 'plan' ? 0 : -1)
        if (now < stood) effect.worse.push(`${each.name} ${name} ${round(stood)} → ${round(now)}`)
        if (now > stood) effect.better.push(`${each.name} ${name} ${round(stood)} → ${round(now)}`)
      }
    }
    return effect
  }

  /** Null where nothing changed. A stage that does not ask for the constant is run only where one before it changed. */
  private async figuresWith(asking: Asking, each: Standing): Promise<Figures | null> {
    let changed: Draft[] | null = null
    for (const [at, stage] of this.program.stages.entries()) {
      if (changed === null && asking !== 'all' && !asking.includes(stage.name)) continue
      const made: Draft[] = await runStage(stage, changed ?? each.drafts[at] ?? [], each)
      const same = JSON.stringify(made) === JSON.stringify(each.drafts[at + 1])
      changed = same ? null : made
    }
    return changed === null ? null : figuresOf(changed, each)
  }
}

async function runStage(stage: Stage, drafts: Draft[], { source }: MeasuredSource): Promise<Draft[]> {
  const job: Job = { source, options: {} }
  const made: Draft[] = []
  for (const draft of drafts) made.push(...[await stage.run(draft, job)].flat())
  return made
}

type Asking = readonly string[] | 'all'

/** Rooms that several stages ask, or stages of another name. */
const askedBy: Record<string, Asking> = {
  'src/language': 'all',
  'src/normalize': ['tables', 'normalize', 'meaning'],
  'src/check': ['check', 'meaning'],
  'src/repair': ['repair', 'check', 'meaning'],
  'pipelines/plan': 'all',
}

/** The stages that ask for what stands in the constant's room; null where none does. */
function askingStages({ file }: Constant): Asking | null {
  const [ground = '', room = ''] = file.split('/')
  const name = `${ground}/${room}`
  const own = ['extract', 'columns', 'tables', 'criteria', 'meaning']
  return askedBy[name] ?? (ground === 'src' && own.includes(room) ? [room] : null)
}

/** Figures of which more is better. */
function figuresOf(drafts: Draft[], { expected }: MeasuredSource): Figures {
  const plan = drafts[0]?.plan
  if (plan === null || plan === undefined) return {}
  const comparison: Comparison = comparePlan(writtenPlan(plan) as Plan, expected)
  const { criteria, cells, anomalies } = comparison
  return {
    'criteria precision': criteria.precision,
    'criteria recall': criteria.recall,
    'cells exact': cells.exact.share,
    'cells similar': cells.similarity,
    'cells same items': cells.sameItems.share,
    agencies: comparison.agencies.f1,
    scores: comparison.scores.share,
    deadlines: comparison.deadlines.share,
    header: comparison.header.share,
    citations: comparison.citations.f1,
    outline: comparison.outline.f1,
    footnotes: comparison.footnotes.f1,
    appendices: comparison.appendices.share,
    columns: comparison.columns.share,
    unplaced: -comparison.unplacedCharacters,
    anomalies: anomalies.raised.share,
    'false alarms': -anomalies.alarms.length,
  }
}

const round = (value: number): string => String(Number(value.toFixed(4)))
