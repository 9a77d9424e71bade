/** A piece of work that is kept until it is done. Times are milliseconds since the epoch. */
export type Job<Body> = {
  id: string;
  body: Body;
  /** How many attempts were made before this one. */
  attempts: number;
  /** When the work was first taken. */
  firstAt: number;
  /** When this attempt was due. */
  dueAt: number;
};
