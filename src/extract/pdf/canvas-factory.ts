import type { Canvas, CanvasContext, CreateCanvas } from '../../../schemas/picture.js'

interface Painting {
  canvas: Canvas | null
  context: CanvasContext | null
}

/** What pdf.js asks for canvases while it paints, on canvases that were handed in: it finds none in a worker by itself. */
export function canvasFactory(createCanvas: CreateCanvas) {
  return class {
    create(width: number, height: number): Painting {
      const canvas = createCanvas(width, height)
      return { canvas, context: canvas.getContext('2d') }
    }

    reset({ canvas }: Painting, width: number, height: number): void {
      if (canvas !== null) Object.assign(canvas, { width, height })
    }

    /** Without pixels a canvas is given back at once. */
    destroy(painting: Painting): void {
      this.reset(painting, 0, 0)
      Object.assign(painting, { canvas: null, context: null })
    }
  }
}
