/** Values of `$context` variables by name. */
export type LogValues = Readonly<Record<string, string | number | undefined>>;

/** Fills an access log format such as `$context.requestId $context.status`; a variable without a value becomes `-`. */
export const accessLogLine = (format: string, values: LogValues): string =>
  format.replace(/\$context\.([\w.]*\w)/g, (_, name: string) =>
    Object.hasOwn(values, name) ? String(values[name] ?? '-') : '-',
  );
