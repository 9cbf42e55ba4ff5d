import { scaleLinear } from 'd3-scale'
import { type Html, html } from './html.js'

export interface Bar {
  label: string
  value: number
  /** Printed behind the bar. */
  text: string
  /** What the bar could have been; drawn as an outline. */
  of?: number
}

const rowHeight = 24
const labelWidth = 300
const barWidth = 380
const width = 780

/** Horizontal bars, one a row, as inline SVG; `title` is what a screen reader says, the table beside it has the figures. */
export function barChart(bars: readonly Bar[], title: string): Html {
  const most = bars.reduce((high, bar) => Math.max(high, bar.value, bar.of ?? 0), 0)
  const scale = scaleLinear([0, most === 0 ? 1 : most], [0, barWidth])
  const height = bars.length * rowHeight + 4
  return html`<svg class="chart" role="img" aria-label="${title}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${bars.map(
    (bar, index) => barRow(bar, index * rowHeight + 2, scale),
  )}</svg>`
}

function barRow(bar: Bar, top: number, scale: (value: number) => number): Html {
  const outline =
    bar.of === undefined
      ? null
      : html`<rect class="of" x="${labelWidth}" y="${top + 3}" width="${round(scale(bar.of))}" height="16"/>`
  const textAt = labelWidth + round(scale(Math.max(bar.value, bar.of ?? 0))) + 6
  return html`<text x="${labelWidth - 8}" y="${top + 16}" text-anchor="end">${shortened(bar.label)}</text>${outline}<rect class="bar" x="${labelWidth}" y="${top + 3}" width="${round(scale(bar.value))}" height="16"/><text x="${textAt}" y="${top + 16}">${bar.text}</text>`
}

function shortened(label: string): string {
  return label.length <= 42 ? label : `${label.slice(0, 41).trimEnd()}…`
}

export interface CurvePoint {
  /** Confidence as said, 0–1. */
  said: number
  /** Share that was right, 0–1. */
  right: number
  count: number
}

const side = 300
const margin = 40

/** The reliability curve: what was said against what was right; the diagonal is an honest program. */
export function reliabilityChart(points: readonly CurvePoint[], title: string): Html {
  const x = scaleLinear([0, 1], [margin, margin + side])
  const y = scaleLinear([0, 1], [side + 10, 10])
  const ticks = x.ticks(5)
  const path = points.map((point) => `${round(x(point.said))},${round(y(point.right))}`).join(' ')
  return html`<svg class="chart" role="img" aria-label="${title}" viewBox="0 0 ${side + margin + 20} ${side + 40}" width="${side + margin + 20}" height="${side + 40}"><path class="axis" d="M${margin},10V${side + 10}H${side + margin}"/><path class="diagonal" d="M${margin},${side + 10}L${side + margin},10"/>${ticks.map(
    (tick) =>
      html`<text x="${round(x(tick))}" y="${side + 28}" text-anchor="middle">${Math.round(tick * 100)} %</text><text x="${margin - 4}" y="${round(y(tick)) + 4}" text-anchor="end">${Math.round(tick * 100)} %</text>`,
  )}<polyline class="curve" points="${path}"/>${points.map(
    (point) => html`<circle class="point" cx="${round(x(point.said))}" cy="${round(y(point.right))}" r="4"/>`,
  )}</svg>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
