import type { Backend, User, UserPool } from '../backend.ts';

export type ChangeUser = (pool: UserPool, username: string, change: (user: User) => User) => Promise<void>;

/** Changes users one after the other, each as they are by then: browsers that sign in at once keep all their refresh tokens. */
export const createUserChanges = ({ context }: Backend): ChangeUser => {
  let last: Promise<unknown> = Promise.resolve();
  return (pool, username, change) => {
    const next = last.then(async () => {
      const user = await pool.getUserByUsername(context, username);
      if (user) await pool.saveUser(context, change(user));
    });
    last = next.catch(() => {});
    return next;
  };
};
