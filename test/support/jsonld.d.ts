/** The part of it that tests use; what is published for its types is of an older version. */
declare module 'jsonld' {
  type Loaded = { document: object; documentUrl: string; contextUrl: string | undefined }
  type Options = { safe?: boolean; documentLoader: (url: string) => Promise<Loaded> }
  const jsonld: {
    expand(document: object, options: Options): Promise<Record<string, unknown>[]>
    canonize(
      document: object | string,
      options: Partial<Options> & { inputFormat?: string; format: 'application/n-quads' },
    ): Promise<string>
    toRDF(document: object, options: Options & { format: 'application/n-quads' }): Promise<string>
  }
  export default jsonld
}
