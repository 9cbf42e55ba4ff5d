import { kinds } from './kinds.js'
import type { ScanOrder } from './scan-order.js'

/** The committed scans: small, so less noisy than the kinds that the bench measures, but of every format. */
export const sample: ScanOrder[] = [
  {
    file: 'gia-nghia-mild-200.pdf',
    plan: 'gia-nghia-52-2024',
    pages: [1, 6, 7],
    wear: { ...kinds.mild, noise: 1 },
    dpi: 200,
    seed: 11,
  },
  {
    file: 'hung-yen-hard-200.pdf',
    plan: 'hung-yen-199-2022',
    pages: [14, 15],
    wear: { ...kinds.hard, noise: 7 },
    dpi: 200,
    seed: 12,
  },
  {
    file: 'ha-noi-faint-150.jpg',
    plan: 'ha-noi-157-2023',
    pages: [9],
    wear: { ...kinds.faint, noise: 2 },
    dpi: 150,
    seed: 13,
  },
  {
    file: 'hai-phong-fax-200.tiff',
    plan: 'hai-phong-229-2023',
    pages: [20, 21],
    wear: kinds.mild,
    dpi: 200,
    seed: 14,
  },
  {
    file: 'ha-noi-seals-150.png',
    plan: 'ha-noi-157-2023',
    pages: [11],
    wear: { ...kinds.seals, noise: 0 },
    dpi: 150,
    seed: 15,
  },
  {
    file: 'gia-nghia-upside-down-150.pdf',
    plan: 'gia-nghia-52-2024',
    pages: [9],
    wear: { ...kinds['upside-down'], noise: 1 },
    dpi: 150,
    seed: 16,
  },
]
