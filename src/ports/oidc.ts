import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  type Configuration,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
} from 'openid-client'

export type OidcClient = { issuer: string; clientId: string; clientSecret: string }

/** What stays here while a person signs in elsewhere. */
export type OidcJourney = { codeVerifier: string; nonce: string }

/** What the issuer says of a person, its signature checked. */
export type OidcPerson = {
  issuer: string
  subject: string
  email: string | undefined
  isEmailVerified: boolean
  name: string | undefined
}

/** Where to send a person, and what to keep until they come back. Code flow with PKCE, state and nonce. */
export async function startOidc(
  client: OidcClient,
  { redirectUri, state }: { redirectUri: string; state: string },
): Promise<{ url: string; journey: OidcJourney }> {
  const configuration = await discovered(client)
  const journey = { codeVerifier: randomPKCECodeVerifier(), nonce: randomNonce() }
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state,
    nonce: journey.nonce,
    code_challenge: await calculatePKCECodeChallenge(journey.codeVerifier),
    code_challenge_method: 'S256',
  })
  return { url: url.href, journey }
}

/** Exchanges the code that came back, and checks issuer, audience, signature, expiry, state and nonce; else throws. */
export async function finishOidc(
  client: OidcClient,
  { callbackUrl, state, journey }: { callbackUrl: string; state: string; journey: OidcJourney },
): Promise<OidcPerson> {
  const configuration = await discovered(client)
  const tokens = await authorizationCodeGrant(configuration, new URL(callbackUrl), {
    expectedState: state,
    expectedNonce: journey.nonce,
    pkceCodeVerifier: journey.codeVerifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('The issuer sent no id_token.')
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: textIn(claims['email']),
    isEmailVerified: claims['email_verified'] === true,
    name: textIn(claims['name']),
  }
}

/** Read anew each time: signing in is rare, and so no process remembers keys that the issuer has changed. */
async function discovered({ issuer, clientId, clientSecret }: OidcClient): Promise<Configuration> {
  const server = new URL(issuer)
  return discovery(server, clientId, undefined, ClientSecretBasic(clientSecret), {
    timeout: 10,
    // Only an issuer on this machine is spoken to without TLS.
    execute: isLoopback(server) ? [allowInsecureRequests] : [],
  })
}

const isLoopback = ({ hostname }: URL) =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)

const textIn = (claim: unknown): string | undefined =>
  typeof claim === 'string' && claim.trim() !== '' ? claim.trim() : undefined
