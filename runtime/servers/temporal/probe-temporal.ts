import { connect } from 'node:http2'

const path = '/temporal.api.workflowservice.v1.WorkflowService/GetSystemInfo'
const emptyMessage = Buffer.alloc(5)

/**
 * Server version (`1.32.0`) of the Temporal server at `address`; throws when it does not answer within `timeout` ms.
 * One gRPC call by hand, because loading the client takes 60 MB in a process that needs nothing else of it.
 */
export function probeTemporal(address: string, timeout: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const session = connect(`http://${address}`)
    const late = setTimeout(() => end(new Error(`no answer within ${timeout} ms`)), timeout)
    const end = (result: Error | string) => {
      clearTimeout(late)
      session.destroy()
      if (typeof result === 'string') resolve(result)
      else reject(result)
    }
    session.once('error', end)
    const call = session.request({
      ':method': 'POST',
      ':path': path,
      'content-type': 'application/grpc',
      te: 'trailers',
    })
    const parts: Buffer[] = []
    call.on('data', (part: Buffer) => parts.push(part))
    call.once('error', end)
    call.once('end', () => {
      const version = serverVersion(Buffer.concat(parts))
      end(version ?? new Error('it is no Temporal server, or not ready yet'))
    })
    call.end(emptyMessage)
  })
}

/** Field 1 of GetSystemInfoResponse, behind the five bytes of the gRPC frame. */
function serverVersion(frame: Buffer): string | undefined {
  const [tag, length] = [frame[5], frame[6]]
  if (tag !== 0x0a || length === undefined) return undefined
  return frame.subarray(7, 7 + length).toString('utf8')
}
