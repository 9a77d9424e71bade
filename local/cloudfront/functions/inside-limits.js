// Evaluated in a function's own context: takes away what V8 has and the runtime of CloudFront Functions lacks, so that code
// which would fail there fails here.
// @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
() => {
  const kept = [
    ...['globalThis', 'undefined', 'NaN', 'Infinity', 'Object', 'Function', 'Array', 'Number', 'Boolean', 'String'],
    ...['Symbol', 'Date', 'Promise', 'RegExp', 'JSON', 'Math', 'parseFloat', 'parseInt', 'isFinite', 'isNaN'],
    ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
    ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'ArrayBuffer', 'DataView', 'Uint8Array'],
    ...['Uint8ClampedArray', 'Uint16Array', 'Uint32Array', 'Int8Array', 'Int16Array', 'Int32Array', 'Float32Array'],
    ...['Float64Array', 'Buffer', 'console', 'atob', 'btoa', 'TextEncoder', 'TextDecoder', 'InternalError', 'global'],
  ];
  const lacking = [
    [Array.prototype, 'at flat flatMap findLast findLastIndex toReversed toSorted toSpliced with'],
    [String.prototype, 'at isWellFormed matchAll normalize toWellFormed'],
    [Object, 'fromEntries groupBy hasOwn'],
    [Promise, 'withResolvers try'],
  ];
  for (const name of Object.getOwnPropertyNames(globalThis)) if (!kept.includes(name)) delete globalThis[name];
  for (const [owner, names] of lacking) for (const name of names.split(' ')) delete owner[name];
};
