/** The functions that cases create, each in the language of our runtime, by the file name that recordings give it. */
export const FUNCTIONS: Readonly<Record<string, string>> = {
  id_function: 'exports.handler = async (event) => event;',
  echo_function: 'exports.handler = async (event) => event;',
  return_bytes_str: "exports.handler = async () => 'HelloWorld!';",
  // The event follows as Python prints it.
  return_decorated_input: `
    const show = (value) =>
      value === null ? 'None'
      : value === true ? 'True'
      : value === false ? 'False'
      : typeof value === 'string' ? (value.includes("'") && !value.includes('"') ? '"' + value + '"' : "'" + value.replaceAll('\\\\', '\\\\\\\\').replaceAll("'", "\\\\'") + "'")
      : Array.isArray(value) ? '[' + value.map(show).join(', ') + ']'
      : typeof value === 'object' ? '{' + Object.entries(value).map(([k, v]) => show(k) + ': ' + show(v)).join(', ') + '}'
      : String(value);
    exports.handler = async (event) => 'input-event-' + (typeof event === 'string' ? event : show(event));`,
  raise_exception: `
    class Exception extends Error { name = 'Exception'; }
    exports.handler = async () => { throw new Exception('Some exception was raised.'); };`,
  raise_custom_exception: `
    class CustomException extends Error { name = 'CustomException'; }
    exports.handler = async () => { throw new CustomException(''); };`,
  large_output_string: "exports.handler = async () => 'a'.repeat(257 * 1024);",
  wait_60_seconds:
    'exports.handler = async () => { await new Promise((done) => setTimeout(done, 60_000)); return null; };',
};
