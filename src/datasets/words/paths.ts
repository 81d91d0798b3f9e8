const part = encodeURIComponent

/** Addresses of these pages. */
export const datasetPaths = {
  versions: (id: string) => `/records/${part(id)}/versions`,
  version: (id: string, number: number) => `/records/${part(id)}/versions/${number}`,
  /** The files in a folder of a version: `stations/2024/`. */
  folder: (id: string, number: number, folder: string) =>
    `/records/${part(id)}/versions/${number}?folder=${part(folder)}#files`,
  upload: (id: string, number: number) => `/records/${part(id)}/versions/${number}/upload`,
  file: (id: string, number: number, file: string) =>
    `/records/${part(id)}/versions/${number}/files/${part(file)}`,
  edit: (id: string, number: number) => `/records/${part(id)}/versions/${number}/edit`,
  /** Whether the stored bytes are still what was deposited. */
  integrity: (id: string) => `/records/${part(id)}/integrity`,
  institutionStorage: (id: string) => `/institutions/${part(id)}/storage`,
  labStorage: (id: string) => `/labs/${part(id)}/storage`,
  changes: (id: string, number: number) => `/records/${part(id)}/versions/${number}/changes`,
  /** Where staff give access, make reviewer links and lift an embargo. */
  access: (id: string) => `/records/${part(id)}/access`,
  /** Where people download: asks for sign-in and terms first. */
  download: (id: string, number: number, what = '') =>
    `/records/${part(id)}/versions/${number}/download${what}`,
  acceptance: (id: string, number: number) => `/records/${part(id)}/versions/${number}/acceptance`,
  review: (secret: string) => `/review/${part(secret)}`,
  /** A file as reviewers download it; with `/preview`, what it shows. */
  reviewedFile: (secret: string, file: string) => `/review/${part(secret)}/files/${part(file)}`,
} as const
