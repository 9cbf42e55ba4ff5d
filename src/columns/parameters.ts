/**
 * All costs and thresholds of the room, but for the widths of letters (cut/letter-widths.ts). They were set by hand on
 * one plan, the scan of Cần Thơ (fixtures/can-tho-121-2023); `npm run bench:columns` measures them together, on made
 * appendices of other plans too. Six costs of cutting were moved by a third or more, in one direction: each made that
 * plan's cells less similar, by 0.006 to 0.10. The others were not swept; `cells.mostSure` and `cells.steepness` were
 * fitted.
 */

/** Lines and their words after the first reading. */
export const reading = {
  /** Words that are this certain are evidence for others. */
  certain: 0.9,
  blanksAtPageEnd: 3,
  wordsOfAgency: 3,
} as const

/** Where tables are looked for. */
export const tables = {
  /** A longer line that begins so is a sentence. */
  longestCaption: 19,
  fewestRows: 3,
} as const

/** Headers and the order of columns. */
export const header = {
  alikeEnough: 0.4,
  linesOfHeader: 6,
  longestHeaderLine: 130,
  fewestRoles: 2,
  /** So many votes the usual order of two columns has. */
  usualOrder: 1.5,
  fewestLinesWithTime: 3,
  mostDissent: 0.3,
} as const

/** Lines that begin rows. Evidence for labels is counted in points. */
export const rows = {
  mostChains: 60,
  countsOn: 4,
  jumps: 1,
  countsBack: -6,
  missedRule: -3,
  costOfMisreadDigit: 3,
  fewestParts: 3,
  usualStyle: 0.8,
  fewestForStyle: 5,
  mostCapitals: 0.7,
  /** So many labels in a row may be lost. */
  mostMissing: 3,
} as const

/** The beam search, in nats. */
export const beam = {
  costOfCut: 0.7,
  costOfLostRule: 1.5,
  /** Pieces that are this much wider than their column, in ems, are not looked at, if there are others. */
  hopeless: 12,
  costOfCutApart: 3,
  costOfWide: 4,
  costOfSharing: 3,
  costOfFurtherRow: 6,
  /** A row that nothing marks begins with so many cells at least. */
  fewestBegun: 3,
  beamWidth: 8,
  /** So many ways to cut are followed for every column and number of tokens. */
  cutsKept: 3,
} as const

/** What it costs that a text goes on or begins in a column, in nats as the words of the language model are. */
export const costs = {
  costOfBarInside: 5,
  costOfTornWord: 6,
  costOfWord: 25,
  costOfSmallStart: 3,
  costOfLate: 3,
  /** Cells that stand one after another come in the order of their columns. */
  costOfOutOfOrder: 3,
  costOfParagraphApart: 1.5,
  costOfSecondCell: 4,
  costOfOpeningRow: 0.5,
  costOfParagraph: 2,
  costOfParagraphElsewhere: 4.5,
  costOfUnended: 1.5,
  costOfResuming: 2.5,
  mostForResuming: 9,
  costOfResumingApart: 1,
  costOfGoingOnApart: 1.5,
  costOfCapitalApart: 4,
  costOfOpenEnd: 4,
  costOfMerging: 4,
  costOfMergingEnded: 4,
  gainOfLabel: -10,
  gainOfScore: -4,
  costOfOwnAmongShared: 4,
  costOfMergingShared: 0.5,
  costOfNoAgency: 7,
  costOfAgencyAsName: 5,
  /** Agencies beside each other without a comma, where the language does not know them together. */
  costOfUnparted: 4,
  surprising: 3.5,
  costOfNoTime: 6.5,
  gainOfClosing: 2,
  costOfLoneClosing: 5,
  costOfOpenBracket: 3,
} as const

/** What is learned of the columns of a table; costs in nats, widths in ems. */
export const statistics = {
  /** Of what a column says, so much is said by its own habit of words beside each other, by its words, by the language. */
  shareOfPairs: 0.3,
  shareOfWords: 0.12,
  /** Of what is said over the end of a line, so much is said by words beside each other on other lines. */
  shareOfNeighbours: 0.3,
  doubtOfPairs: 0.8,
  doubtOfWords: 25,
  /** How likely it is that a word was read with wrong marks. */
  shareOfMisread: 0.3,
  mostAlike: 3,
  /** What nobody can read says nothing about its column. */
  costOfUnknown: 5,
  /** Wrapping: how exactly widths are known, in ems. */
  blur: 0.45,
  mostForWrapping: 5,
  costOfUnknownWrapping: 0.5,
  costPerEmTooWide: 6,
  /** Widths are known as exactly as this. */
  tolerance: 0.6,
  allowance: 0.4,
  mostForWidth: 40,
  usualEnd: 0.3,
  fewestForEnds: 3,
  /** Only what was cut with this certainty says what a column's words are. */
  sureEnough: 0,
  /** The width of a blank. */
  blankWidth: 0.25,
  fewestPieces: 3,
  /** Of a column that nothing is known of, and room beside the few pieces that are known. */
  usualWidth: 6,
  roomToSpare: 1,
} as const

/** Cells that say the same laid beside each other, word by word. */
export const wordAlignment = {
  costOfAlike: 0.3,
  costOfUnsure: 0.6,
  costOfOther: 2,
  costOfLost: 1,
  mostDistance: 0.34,
} as const

/** Long cells that mend each other. */
export const mending = {
  fewestWords: 8,
  fewestCopies: 3,
  sure: 0.9,
  /** Copies differ by so much a word, at most. */
  mostDifferent: 0.5,
  /** Of the words that were read with certainty. */
  leastShared: 0.5,
  /** So many must have read a word with certainty. */
  fewestVotes: 2,
  rounds: 2,
  mostSure: 0.9,
} as const

/** Cells that stand in many rows. */
export const repeated = {
  fewestCopies: 2,
  sure: 0.9,
  mostDamaged: 0.4,
  costOfUnsure: 0.5,
  costOfAlike: 0.4,
  costOfLost: 0.5,
  impossible: 100,
  mostDistance: 0.34,
  /** The next best text must cost so much more. */
  clearness: 0.5,
} as const

/** Rows and cells. */
export const cells = {
  usuallyFilled: 0.5,
  sureOpening: 0.5,
  /** So much of the name must stand in the second cell before it breaks off. */
  fewestBegun: 2,
  /** What of the cells was found right (lab/measure/repair/columns.ts), by what their cuts and words say of them. */
  mostSure: 0.85,
  steepness: 1.7,
  confidenceOfHeader: 0.8,
  /** Numbers that the rows above and below explain are seldom others. */
  confidenceOfNumber: 0.9,
} as const
