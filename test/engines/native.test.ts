import { describe, expect, it } from 'vitest'
import { wordsOfHocr } from '../../pipelines/engines/hocr.js'
import { nativeRecogniser } from '../../pipelines/engines/native-tesseract.js'
import type { OpenRecogniser } from '../../schemas/recogniser.js'

/** What tesseract 5.3.0 wrote of a line of the Gia Nghĩa plan. */
const hocr = `<div class='ocr_carea' id='block_1_2' title="bbox 277 165 1480 469">
 <p class='ocr_par' id='par_1_2' lang='vie' title="bbox 277 165 996 199">
  <span class='ocr_line' id='line_1_2' title="bbox 277 165 996 199; baseline 0 -6; x_size 34; x_descenders 6; x_ascenders 10">
   <span class='ocrx_word' id='word_1_2' title='bbox 277 182 288 185; x_wconf 93'>-</span>
   <span class='ocrx_word' id='word_1_3' title='bbox 300 166 371 193; x_wconf 96'><strong>Lĩnh</strong></span>
  </span>
 </p>
</div>`

describe('what a native tesseract writes', () => {
  it('gives words with box, foot and height', () => {
    expect(wordsOfHocr(hocr)).toEqual([
      { text: '-', box: [277, 182, 288, 185], baseline: 193, height: 34, confidence: 0.93, line: 0 },
      { text: 'Lĩnh', box: [300, 166, 371, 193], baseline: 193, height: 34, confidence: 0.96, line: 0 },
    ])
  })

  // So it answers, and ends well, where it is asked for hOCR by a config file that it does not find.
  it('is a failure, not an empty page, when it is plain text', async () => {
    const figures: OpenRecogniser = {
      engine: 'figures',
      parallel: 1,
      recognise: async () => ({ words: [], failure: null }),
      close: async () => undefined,
    }
    const engine = nativeRecogniser(
      async () => 'Lĩnh vực\n',
      { version: '5.3.0', data: '/', parallel: 1 },
      figures,
    )
    const page = { width: 1, height: 1, data: Uint8Array.of(255) }
    expect((await engine.recognise(page, 'text', 200)).failure).toBe('tesseract wrote no hOCR')
  })
})
