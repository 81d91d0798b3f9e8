const part = encodeURIComponent
const one = (id: string) => `/agreements/${part(id)}`

/** Addresses of these pages. */
export const agreementPaths = {
  all: '/agreements',
  new: '/agreements/new',
  one,
  edit: (id: string) => `${one(id)}/edit`,
  texts: (id: string) => `${one(id)}/texts`,
  text: (id: string, number: number | string) => `${one(id)}/texts/${part(String(number))}`,
  /** A text of a request, to read and accept. */
  ofRequest: (request: string, text: string) =>
    `/requests/${part(request)}/agreements/${part(text)}`,
} as const
