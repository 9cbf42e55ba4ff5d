/** Where the plans of documents are kept whose plan is not shown by itself: they were joined to another, or are twins. */
export const partsFolder = 'parts'

/** The name of such a plan, as the report gives it. */
export function ownPlanName(plan: string): string {
  return `${partsFolder}/${plan}`
}
