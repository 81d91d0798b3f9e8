import { FetchHttpHandler } from '@smithy/fetch-http-handler'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import type { Objects } from '../core/ports.ts'
import { type BucketSettings, s3Objects } from './objects.s3.ts'

/**
 * A bucket by Node's own HTTP, which takes 15 MB less memory than its `fetch`. A body that is a stream goes by `fetch` all
 * the same: one that breaks off would end the process otherwise.
 */
export function nodeBucket(settings: BucketSettings): Objects {
  const requests = new NodeHttpHandler()
  const streaming = new FetchHttpHandler()
  const handle = requests.handle.bind(requests)
  requests.handle = (request, options) =>
    request.body instanceof ReadableStream
      ? streaming.handle(request, options)
      : handle(request, options)
  return s3Objects(settings, requests)
}
