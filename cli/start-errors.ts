/** What to tell somebody whose `npm start` failed: what is wrong, and what to do about it. */
export const explain = (error: unknown): string => {
  const { code, port, message, name, syscall, stack } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') {
    return `port ${port} is in use. Stop what listens there, or choose another: --port for the site and API, --aws-port for the AWS endpoint.`;
  }
  if (code === 'EACCES' && syscall === 'listen')
    return `port ${port} needs more rights than this user has; choose one from 1024 on.`;
  if (code === 'ENOSPC')
    return `the disk is full (${message}). Free some space, then start again: what was accepted is kept.`;
  if (code?.startsWith('ERR_PARSE_ARGS')) return `${message}\nnpm start -- --help tells the options.`;
  const known = [
    'DataFolderInUseError',
    'AssemblyError',
    'TemplateError',
    'RangeError',
    'MissingServerError',
    'SynthesisError',
  ];
  return known.includes(name) ? message : (stack ?? message);
};
