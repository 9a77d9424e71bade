// Evaluated in a function's own context, with what the runtime `cloudfront-js-2.0` offers. `host` reaches out of it; neither
// it nor anything that it answers but texts and numbers gets into the hands of the function.
// @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
(host, Buffer, texts) => {
  // Taken along before the function's code can look for them, and finds them gone.
  const { construct } = Reflect;
  const { hasOwn } = Object;
  const ask = (told) => {
    if (told.error !== undefined) throw new Error(told.error);
    return told.value;
  };

  const bytesOf = (data, encoding) => (typeof data === 'string' ? Buffer.from(data, encoding) : data);

  const digester = (algorithm, key) => {
    if (!['md5', 'sha1', 'sha256'].includes(algorithm)) throw new TypeError(`not supported algorithm: "${algorithm}"`);
    let chunks = [];
    return {
      update(data, encoding) {
        if (!chunks) throw new Error('Digest already called');
        chunks.push(bytesOf(data, encoding));
        return this;
      },
      digest(encoding) {
        if (!chunks) throw new Error('Digest already called');
        const digest = Buffer.from(ask(host.digest(algorithm, key, chunks)), 'hex');
        chunks = undefined;
        return encoding === undefined ? digest : digest.toString(encoding);
      },
    };
  };
  const crypto = {
    createHash: (algorithm) => digester(algorithm),
    createHmac: (algorithm, key) => digester(algorithm, bytesOf(key)),
  };

  const unescaped = (text) => {
    try {
      return decodeURIComponent(text.replaceAll('+', ' '));
    } catch {
      return text;
    }
  };
  const querystring = {
    parse(text, separator = '&', equals = '=', options = {}) {
      const found = {};
      const decode = options.decodeURIComponent ?? unescaped;
      for (const pair of String(text).split(separator, options.maxKeys > 0 ? options.maxKeys : 1000)) {
        if (pair === '') continue;
        const at = pair.indexOf(equals);
        const name = decode(at < 0 ? pair : pair.slice(0, at));
        const value = at < 0 ? '' : decode(pair.slice(at + equals.length));
        if (!hasOwn(found, name)) found[name] = value;
        else found[name] = [].concat(found[name], value);
      }
      return found;
    },
    stringify(values, separator = '&', equals = '=', options = {}) {
      const encode = options.encodeURIComponent ?? encodeURIComponent;
      const text = (value) => (['string', 'number', 'boolean'].includes(typeof value) ? encode(String(value)) : '');
      const pairs = Object.keys(values ?? {}).map((name) =>
        [].concat(values[name]).map((value) => `${encode(name)}${equals}${text(value)}`),
      );
      return [].concat(...pairs).join(separator);
    },
    escape: encodeURIComponent,
    unescape: unescaped,
  };
  querystring.decode = querystring.parse;
  querystring.encode = querystring.stringify;

  const formats = {
    string: (value) => value,
    json: (value) => JSON.parse(value),
    bytes: (value) => Buffer.from(value),
  };
  const kvs = (id) => {
    const store = ask(host.store(id));
    return {
      async get(key, options = {}) {
        const read = formats[options.format ?? 'string'];
        if (!read) throw new Error('InvalidFormat');
        const value = ask(host.value(store, String(key)));
        if (value === undefined) throw new Error('KeyNotFound');
        return read(value);
      },
      exists: async (key) => ask(host.value(store, String(key))) !== undefined,
      meta: async () => JSON.parse(ask(host.meta(store))),
    };
  };
  const cloudfront = { kvs };
  for (const name of [
    ...['updateRequestOrigin', 'selectRequestOriginById', 'createRequestOriginGroup', 'logCustomData', 'cwt'],
    ...['edgeLocation', 'context'],
  ])
    Object.defineProperty(cloudfront, name, {
      get() {
        throw new Error(`The embedded runtime does not do cf.${name}.`);
      },
    });

  const modules = { cloudfront, crypto, querystring };
  const require = (name) => {
    if (hasOwn(modules, name)) return modules[name];
    if (name === 'buffer') return { Buffer };
    throw new Error(`Cannot find module "${name}"`);
  };

  const shown = (value) => {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return String(value);
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  };
  // It takes one value, and prints nothing of what comes behind a comma.
  const log = (value) => void host.print(shown(value));

  // Within one run, every look at the clock tells the same.
  const RealDate = Date;
  let now = 0;
  function FrozenDate(...given) {
    if (!new.target) return new RealDate(now).toString();
    return construct(RealDate, given.length > 0 ? given : [now], new.target);
  }
  Object.setPrototypeOf(FrozenDate, RealDate);
  FrozenDate.prototype = RealDate.prototype;
  Object.defineProperty(FrozenDate, 'name', { value: 'Date' });
  Object.defineProperty(RealDate.prototype, 'constructor', { value: FrozenDate });
  FrozenDate.now = () => now;

  Object.assign(globalThis, {
    Buffer,
    Date: FrozenDate,
    ...texts,
    console: { log },
    global: globalThis,
    InternalError: class InternalError extends Error {},
  });

  const told = (error) => ({
    name: String(error?.name ?? typeof error),
    message: String(error?.message ?? error),
    stack: String(error?.stack ?? error),
  });

  let given;
  let outcome;
  return {
    /** Says what the next run is of. */
    prepare(...next) {
      given = next;
    },
    /** Evaluates the function's code anew, so that no request sees what another one left, and calls its handler. */
    run() {
      const [evaluate, json, at] = given;
      now = at;
      outcome = { pending: true };
      const mine = outcome;
      const failed = (error) => {
        if (outcome === mine) outcome = { error: told(error) };
      };
      try {
        const event = JSON.parse(json);
        const { rawQuery } = event;
        delete event.rawQuery;
        Object.defineProperty(event.request, 'rawQueryString', { value: () => rawQuery || undefined });
        const handler = evaluate(require);
        if (typeof handler !== 'function') throw new ReferenceError('"handler" is not defined');
        Promise.resolve(handler(event)).then((value) => {
          if (outcome === mine) outcome = { value: JSON.stringify(value) };
        }, failed);
      } catch (error) {
        failed(error);
      }
    },
    outcome: () => outcome,
  };
};
