import { connect, createServer, type Socket } from 'node:net'

/** A way to a port on loopback that can be cut: what runs over it ends, and nothing gets through until it is mended. */
export interface CuttableLine {
  port: number
  cut(): void
  mend(): void
  close(): void
}

export async function cuttableLine(to: number): Promise<CuttableLine> {
  const open = new Set<Socket>()
  let whole = true
  const server = createServer((near) => {
    if (!whole) {
      near.destroy()
      return
    }
    const far = connect(to, '127.0.0.1')
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut: () => {
      whole = false
      for (const socket of open) socket.destroy()
    },
    mend: () => {
      whole = true
    },
    close: () => {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}
