// Evaluated in a function's own context: what turns texts into bytes and back, which are globals there and not V8's.
(Buffer) => ({
  atob: (text) => Buffer.from(String(text), 'base64').toString('latin1'),
  btoa: (text) => Buffer.from(String(text), 'latin1').toString('base64'),
  TextEncoder: class TextEncoder {
    encoding = 'utf-8';

    encode(text = '') {
      return Uint8Array.from(Buffer.from(String(text)));
    }

    encodeInto(text, into) {
      const bytes = Buffer.from(String(text)).subarray(0, into.length);
      into.set(bytes);
      return { read: bytes.toString().length, written: bytes.length };
    }
  },
  TextDecoder: class TextDecoder {
    encoding = 'utf-8';
    fatal = false;
    ignoreBOM = false;

    decode(bytes = new Uint8Array()) {
      return Buffer.from(bytes.buffer ?? bytes, bytes.byteOffset, bytes.byteLength).toString();
    }
  },
});
