import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { packModel } from '../../src/language/model/model-file.js'
import { corpusFiles, isHeldOutFile, linesOf } from './corpus.js'
import { countBigrams, countTrigrams } from './count.js'
import { estimate } from './estimate.js'
import { TokenStream } from './token-stream.js'

/**
 * Trains the language model of the repair stage. The same corpus gives the same bytes.
 *
 *   npm run train:lm -- --corpus <folder> [--add <text file>]… [--without <part of a name>]… [--out <file>]
 *
 * `--add` takes further documents into the text (with weight); `--without` leaves files of the corpus out.
 */

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    add: { type: 'string', multiple: true, default: [] },
    without: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: 'models/syllables.lm' },
  },
})
if (values.corpus === undefined) throw new Error('--corpus <folder> is missing')

/** Whole administrative documents are what the product reads, and there are few of them. */
const weights: readonly [name: RegExp, weight: number][] = [[/tvpl_docs/, 4]]
const addedWeight = 6
const pruning = { bigram: 0.5, trigram: 1, share: 0.1 }

const stream = new TokenStream()
for (const path of await corpusFiles(values.corpus)) {
  if (isHeldOutFile(path) || values.without.some((part) => path.includes(part))) continue
  const weight = weights.find(([name]) => name.test(path))?.[1] ?? 1
  let lines = 0
  for await (const line of linesOf(path, 'train')) {
    stream.addLine(line, weight)
    lines++
  }
  console.error(`${basename(path)}: ${lines} lines, weight ${weight}`)
}
for (const path of values.add) {
  const text = (await readFile(path, 'utf8')).normalize('NFC').replace(/<[^<>]*>/gu, ' ')
  for (const line of text.split(/[\n\t|]/u)) stream.addLine(line, addedWeight)
  console.error(`${basename(path)}: added, weight ${addedWeight}`)
}

const { vocabulary, text } = stream.finish()
const bigrams = countBigrams(text, vocabulary.length)
const trigrams = countTrigrams(text, vocabulary.length)
const bytes = packModel(estimate(vocabulary, stream.markedCodeParts(), bigrams, trigrams, pruning))
await mkdir(dirname(values.out), { recursive: true })
await writeFile(values.out, bytes)
console.error(
  `${values.out}: ${text.length} tokens, ${vocabulary.length} words, ${bigrams.keys.length} bigrams and ` +
    `${trigrams.keys.length} trigrams before pruning, ${bytes.length} bytes`,
)
