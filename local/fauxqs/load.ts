/** A module of fauxqs by its file: the package exports its server alone. */
export const load = <T>(file: string): Promise<T> =>
  import(new URL(file, import.meta.resolve('fauxqs')).href) as Promise<T>;
