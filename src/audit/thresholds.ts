/**
 * What is too much. Set on labelled documents: right ones (the fixtures and office documents) and wrong ones (documents of
 * a law portal, made faults). The plateau is the range in which no right document alarms and no wrong one falls silent.
 */
export const thresholds = {
  /** Share and number of a line's words that no field took; below either the line counts as taken. */
  lostShare: 0.6,
  lostWordsOfLine: 3,
  /** Words in a row that are in no field (plateau 30–80); in tables a lost row is shorter. */
  lostRun: 40,
  lostRunOfTable: 25,
  /** Cells of which a word is in no field: this many and this share of all. */
  lostCells: { count: 4, share: 0.04 },
  /** Words of the source that are in no field: this many and this share of all. */
  lostWords: { words: 80, share: 0.15 },
  /** Words of the plan that the source does not have. */
  foreignWords: { words: 5, share: 0.01 },
  /** Decimal figures of the source that the plan does not have. */
  lostFigures: { count: 3, share: 0.2 },
  /** Fields whose words the source does not have in their order (plateau .12–.2). */
  foreignFields: { count: 3, share: 0.16 },
  /** Fields that stand under another header than theirs. */
  misplaced: { count: 2, share: 0.03, fewShare: 0.08 },
  /** Share of cells that look like another column's. */
  otherColumn: 0.02,
  doubtfulAgencies: 0.15,
  unlikeRows: { share: 0.04, least: 2 },
  emptyRows: 0.05,
  repeatedRows: { count: 2, share: 0.05 },
  /** A maximum so many times the usual one, and at least this high. */
  maximum: { times: 8, least: 20 },
  unreadDeadlines: 0.15,
  depth: 5,
  goingBack: 0.03,
  /** Share of values with signs of markup. */
  markup: 0.03,
  unknownWords: { count: 5, share: 0.05 },
  splitWords: { count: 8, share: 0.05 },
  /** Words of a stretch, and how many of them have a mark in Vietnamese at least. */
  stretch: { words: 40, marked: 5, vietnamese: 24 },
} as const
