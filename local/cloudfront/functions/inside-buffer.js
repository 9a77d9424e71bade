// Evaluated in a function's own context: a Buffer whose bytes are there and whose work is done by that of the host.
(host) => {
  const ask = (told) => {
    if (told.error !== undefined) throw new TypeError(told.error);
    return told.value;
  };

  class Buffer extends Uint8Array {
    static alloc(size, fill, encoding) {
      const made = new Buffer(size);
      return fill === undefined ? made : made.fill(fill, 0, size, encoding);
    }

    static allocUnsafe(size) {
      return new Buffer(size);
    }

    static from(value, second, third) {
      if (typeof value === 'string') {
        const made = new Buffer(ask(host.byteLength(value, second)));
        const written = ask(host.call('write', made, [value, 0, made.length, second]));
        return made.subarray(0, written);
      }
      if (value instanceof ArrayBuffer) return new Buffer(value, second, third);
      if (value?.type === 'Buffer' && Array.isArray(value.data)) return Buffer.from(value.data);
      if (typeof value !== 'object' || value === null)
        throw new TypeError('first argument must be a string, an array, an ArrayBuffer or a Buffer');
      const made = new Buffer(value.length ?? 0);
      for (let index = 0; index < made.length; index++) made[index] = value[index];
      return made;
    }

    static concat(list, length = list.reduce((sum, each) => sum + each.length, 0)) {
      const made = new Buffer(length);
      let at = 0;
      for (const each of list) {
        made.set(each.subarray(0, Math.max(0, length - at)), at);
        at = Math.min(length, at + each.length);
      }
      return made;
    }

    static byteLength(value, encoding) {
      return typeof value === 'string' ? ask(host.byteLength(value, encoding)) : value.byteLength;
    }

    static isBuffer(value) {
      return value instanceof Buffer;
    }

    static isEncoding(name) {
      return ['utf8', 'utf-8', 'hex', 'base64', 'base64url'].includes(String(name).toLowerCase());
    }

    static compare(one, other) {
      return one.compare(other);
    }

    slice(start, end) {
      return this.subarray(start, end);
    }

    toJSON() {
      return { type: 'Buffer', data: Array.from(this) };
    }
  }

  const works = ['toString', 'equals', 'compare', 'indexOf', 'lastIndexOf', 'includes', 'write', 'copy'];
  for (const kind of ['Int8', 'UInt8', 'Int16LE', 'Int16BE', 'UInt16LE', 'UInt16BE', 'Int32LE', 'Int32BE', 'UInt32LE'])
    works.push(`read${kind}`, `write${kind}`);
  for (const kind of ['UInt32BE', 'FloatLE', 'FloatBE', 'DoubleLE', 'DoubleBE', 'IntLE', 'IntBE', 'UIntLE', 'UIntBE'])
    works.push(`read${kind}`, `write${kind}`);
  for (const name of works)
    Object.defineProperty(Buffer.prototype, name, {
      value(...given) {
        return ask(host.call(name, this, given));
      },
    });
  for (const name of ['fill', 'swap16', 'swap32', 'swap64'])
    Object.defineProperty(Buffer.prototype, name, {
      value(...given) {
        ask(host.call(name, this, given));
        return this;
      },
    });
  return Buffer;
};
