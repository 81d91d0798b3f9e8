import { expect, test } from 'vitest'
import { printSchema } from '../../db/print-schema.ts'
import { testDatabase } from '../support/database.ts'

/** After a change of the migrations, `npm run schema` prints the file anew. */
test('db/schema.ts is what the migrations make', async () => {
  await using database = await testDatabase()
  await expect(await printSchema(database.db)).toMatchFileSnapshot('../../db/schema.ts')
})
