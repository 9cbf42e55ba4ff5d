import { crc32, deflateRawSync } from 'node:zlib'

interface Entry {
  name: Buffer
  data: Buffer
  size: number
  crc: number
  offset: number
}

/** Files → a ZIP archive. No time stamps, so that the same content gives the same bytes. */
export function zip(files: Record<string, string>): Uint8Array {
  const parts: Buffer[] = []
  const entries: Entry[] = []
  let offset = 0
  for (const [path, text] of Object.entries(files)) {
    const content = Buffer.from(text, 'utf8')
    const data = deflateRawSync(content, { level: 9 })
    const entry = { name: Buffer.from(path), data, size: content.length, crc: crc32(content), offset }
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common(entry), entry.name, data])
    parts.push(head)
    entries.push(entry)
    offset += head.length
  }
  const directory = Buffer.concat(entries.map(directoryEntry))
  return new Uint8Array(Buffer.concat([...parts, directory, endOf(entries.length, directory.length, offset)]))
}

const dosEpoch = 0x21

function common(entry: Entry): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x800, 2)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt16LE(dosEpoch, 8)
  fields.writeUInt32LE(entry.crc, 10)
  fields.writeUInt32LE(entry.data.length, 14)
  fields.writeUInt32LE(entry.size, 18)
  fields.writeUInt16LE(entry.name.length, 22)
  return fields
}

function directoryEntry(entry: Entry): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(entry.offset, 10)
  const version = Buffer.from([20, 0])
  return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), version, common(entry), rest, entry.name])
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
