import type { BucketSettings } from '../../../src/ports/objects.s3.ts'

/** The bucket named in the environment, as the program itself reads it. */
export function bucketGiven(env: NodeJS.ProcessEnv): BucketSettings | undefined {
  const endpoint = env['S3_ENDPOINT']
  if (endpoint === undefined) return undefined
  return {
    endpoint,
    bucket: env['S3_BUCKET'] ?? '',
    region: env['S3_REGION'] ?? 'us-east-1',
    accessKeyId: env['S3_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: env['S3_SECRET_ACCESS_KEY'] ?? '',
  }
}
