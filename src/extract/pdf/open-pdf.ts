import type { SourceFile } from '../../../schemas/source.js'
import { UnusableInputError } from '../../errors.js'
import { boundsOf } from '../bounds.js'
import type { ExtractOptions } from '../reader.js'
import { canvasFactory } from './canvas-factory.js'
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from './pdfjs.js'
import { boundStreams } from './stream-bounds.js'

/** Opens a PDF. What cannot be opened is told in one message: what is wrong, and what to do. */
export async function openPdf(source: SourceFile, options: ExtractOptions): Promise<PDFDocumentProxy> {
  const limits = boundsOf(options.limits)
  boundStreams(source.bytes, source.file, limits)
  const createCanvas = await options.pictures?.canvases()
  const task = getDocument({
    // A copy: pdf.js takes the bytes away from whoever gives them, and refuses a Buffer.
    data: new Uint8Array(source.bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    isEvalSupported: false,
    maxImageSize: limits.pixels,
    ...(options.pdfData === undefined
      ? {}
      : {
          wasmUrl: options.pdfData.wasm,
          standardFontDataUrl: options.pdfData.fonts,
          cMapUrl: options.pdfData.characterMaps,
          cMapPacked: true,
        }),
    ...(createCanvas === undefined ? {} : { CanvasFactory: canvasFactory(createCanvas) }),
    ...(options.password === undefined ? {} : { password: options.password }),
  })
  try {
    const pdf = await task.promise
    if (pdf.numPages > 0) return pdf
  } catch (error) {
    throw refusal(source.file, error)
  }
  throw new UnusableInputError('pdf-without-pages', { file: source.file })
}

const wrongPassword = 2

function refusal(file: string, error: unknown): UnusableInputError {
  const { name, code } = error as { name?: string; code?: number }
  if (name !== 'PasswordException') return new UnusableInputError('pdf-damaged', { file }, error)
  return code === wrongPassword
    ? new UnusableInputError('pdf-wrong-password', { file })
    : new UnusableInputError('pdf-password', { file })
}
