import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

/** Where schemas and vectors of formats lie, which are no part of this project. */
export const sharedData = '../shared/data/datasets'

/** Whether they are there; says so loudly where they are not. */
export function hasShared(path: string): boolean {
  const isThere = existsSync(`${sharedData}/${path}`)
  if (!isThere) console.warn(`Skipped: there is no ${sharedData}/${path} to test against.`)
  return isThere
}

/** Says what is wrong with a document by a schema of `sharedData`; `[]` means nothing is. */
export function validatorOf(path: string) {
  xmlRegisterFsInputProviders()
  const file = `${sharedData}/${path}`
  const schema = XmlDocument.fromBuffer(readFileSync(file), { url: pathToFileURL(file).href })
  const validator = XsdValidator.fromDoc(schema)
  return (text: string): string[] => {
    const document = XmlDocument.fromString(text)
    try {
      validator.validate(document)
      return []
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error
      return error.details.map(({ message }) => message.trim())
    } finally {
      document.dispose()
    }
  }
}
