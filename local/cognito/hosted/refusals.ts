/** Terminal: the request names no client or address to go back to, so a page tells whoever sits before it. */
export class PageRefusal extends Error {
  override name = 'PageRefusal';
  readonly error: PageError;
  constructor(error: PageError) {
    super(error);
    this.error = error;
  }
}

export type PageError = 'invalid_client' | 'invalid_request' | 'redirect_mismatch' | 'unauthorized_client';

/** Terminal: the app is told at the address that it asked to come back to. */
export class RedirectRefusal extends Error {
  override name = 'RedirectRefusal';
  readonly redirectUri: string;
  readonly state: string | undefined;
  constructor(redirectUri: string, error: string, state: string | undefined) {
    super(error);
    this.redirectUri = redirectUri;
    this.state = state;
  }
}

/** Terminal: the app that called gets OAuth's name for what was wrong, as JSON. */
export class OAuthRefusal extends Error {
  override name = 'OAuthRefusal';
  readonly status: number;
  readonly description: string | undefined;
  constructor(error: string, description?: string, status = 400) {
    super(error);
    this.description = description;
    this.status = status;
  }
}
