import { PASSWORD, pkce, type SignIn } from './testing.ts';

type Sent = { status: number; location: string; text: string; headers: Headers };

/** A browser without a screen: it keeps cookies by name, sends forms as they stand in a page, and follows nothing by itself. */
export const createVisitor = (signIn: SignIn) => {
  const cookies = new Map<string, string>();

  const send = async (address: string, options: RequestInit = {}): Promise<Sent> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(options.headers as Record<string, string>), ...(cookie === '' ? {} : { cookie }) };
    const response = await fetch(new URL(address, signIn.at.siteUrl), { ...options, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const { status } = response;
    const location = response.headers.get('location') ?? '';
    return { status, location, text: await response.text(), headers: response.headers };
  };
  const post = (address: string, fields: Readonly<Record<string, string>>) =>
    send(address, { method: 'POST', body: new URLSearchParams(fields) });

  const visitor = {
    ...{ cookies, send, post },
    /** Sends the form of a page, with what it has hidden. */
    submit(page: string, fields: Readonly<Record<string, string>>): Promise<Sent> {
      const attribute = (tag: string, name: string): string =>
        unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
      const [form = ''] = /<form[^>]*>/.exec(page) ?? [];
      const hidden = [...page.matchAll(/<input type="hidden"[^>]*>/g)].map(([tag]) => [
        attribute(tag, 'name'),
        attribute(tag, 'value'),
      ]);
      return post(attribute(form, 'action'), { ...Object.fromEntries(hidden), ...fields });
    },
    /** Asks to sign in, as an app sends its visitor to; `differences` of undefined leave a parameter out. */
    authorize(differences: Readonly<Record<string, string | undefined>> = {}): Promise<Sent> {
      return send(`${signIn.at.base}/oauth2/authorize?${visitor.query(differences)}`);
    },
    query(differences: Readonly<Record<string, string | undefined>> = {}): string {
      const asked = {
        response_type: 'code',
        client_id: signIn.at.clientId,
        redirect_uri: `${signIn.at.siteUrl}/studio`,
        state: 'st a&te',
        ...differences,
      };
      const given = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
      return new URLSearchParams(given as [string, string][]).toString();
    },
    /** Signs in with a name and a password; answers what the form led to. */
    async signIn(
      differences: Readonly<Record<string, string | undefined>> = {},
      password = PASSWORD,
      username = 'ada',
    ) {
      const asked = await visitor.authorize(differences);
      const page = await send(asked.location);
      return visitor.submit(page.text, { username, password });
    },
    /** Signs in and exchanges the code. */
    async tokens(differences: Readonly<Record<string, string | undefined>> = {}) {
      const { verifier, challenge } = pkce();
      const proof = { code_challenge: challenge, code_challenge_method: 'S256' };
      const back = await visitor.signIn({ ...proof, ...differences });
      return visitor.exchange({ code: codeOf(back.location), code_verifier: verifier });
    },
    async exchange(fields: Readonly<Record<string, string>>) {
      const answer = await post(`${signIn.at.base}/oauth2/token`, {
        grant_type: 'authorization_code',
        client_id: signIn.at.clientId,
        redirect_uri: `${signIn.at.siteUrl}/studio`,
        ...fields,
      });
      return { ...answer, body: JSON.parse(answer.text) as Record<string, string> };
    },
  };
  return visitor;
};

export const codeOf = (location: string): string => new URL(location).searchParams.get('code') ?? '';

const unescaped = (text: string): string => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
