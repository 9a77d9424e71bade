import cf from 'cloudfront';
import crypto from 'crypto';

// Runs at the edge for every request of a page or a rendition. The key `live` names the version that the public sees, the site's
// languages, and the editions of territories that see something else; every address has its targets by version, and below the
// name of an edition those that are others there. So one write switches the whole site. Written for cloudfront-js-2.0, which knows
// no destructuring.
const store = cf.kvs();

const HEADERS = {
  'cache-control': { value: 'no-store' },
  'content-type': { value: 'text/plain; charset=utf-8' },
  'x-content-type-options': { value: 'nosniff' },
  'x-robots-tag': { value: 'noindex' },
};

const read = async (key) => {
  try {
    return await store.get(key);
  } catch (_) {
    return undefined;
  }
};

/** The target of an address at a version: the last of its lines that is not newer. */
const targetOf = async (key, version) => {
  const lines = ((await read(key)) || '').split('\n');
  for (let index = lines.length - 1; index >= 0; index--) {
    const at = lines[index].indexOf(' ');
    if (at > 0 && Number(lines[index].slice(0, at)) <= version) return lines[index].slice(at + 1);
  }
  return '';
};

/** The edition of a country, as `live` has it: its name, its countries one behind the other, its languages where they are others. */
const editionOf = (said, country) => {
  for (let index = 2; index < said.length; index++) {
    const parts = said[index].split('|');
    for (let at = 0; at < parts[1].length; at += 2) if (parts[1].slice(at, at + 2) === country) return parts;
  }
  return undefined;
};

/** The target of an address for those in an edition: theirs, else everybody's; `-` says that they have none. */
const targetIn = async (edition, key, version) => {
  const own = edition ? await targetOf(`${edition[0]}:${key}`, version) : '';
  if (own === '-') return '';
  return own || (await targetOf(key, version));
};

const answer = (statusCode, text) => ({
  statusCode: statusCode,
  statusDescription: text,
  headers: HEADERS,
  body: { encoding: 'text', data: text },
});

const redirect = (path) => ({
  statusCode: 301,
  statusDescription: 'Moved Permanently',
  headers: { location: { value: path }, 'cache-control': { value: 'public, max-age=60' } },
});

/** Whether a link is signed for this scope and has not ended. */
const isSigned = async (query, scope) => {
  const expires = query.expires;
  const signature = query.signature;
  if (!expires || !signature || !(Number(expires.value) * 1000 > Date.now())) return false;
  const key = await read('signing-key');
  if (!key) return false;
  const expected = crypto.createHmac('sha256', key).update(`${scope} ${expires.value}`).digest('base64url');
  return expected === signature.value;
};

async function handler(event) {
  const request = event.request;
  const path = request.uri;
  const said = ((await read('live')) || '0 ').split(' ');
  const live = Number(said[0]);
  const country = request.headers['cloudfront-viewer-country'];
  const edition = country && said.length > 2 ? editionOf(said, country.value) : undefined;

  const media = /^\/(media\/[^/]+)\/[^/]+$/.exec(path);
  if (media) {
    if ((await targetIn(edition, media[1], live)) === '+' || (await isSigned(request.querystring, media[1])))
      return request;
    return answer(404, 'Not found');
  }

  const preview = /^\/(preview\/([a-z0-9-]+\/[0-9]+\/[A-Za-z0-9-]+))\/$/.exec(path);
  if (preview) {
    if (!(await isSigned(request.querystring, preview[1])))
      return answer(403, 'This preview link has ended or is not whole');
    request.uri = `/previews/${preview[2]}.html`;
    return request;
  }

  const target = path.startsWith('/') && path.length <= 500 ? await targetIn(edition, path, live) : '';
  if (target[0] === '=') {
    request.uri = `/${target.slice(1)}`;
    return request;
  }
  if (target[0] === '>') return redirect(target.slice(1));
  if (target === '' && !path.endsWith('/') && path.length < 500) {
    const folder = await targetIn(edition, `${path}/`, live);
    if (folder !== '' && folder !== 'x') return redirect(`${path}/`);
  }

  const status = target === 'x' ? 410 : 404;
  const languages = ((edition && edition[2]) || said[1] || '').split(',');
  const first = path.split('/')[1];
  const language = languages.indexOf(first) > 0 ? first : languages[0];
  const page = await targetIn(edition, `${status}/${language}`, live);
  if (page[0] !== '=') return answer(status, status === 410 ? 'Gone' : 'Not found. Nothing is published here yet.');
  request.uri = `/${page.slice(1)}`;
  return request;
}
