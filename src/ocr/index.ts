export type { Engine } from './engine.js'
export { openNative, type RunTesseract, wordsOfHocr } from './native.js'
export { keyOf, openReplay, type Recordings, recordingOf } from './replay.js'
export { type LanguageData, openTesseractJs } from './tesseract-js.js'
