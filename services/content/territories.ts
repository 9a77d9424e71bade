import * as z from 'zod';

/** A country of ISO 3166-1. */
export type Territory = string;

/** Stands for everywhere that is not named. */
export const ELSEWHERE = '*';

export const Country = z.string().regex(/^[A-Z]{2}$/, 'expected a country of ISO 3166-1 such as GB');

/** Where something is so: in some territories alone, or everywhere but in some. */
export type Scope = { only: readonly Territory[] } | { except: readonly Territory[] };

export const EVERYWHERE: Scope = { except: [] };

/** Whether a scope holds in a territory, or in all those that nobody names (`*`). */
export const covers = (scope: Scope, territory: Territory): boolean =>
  'only' in scope ? scope.only.includes(territory) : !scope.except.includes(territory);

/** The territories of a window as a scope: `*` is everywhere that no other window of its release names. */
export const scopeOf = (
  { territories }: { territories: readonly Territory[] },
  all: readonly { territories: readonly Territory[] }[],
): Scope => {
  if (!territories.includes(ELSEWHERE)) return { only: [...territories] };
  const named = all.flatMap((window) => window.territories);
  return { except: named.filter((territory) => territory !== ELSEWHERE && !territories.includes(territory)) };
};

/** What is so in general, and what in territories where it is something else, each from a request on. */
export type Spread<State extends { sequence: number }> = {
  base?: State;
  territories: Readonly<Record<Territory, State>>;
};

/**
 * What is so after a request came in: in its scope it holds wherever nothing that was asked for later does. `nothing` is what was so
 * before anything was asked for; territories that are the same as everywhere else are not kept apart.
 */
export const spreadTo = <State extends { sequence: number }>(
  { base, territories }: Spread<State>,
  scope: Scope,
  state: State,
  nothing: State,
  isSame: (one: State, other: State) => boolean,
): Spread<State> => {
  const later = (current: State): State => (current.sequence > state.sequence ? current : state);
  const before = base ?? nothing;
  const next: Record<Territory, State> = { ...territories };
  if ('only' in scope) for (const name of scope.only) next[name] = later(territories[name] ?? before);
  else {
    for (const name of scope.except) next[name] = territories[name] ?? before;
    for (const [name, current] of Object.entries(territories)) if (covers(scope, name)) next[name] = later(current);
  }
  const general = 'only' in scope ? base : later(before);
  const kept = Object.entries(next).filter(
    ([, each]) => each.sequence !== (general ?? nothing).sequence || !isSame(each, general ?? nothing),
  );
  return { ...(general ? { base: general } : {}), territories: Object.fromEntries(kept) };
};
