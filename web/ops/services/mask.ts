/** Names of settings whose values nobody should read over a shoulder. */
const SECRET_NAME = /secret|password|passwd|token|credential|api_?key|private|(^|_)key$/i;

/** What keys look like wherever they stand: AWS's own ids, JSON web tokens, private keys, long random text. */
const SECRET_VALUE =
  /^AKIA|^ASIA|^eyJ[\w-]+\.[\w-]+\.|-----BEGIN|^(?=[^-]*\d)(?=[^-]*[a-z])(?=[^-]*[A-Z])[\w+/=]{32,}$/;

/** Whether a setting looks like a secret and is hidden until it is asked for. */
export const looksSecret = (name: string, value: string): boolean => SECRET_NAME.test(name) || SECRET_VALUE.test(value);
