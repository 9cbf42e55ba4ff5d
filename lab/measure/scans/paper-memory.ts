import { readFileSync } from 'node:fs'
import { importPlan, sourceOf } from '../../../pipelines/index.js'

/** Imports one file in this process alone and prints its pages and the most memory the process held, in MB. */
const file = process.argv[2] ?? ''
const plan = (await importPlan(sourceOf(file, readFileSync(file)))).value
console.log(`${plan.source.pages} ${Math.round(process.resourceUsage().maxRSS / 1024)}`)
