/** How a page came to the scanner, and what the scanner did to it. Lengths in points, brightness 0 … 255. */
export interface Wear {
  /** The page lies askew by up to so many degrees. */
  skew: number
  /** Standard deviation of every pixel's brightness. */
  noise: number
  /** Standard deviation of the lens's blur, in points. */
  blur: number
  /** Height of the waves in which the paper lies. */
  wave: number
  /** JPEG quality. */
  quality: number
  /** Specks of dust on a page. */
  specks: number
  /** Width of the dark edge that the scanner's lid leaves. */
  edge: number
  /** How much darker the far corner is. */
  shade: number
  /** Brightness of the rules' ink; null: as printed. */
  faintRules: number | null
  /** Points between two gaps of a rule, on the average; null: none. */
  gapsEvery: number | null
  /** A red seal and a blue signature over the text. */
  seals: boolean
  /** Quarter turns clockwise; 'either': one or three. */
  turn: 0 | 2 | 'either'
}

const mild: Wear = {
  skew: 0.5,
  noise: 3,
  blur: 0.12,
  wave: 0,
  quality: 85,
  specks: 0,
  edge: 0,
  shade: 8,
  faintRules: null,
  gapsEvery: null,
  seals: false,
  turn: 0,
}

const hard: Wear = {
  ...mild,
  skew: 1.4,
  noise: 16,
  blur: 0.26,
  wave: 0.7,
  quality: 60,
  specks: 250,
  edge: 7,
  shade: 25,
}

export const kinds = {
  mild,
  hard,
  seals: { ...mild, seals: true },
  faint: { ...mild, skew: 0.8, noise: 8, quality: 75, shade: 40, faintRules: 180, gapsEvery: 110 },
  'upside-down': { ...mild, turn: 2 },
  sideways: { ...mild, turn: 'either' },
} as const satisfies Record<string, Wear>

export type Kind = keyof typeof kinds

export const kindNames = Object.keys(kinds) as Kind[]
