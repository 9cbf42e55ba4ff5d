import type { Finding } from '../../schemas/message.js'
import type { Plan, Section } from '../../schemas/plan.js'
import { appendixWords } from '../language/captions.js'
import { fold } from '../language/letters.js'

interface Stated {
  domains: number | null
  criteria: number | null
  components: number | null
  text: string
}

const statement =
  /(\d{1,3}) linh vuc[^.]{0,40}?(\d{1,3}) tieu chi(?! thanh phan)(?:[^.]{0,40}?(\d{1,3}) tieu chi thanh phan)?/u

const numbered = new RegExp(
  `(\\d{1,3}) (?:nhiem vu|noi dung|chi tieu)\\b[^.]{0,60}\\b(?:${appendixWords})`,
  'u',
)
const withTasks = new Set(['tasks', 'assignment'])

/** 'Thực hiện 16 nhiệm vụ tại Phụ lục': as many as the only table of tasks has numbered rows with cells. */
export function checkStatedTasks({ outline, appendices }: Pick<Plan, 'outline' | 'appendices'>): Finding[] {
  const [table, ...others] = appendices.filter(({ kind }) => withTasks.has(kind))
  const match = paragraphsOf(outline).flatMap((text) => numbered.exec(fold(text)) ?? [])
  if (table === undefined || others.length > 0 || match.length !== 2) return []
  const rows = table.criteria.filter(({ actions, kind }) => actions.length > 0 && kind === 'item')
  if (rows.length === 0 || rows.length === Number(match[1])) return []
  return [
    {
      severity: 'info',
      code: 'count-mismatch',
      at: null,
      subject: { appendix: table.id, criterion: null, action: null, field: null },
      details: { what: 'tasks', stated: match[1] ?? '', appendix: table.id, rows: rows.length },
    },
  ]
}

function paragraphsOf(sections: Section[]): string[] {
  return sections.flatMap(({ paragraphs, children }) => [...paragraphs, ...paragraphsOf(children)])
}

/** Compares what the body says of the index ('08 lĩnh vực, 45 tiêu chí (gồm 72 …)') with the appendix that lists it. */
export function checkStatedCounts({ outline, appendices }: Pick<Plan, 'outline' | 'appendices'>): Finding[] {
  const stated = findStatement(outline)
  if (stated === null) return []
  const listed = appendices.find(
    (appendix) =>
      appendix.indices.includes('PAR_INDEX') && appendix.criteria.filter(isDomain).length === stated.domains,
  )
  if (listed === undefined) return []
  const criteria = listed.criteria.filter((criterion) => criterion.level === 2).length
  const components = listed.criteria.filter((criterion) => criterion.level === 3).length
  const differs =
    (stated.criteria !== null && stated.criteria !== criteria) ||
    (stated.components !== null && stated.components !== components)
  if (!differs) return []
  return [
    {
      severity: 'warning',
      code: 'count-mismatch',
      at: null,
      subject: { appendix: listed.id, criterion: null, action: null, field: null },
      details: {
        what: 'criteria',
        stated: { criteria: stated.criteria, components: stated.components },
        appendix: listed.id,
        listed: { criteria, components },
      },
    },
  ]
}

function isDomain(criterion: { kind: string }): boolean {
  return criterion.kind === 'domain'
}

function findStatement(sections: Section[]): Stated | null {
  for (const section of sections) {
    for (const paragraph of section.paragraphs) {
      const match = statement.exec(fold(paragraph))
      if (match !== null) {
        const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text))
        return {
          domains: number(match[1]),
          criteria: number(match[2]),
          components: number(match[3]),
          text: paragraph,
        }
      }
    }
    const below = findStatement(section.children)
    if (below !== null) return below
  }
  return null
}
