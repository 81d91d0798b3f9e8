import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { Pool } from 'pg'

/** The limit that reading a record is measured against: one handler, the same SQL, a named prepared statement. */
const {
  DATABASE_URL: connectionString = '',
  BARE_SQL: text = '',
  BARE_PORT: port = '0',
} = process.env
const pool = new Pool({ connectionString, max: 10 })

const app = new Hono().get('/:id', async (c) => {
  const { rows } = await pool.query({ name: 'record', text, values: [c.req.param('id')] })
  return rows[0] ? c.json(rows[0]) : c.notFound()
})
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' })
