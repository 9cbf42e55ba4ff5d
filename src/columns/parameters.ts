/**
 * All costs and thresholds of the room, but for the widths of letters (cut/letter-widths.ts). They were set by hand on
 * one plan, the scan of Cần Thơ (fixtures/can-tho-121-2023); `npm run bench:columns` measures them together, on made
 * appendices of other plans too. Six costs of cutting were moved by a third or more, in one direction: each made that
 * plan's cells less similar, by 0.006 to 0.10. The others were not swept; `mostSureOfCell` and `steepnessOfCell` were
 * fitted.
 */

// Lines and their words after the first reading.

/** Words that are this certain are evidence for others. */
export const certainNeighbour = 0.9
export const blanksAtPageEnd = 3
export const wordsOfAgency = 3

// Where tables are looked for.

/** A longer line that begins so is a sentence. */
export const longestCaption = 19
export const fewestRows = 3

// Headers and the order of columns.

export const alikeEnough = 0.4
export const linesOfHeader = 6
export const longestHeaderLine = 130
export const fewestRoles = 2
/** So many votes the usual order of two columns has. */
export const usualOrder = 1.5
export const fewestLinesWithTime = 3
export const mostDissent = 0.3

// Lines that begin rows. Evidence for labels is counted in points.

export const mostChains = 60
export const countsOn = 4
export const jumps = 1
export const countsBack = -6
export const missedRule = -3
export const costOfMisreadDigit = 3
export const fewestParts = 3
export const usualStyle = 0.8
export const fewestForStyle = 5
export const mostCapitals = 0.7
/** So many labels in a row may be lost. */
export const mostMissing = 3

// The beam search, in nats.

export const costOfCut = 0.7
export const costOfLostRule = 1.5
/** Pieces that are this much wider than their column, in ems, are not looked at, if there are others. */
export const hopeless = 12
export const costOfCutApart = 3
export const costOfWide = 4
export const costOfSharing = 3
export const costOfFurtherRow = 6
/** A row that nothing marks begins with so many cells at least. */
export const fewestBegunCells = 3
export const beamWidth = 8
/** So many ways to cut are followed for every column and number of tokens. */
export const cutsKept = 3

// What it costs that a text goes on or begins in a column, in nats as the words of the language model are.

export const costOfBarInside = 5
export const costOfTornWord = 6
export const costOfWord = 25
export const costOfSmallStart = 3
export const costOfLate = 3
/** Cells that stand one after another come in the order of their columns. */
export const costOfOutOfOrder = 3
export const costOfParagraphApart = 1.5
export const costOfSecondCell = 4
export const costOfOpeningRow = 0.5
export const costOfParagraph = 2
export const costOfParagraphElsewhere = 4.5
export const costOfUnended = 1.5
export const costOfResuming = 2.5
export const mostForResuming = 9
export const costOfResumingApart = 1
export const costOfGoingOnApart = 1.5
export const costOfCapitalApart = 4
export const costOfOpenEnd = 4
export const costOfMerging = 4
export const costOfMergingEnded = 4
export const gainOfLabel = -10
export const gainOfScore = -4
export const costOfOwnAmongShared = 4
export const costOfMergingShared = 0.5
export const costOfNoAgency = 7
export const costOfAgencyAsName = 5
/** Agencies beside each other without a comma, where the language does not know them together. */
export const costOfUnparted = 4
export const surprising = 3.5
export const costOfNoTime = 6.5
export const gainOfClosing = 2
export const costOfLoneClosing = 5
export const costOfOpenBracket = 3

// What is learned of the columns of a table; costs in nats, widths in ems.

/** Of what a column says, so much is said by its own habit of words beside each other, by its words, by the language. */
export const shareOfPairs = 0.3
export const shareOfWords = 0.12
/** Of what is said over the end of a line, so much is said by words beside each other on other lines. */
export const shareOfNeighbours = 0.3
export const doubtOfPairs = 0.8
export const doubtOfWords = 25
/** How likely it is that a word was read with wrong marks. */
export const shareOfMisread = 0.3
export const mostAlike = 3
/** What nobody can read says nothing about its column. */
export const costOfUnknown = 5
/** Wrapping: how exactly widths are known, in ems. */
export const blur = 0.45
export const mostForWrapping = 5
export const costOfUnknownWrapping = 0.5
export const costPerEmTooWide = 6
/** Widths are known as exactly as this. */
export const tolerance = 0.6
export const allowance = 0.4
export const mostForWidth = 40
export const usualEnd = 0.3
export const fewestForEnds = 3
/** Only what was cut with this certainty says what a column's words are. */
export const sureEnough = 0
/** The width of a blank. */
export const blankWidth = 0.25
export const fewestPieces = 3
/** Of a column that nothing is known of, and room beside the few pieces that are known. */
export const usualWidth = 6
export const roomToSpare = 1

// Cells that say the same laid beside each other, word by word.

export const costOfAlikeWord = 0.3
export const costOfUnsureWord = 0.6
export const costOfOtherWord = 2
export const costOfLostWord = 1
export const mostDistanceOfWord = 0.34

// Long cells that mend each other.

export const fewestWords = 8
export const fewestLongCopies = 3
export const sureInCopies = 0.9
/** Copies differ by so much a word, at most. */
export const mostDifferent = 0.5
/** Of the words that were read with certainty. */
export const leastShared = 0.5
/** So many must have read a word with certainty. */
export const fewestVotes = 2
export const rounds = 2
export const mostSureOfCopies = 0.9

// Cells that stand in many rows.

export const fewestRepeats = 2
export const sureInRepeats = 0.9
export const mostDamaged = 0.4
export const costOfUnsureRepeat = 0.5
export const costOfAlikeRepeat = 0.4
export const costOfLostRepeat = 0.5
export const impossible = 100
export const mostDistanceOfRepeat = 0.34
/** The next best text must cost so much more. */
export const clearness = 0.5

// Rows and cells.

export const usuallyFilled = 0.5
export const sureOpening = 0.5
/** So much of the name must stand in the second cell before it breaks off. */
export const fewestBegunNames = 2
/** What of the cells was found right (lab/measure/repair/columns.ts), by what their cuts and words say of them. */
export const mostSureOfCell = 0.85
export const steepnessOfCell = 1.7
export const confidenceOfHeader = 0.8
/** Numbers that the rows above and below explain are seldom others. */
export const confidenceOfNumber = 0.9
