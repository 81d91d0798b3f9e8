import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** Prometheus figures of this process: requests by route, memory, event loop, garbage collection. */
export function createMetrics() {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const seconds = new Histogram({
    name: 'hexi_request_seconds',
    help: 'How long answering took, by route.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  })
  return {
    text: () => register.metrics(),
    observe(route: string, method: string, status: number, took: number) {
      seconds.observe({ route, method, status: String(status) }, took)
    },
  }
}
