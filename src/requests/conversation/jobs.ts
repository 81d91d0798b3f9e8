declare module '../../core/ports.ts' {
  interface JobPayloads {
    /** Tells the sides of a request what happened to it since they were told. */
    tell_request: { requestId: string }
  }
}

export { tellOfRequest } from './actions/telling.ts'
