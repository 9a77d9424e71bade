/** Whom the console works for, as its proxy tells it. */
export type Session = {
  stage: string;
  /** Whether a mistake here is seen by fans. */
  production: boolean;
  account: string;
  region: string;
  /** The runtime on this machine, not an account. */
  local: boolean;
  /** The role that every call is made with. */
  role: string;
  /** The actions of IAM that the role has, of those that change something: `states:StopExecution`. */
  may: readonly string[];
  /** The stage's stacks, by their names. */
  stacks: readonly string[];
  siteUrl?: string;
};
