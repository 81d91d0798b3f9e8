import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { portOf } from './port.ts'

/** Who is signed in at the issuer; what it says of them goes into the id_token as it is. */
export type IssuerClaims = { sub: string; [claim: string]: unknown }

type Code = { claims: IssuerClaims; nonce: string; challenge: string; redirectUri: string }

export const oidcClient = { clientId: 'hexi', clientSecret: 'a secret of the test issuer' }

/**
 * A small OpenID provider on 127.0.0.1 that speaks the protocol: discovery, authorisation with PKCE, token, keys.
 * `say` is whom it signs in next; `tamper` changes a claim of the id_token it is about to sign.
 */
export async function startIssuer() {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const key = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }
  const codes = new Map<string, Code>()
  const state = {
    claims: { sub: 'nobody' } as IssuerClaims,
    tamper: (claims: Record<string, unknown>) => claims,
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${portOf(server)}`

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', issuer)
    const json = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (url.pathname === '/.well-known/openid-configuration') return json(metadata(issuer))
    if (url.pathname === '/keys') return json({ keys: [key] })
    if (url.pathname === '/authorize') return authorise(url, response)
    if (url.pathname === '/token') return json(...(await exchange(request)))
    return json({ error: 'not_found' }, 404)
  }

  function authorise({ searchParams }: URL, response: ServerResponse) {
    const code = randomUUID()
    const redirectUri = searchParams.get('redirect_uri') ?? ''
    codes.set(code, {
      claims: state.claims,
      nonce: searchParams.get('nonce') ?? '',
      challenge: searchParams.get('code_challenge') ?? '',
      redirectUri,
    })
    const back = new URL(redirectUri)
    back.searchParams.set('code', code)
    back.searchParams.set('state', searchParams.get('state') ?? '')
    return response.writeHead(302, { location: back.href }).end()
  }

  async function exchange(request: IncomingMessage): Promise<[object, number]> {
    const chunks = await request.toArray()
    const form = new URLSearchParams(Buffer.concat(chunks).toString())
    const { clientId, clientSecret } = oidcClient
    const basic = [clientId, clientSecret].map(formEncoded).join(':')
    if (request.headers.authorization !== `Basic ${btoa(basic)}`)
      return [{ error: 'invalid_client' }, 401]
    const code = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (code?.challenge !== challenge || code.redirectUri !== form.get('redirect_uri'))
      return [{ error: 'invalid_grant' }, 400]
    const now = Math.floor(Date.now() / 1000)
    const claims = state.tamper({
      ...code.claims,
      iss: issuer,
      aud: clientId,
      nonce: code.nonce,
      iat: now,
      exp: now + 300,
    })
    const idToken = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .sign(privateKey)
    return [{ access_token: randomUUID(), token_type: 'Bearer', id_token: idToken }, 200]
  }

  return {
    issuer,
    say: (claims: IssuerClaims) => void (state.claims = claims),
    tamper: (change: typeof state.tamper) => void (state.tamper = change),
    /** What a browser does at the issuer: follows to where it is sent back. */
    visit: async (url: string) => {
      const answered = await fetch(url, { redirect: 'manual' })
      return new URL(answered.headers.get('location') ?? '')
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const metadata = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  code_challenge_methods_supported: ['S256'],
})

/** RFC 6749 §2.3.1: id and secret are form-encoded before they go into Basic. */
const formEncoded = (text: string) => new URLSearchParams({ x: text }).toString().slice(2)
