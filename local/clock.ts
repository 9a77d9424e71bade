/** One clock for everything that waits, expires or is scheduled. Times are milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** Runs `run` once, at `at` or as soon after as can be; a time in the past runs on the next turn of the event loop. */
  at(at: number, run: () => void): Timer;
}

export interface Timer {
  cancel(): void;
}

/** Longest delay that `setTimeout` takes, in milliseconds (2^31 - 1); longer waits are made of several. */
const LONGEST_TIMEOUT = 2_147_483_647;

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  at(at, run) {
    let handle: NodeJS.Timeout;
    const arm = (): void => {
      const left = at - Date.now();
      handle = left > LONGEST_TIMEOUT ? setTimeout(arm, LONGEST_TIMEOUT) : setTimeout(run, Math.max(0, left));
    };
    arm();
    return { cancel: () => clearTimeout(handle) };
  },
};

/** Resolves at `at`. */
export const until = (clock: Clock, at: number): Promise<void> => new Promise((resolve) => clock.at(at, resolve));

type Alarm = { at: number; order: number; run: () => void };

/** Time that moves only when told to; alarms fire in order of time, then of setting. */
export class VirtualClock implements Clock {
  #now: number;
  #order = 0;
  #alarms: Alarm[] = [];

  constructor(start = Date.UTC(2026, 0, 1)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  at(at: number, run: () => void): Timer {
    const alarm = { at, order: this.#order++, run };
    this.#alarms.push(alarm);
    return { cancel: () => this.#remove(alarm) };
  }

  /** When the next alarm is due, or undefined where nothing waits. */
  next(): number | undefined {
    return this.#first()?.at;
  }

  /** Moves on by `milliseconds`, firing what falls due on the way and letting its consequences run. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settle();
    for (let alarm = this.#first(); alarm !== undefined && alarm.at <= end; alarm = this.#first()) {
      this.#remove(alarm);
      this.#now = Math.max(this.#now, alarm.at);
      alarm.run();
      await settle();
    }
    this.#now = end;
  }

  #first(): Alarm | undefined {
    let first: Alarm | undefined;
    for (const alarm of this.#alarms) {
      if (!first || alarm.at < first.at || (alarm.at === first.at && alarm.order < first.order)) first = alarm;
    }
    return first;
  }

  #remove(alarm: Alarm): void {
    this.#alarms = this.#alarms.filter((other) => other !== alarm);
  }
}

/** Lets promises and immediates that are already under way come to rest. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
};
