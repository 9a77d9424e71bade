/** Roles of people, as groups of the user pool. */
export const ROLES = ['editor', 'publisher', 'operator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who works here. */
export type Person = {
  name: string;
  /** As the API names them where it says who did what. */
  userName: string;
  roles: readonly Role[];
};

type Claims = { 'cognito:groups'?: unknown; username?: unknown };

/** Reads a part of a JSON Web Token, without judging it: the API does that. */
const claimsOf = (token: string): Claims => {
  const part = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), (each) => each.charCodeAt(0)))) as Claims;
};

/** Whose access token it is, and which of the roles the token carries. */
export const personOf = (accessToken: string, email?: string): Person => {
  const { 'cognito:groups': groups, username } = claimsOf(accessToken);
  const named = Array.isArray(groups) ? groups : [];
  const userName = typeof username === 'string' ? username : '?';
  return {
    name: email ?? userName,
    userName,
    roles: ROLES.filter((role) => named.includes(role)),
  };
};

/** What can be done here, and by whom; the API judges by the same, and it alone is believed. */
const MAY = {
  seeLibrary: ['editor', 'publisher', 'operator'],
  changeLibrary: ['editor'],
  seePages: ['editor', 'publisher'],
  writePages: ['editor'],
  publish: ['publisher'],
  seeReleases: ['editor', 'publisher', 'operator'],
  planReleases: ['editor', 'publisher'],
  release: ['publisher'],
  answerFans: ['editor', 'publisher', 'operator'],
  draftFromQuestions: ['editor', 'publisher'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof MAY;

/** Whether somebody with these roles may; `admin` may all of it. */
export const mayOf = (roles: readonly Role[], action: Action): boolean =>
  roles.includes('admin') || MAY[action].some((role: Role) => roles.includes(role));

/** Who may. */
export const rolesFor = (action: Action): readonly Role[] => MAY[action];
