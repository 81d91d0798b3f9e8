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
  // Finding a line by its labels costs more than adding to it; there are as many as routes have answers.
  const lines = new Map<string, { observe(took: number): void }>()
  return {
    text: () => register.metrics(),
    observe(route: string, method: string, status: number, took: number) {
      const key = `${method} ${status} ${route}`
      const line = lines.get(key) ?? seconds.labels({ route, method, status: String(status) })
      lines.set(key, line)
      line.observe(took)
    },
  }
}
