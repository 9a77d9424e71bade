/** Temporary credentials of a role, as STS gives them. */
export type RoleCredentials = {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration: Date;
};

/** How long before their end credentials are renewed, in milliseconds: a call that is under way is not to lose them. */
const EARLY = 5 * 60_000;

/**
 * Credentials of a role, asked for once and again before they end, however many ask at a time. What was refused is asked for
 * anew by the next one.
 */
export const roleCredentials = (assume: () => Promise<RoleCredentials>, now: () => number = Date.now) => {
  let held: Promise<RoleCredentials> | undefined;
  let renewAt = 0;
  return (): Promise<RoleCredentials> => {
    if (held && now() < renewAt) return held;
    renewAt = Number.POSITIVE_INFINITY;
    const asked = assume();
    held = asked;
    asked.then(
      ({ expiration }) => {
        renewAt = expiration.getTime() - EARLY;
      },
      () => {
        held = undefined;
      },
    );
    return asked;
  };
};
